import type { Actor } from "../domain/session/actors.ts";
import { decideLock } from "../domain/session/decide-interview.ts";
import type { Ports } from "./ports.ts";
import { lockedReport, requireOwnCard, type ScorecardReport } from "./scorecard-reports.ts";
import { type SignedChangePorts, signedChange } from "./signed-change.ts";

/**
 * Locks a scorecard as it was last saved. Locking it again changes nothing.
 *
 * @throws Refusal `session_not_found`, `wrong_status`, `forbidden`, `invalid_scorecard`
 */
export const lockScorecard = (ports: SignedChangePorts & Pick<Ports, "scorecardDrafts">) => {
  const change = signedChange(ports);
  return async (input: { session: string; interviewer: string; actor: Actor }): Promise<ScorecardReport> => {
    const { session, interviewer } = input;
    requireOwnCard(input.actor, interviewer);
    const ratings = (await ports.scorecardDrafts.read(session, interviewer))?.ratings ?? [];
    const situation = await change(session, (now) => decideLock(now, { interviewer, ratings }));
    await ports.scorecardDrafts.remove(session, interviewer);
    return lockedReport(situation, situation.state.scorecards.get(interviewer)!);
  };
};

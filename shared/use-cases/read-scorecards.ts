import type { Actor } from "../domain/session/actors.ts";
import type { AgreedRating } from "../domain/session/people-state.ts";
import type { Situation } from "../domain/session/state.ts";
import type { Ports } from "./ports.ts";
import { draftReport, lockedReport, type ScorecardReport } from "./scorecard-reports.ts";

export type Scorecards = {
  data: ScorecardReport[];
  /** Locked cards of others that aren't shown yet. */
  hidden: number;
  consensus: AgreedRating[];
};

/** Who leads the process and doesn't interview: no card of theirs could be swayed. */
const OVERSEERS = ["admin", "recruiter", "auditor"];

/**
 * The own scorecard, and the others' locked ones once the own is locked. Drafts are their interviewers' alone.
 *
 * @throws Refusal `session_not_found`
 */
export const readScorecards =
  (ports: Pick<Ports, "sessions" | "scorecardDrafts">) =>
  async (input: { session: string; actor: Actor }): Promise<Scorecards> => {
    const situation = await ports.sessions.read(input.session);
    const draft = await ports.scorecardDrafts.read(input.session, input.actor.id);
    return scorecardsFor(situation, input.actor, draft && draftReport(situation, draft));
  };

export function scorecardsFor(situation: Situation, actor: Actor, draft?: ScorecardReport): Scorecards {
  const { state } = situation;
  const own = state.scorecards.get(actor.id);
  const others = [...state.scorecards.values()].filter(({ interviewer }) => interviewer !== actor.id);
  const open = own !== undefined || state.status === "decided" || (oversees(actor) && !draft);
  const shown = [...(own ? [own] : []), ...(open ? others : [])].map((card) => lockedReport(situation, card));
  return {
    data: [...(draft && !own ? [draft] : []), ...shown],
    hidden: open ? 0 : others.length,
    consensus: open ? [...state.consensus.values()] : [],
  };
}

const oversees = ({ roles }: Actor): boolean =>
  !roles.includes("interviewer") && roles.some((role) => OVERSEERS.includes(role));

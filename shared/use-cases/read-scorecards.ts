import { disagreements } from "../domain/interview/interviews.ts";
import { othersCards, seesCards } from "../domain/interview/sight.ts";
import type { Actor } from "../domain/session/actors.ts";
import type { AgreedRating } from "../domain/session/people-state.ts";
import type { SessionState, Situation } from "../domain/session/state.ts";
import type { Ports } from "./ports.ts";
import { draftReport, lockedReport, type ScorecardReport } from "./scorecard-reports.ts";

export type Scorecards = {
  data: ScorecardReport[];
  /** Locked cards of others that aren't shown yet. */
  hidden: number;
  /** With whose ratings of the question it replaces. */
  consensus: (AgreedRating & { raters: string[] })[];
  /** The questions whose raters differ by 2 or more and haven't settled it; none while cards are hidden. */
  to_reconcile: string[];
  progress: { locked: number; min_raters: number };
};

/**
 * The own scorecard, and the others' locked ones once the own is locked or none will come. Drafts are their interviewers' alone.
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
  const { state, playbook } = situation;
  const own = state.scorecards.get(actor.id);
  const others = othersCards({ actor, state });
  const open = seesCards({ actor, state, drafts: draft !== undefined });
  const shown = [...(own ? [own] : []), ...(open ? others : [])].map((card) => lockedReport(situation, card));
  return {
    data: [...(draft && !own ? [draft] : []), ...shown],
    hidden: open ? 0 : others.length,
    consensus: open
      ? [...state.consensus.values()].map((agreed) => ({ ...agreed, raters: ratersOf(state, agreed) }))
      : [],
    to_reconcile: open ? disagreements(state, playbook) : [],
    progress: { locked: state.scorecards.size, min_raters: playbook.policy.min_raters },
  };
}

/** Who had rated the question when it was agreed on. */
const ratersOf = ({ scorecards }: SessionState, { question, at }: AgreedRating): string[] =>
  [...scorecards.values()]
    .filter(
      ({ locked_at, ratings }) =>
        locked_at <= at && ratings.some((one) => one.question === question && one.value !== null),
    )
    .map(({ interviewer }) => interviewer)
    .sort();

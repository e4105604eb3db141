import { Refusal } from "../foundation/refusal.ts";
import type { Actor } from "../session/actors.ts";
import type { LockedCard } from "../session/people-state.ts";
import type { SessionState } from "../session/state.ts";
import { isLegal } from "../session/transitions.ts";

/** Who leads the process: they read every card as soon as it is locked, unless they interview themselves. */
const OVERSEERS = ["admin", "recruiter", "auditor"];
const INTERVIEWER = "interviewer";

/** Somebody before the cards of a session; `drafts` is whether a card of their own is being filled in. */
export type Onlooker = { actor: Actor; state: SessionState; drafts: boolean };

export const othersCards = ({ actor, state }: Pick<Onlooker, "actor" | "state">): LockedCard[] =>
  [...state.scorecards.values()].filter(({ interviewer }) => interviewer !== actor.id);

/**
 * Whether somebody may still rate. It is the other side of {@link seesCards}: nobody can do both, so that no rating is
 * swayed by another's.
 */
export function mayRate({ actor, state, drafts }: Onlooker): boolean {
  if (!isLegal(state.status, "scorecard.locked") || state.scorecards.has(actor.id)) return false;
  if (drafts || !oversees(actor) || othersCards({ actor, state }).length === 0) return true;
  return actor.roles.includes(INTERVIEWER) && state.finalized_at === null;
}

/** Whether others' locked cards are shown to somebody: once the own one is locked, or none will come. */
export const seesCards = (onlooker: Onlooker): boolean => !mayRate(onlooker);

const oversees = ({ roles }: Actor): boolean => roles.some((role) => OVERSEERS.includes(role));

/** Whether somebody interviews, and others' ratings would sway what they still have to rate. */
export const isKeptBlind = (onlooker: Onlooker): boolean =>
  (onlooker.drafts || onlooker.actor.roles.includes(INTERVIEWER)) &&
  othersCards(onlooker).length > 0 &&
  mayRate(onlooker);

/**
 * What tells of others' ratings stays closed to interviewers until their own card is locked.
 *
 * @throws Refusal `own_card_first`
 */
export function requireSight(onlooker: Onlooker): void {
  if (!isKeptBlind(onlooker)) return;
  throw new Refusal(
    "own_card_first",
    "Others have locked their scorecards. Lock yours first, so that theirs don't sway it.",
  );
}

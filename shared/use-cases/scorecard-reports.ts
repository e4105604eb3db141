import { Refusal } from "../domain/foundation/refusal.ts";
import type { DraftRating } from "../domain/interview/scorecard.ts";
import { type Actor, isPersonId } from "../domain/session/actors.ts";
import type { LockedCard } from "../domain/session/people-state.ts";
import type { Situation } from "../domain/session/state.ts";
import type { ScorecardDraft } from "../ports/scorecard-drafts.ts";

/** A scorecard as it is shown: its draft, or as it was locked. */
export type ScorecardReport = {
  session: string;
  interviewer: string;
  ratings: DraftRating[];
  /** Of the draft; null once the card is locked. */
  revision: number | null;
  saved_at: string | null;
  locked_at: string | null;
  /** The questions that the card leaves out. */
  unrated: string[];
};

export const draftReport = (
  situation: Situation,
  { interviewer, ratings, revision, saved_at }: ScorecardDraft,
): ScorecardReport => ({
  ...{ session: situation.state.id, interviewer, ratings, revision, saved_at, locked_at: null },
  unrated: unrated(situation, ratings),
});

export const lockedReport = (
  situation: Situation,
  { interviewer, ratings, locked_at }: LockedCard,
): ScorecardReport => ({
  ...{ session: situation.state.id, interviewer, ratings: [...ratings], revision: null, saved_at: null, locked_at },
  unrated: unrated(situation, ratings),
});

const unrated = ({ playbook }: Situation, ratings: readonly DraftRating[]): string[] =>
  playbook.interview.questions
    .map(({ id }) => id)
    .filter((id) => !ratings.some(({ question, value }) => question === id && value !== undefined));

/**
 * Everybody fills in the own card alone; a machine that may name whom it acts for does so by the card's path.
 *
 * @throws Refusal `forbidden`, `invalid_request` for an id that can't stand for a person
 */
export function requireOwnCard(actor: Actor, interviewer: string): void {
  if (!isPersonId(interviewer)) {
    throw new Refusal("invalid_request", `"${interviewer}" is no id of a person.`, {
      violations: [{ path: "interviewer", message: "must be an opaque id" }],
    });
  }
  if (actor.id === interviewer || actor.delegate) return;
  throw new Refusal("forbidden", "A scorecard is filled in by its own interviewer.");
}

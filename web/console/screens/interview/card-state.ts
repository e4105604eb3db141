import { equal } from "../../../shared/equal.ts";
import { type CardBody, type Entries, type Entry, entriesOf, entryOf, ratingsOf, type Scorecard } from "./card.ts";

type Ratings = CardBody["ratings"];

/** A card between the hand and the service. */
export type CardState = {
  entries: Entries;
  /** The service's revision that it grew from, and what the service holds of it. */
  base: number;
  held: Ratings;
  /** What was sent on this base without an answer, so that one's own card is recognised later. */
  sent: Ratings | undefined;
  saved_at: string | null;
  /** What another device saved meanwhile; the person chooses, nothing is overwritten. */
  other: Scorecard | undefined;
  /** Why the service doesn't take it, in its own words. */
  refusal: string | undefined;
};

/** What is kept on the device. */
export type CardDraft = Pick<CardState, "entries" | "base" | "held" | "sent">;

export const draftOf = ({ entries, base, held, sent }: CardState): CardDraft => ({ entries, base, held, sent });

export function fromService(card: Scorecard | undefined): CardState {
  const entries = entriesOf(card?.ratings ?? []);
  return {
    entries,
    base: card?.revision ?? 0,
    held: ratingsOf(entries),
    sent: undefined,
    saved_at: card?.saved_at ?? null,
    other: undefined,
    refusal: undefined,
  };
}

/** The device's draft weighed against what the service holds. */
export function fromDevice(draft: CardDraft, card: Scorecard | undefined): CardState {
  const state: CardState = { ...fromService(undefined), ...draft, saved_at: card?.saved_at ?? null };
  return card ? meet(state, card) : state;
}

/** The service's card, read anew: the one this grew from, one's own that was sent, or somebody else's. */
export function meet(state: CardState, card: Scorecard): CardState {
  const { revision, saved_at } = card;
  if (revision === null || revision <= state.base) return state;
  const theirs = ratingsOf(entriesOf(card.ratings));
  const own = [state.sent, ratingsOf(state.entries)].some((ratings) => ratings && equal(theirs, ratings));
  return own ? { ...state, base: revision, held: theirs, sent: undefined, saved_at } : { ...state, other: card };
}

export const written = (state: CardState, question: string, change: Partial<Entry>): CardState => ({
  ...state,
  entries: { ...state.entries, [question]: { ...entryOf(state.entries, question), ...change } },
  refusal: undefined,
});

/** It leaves for the service; until the answer its fate is unknown. */
export const leaving = (state: CardState): CardState => ({ ...state, sent: ratingsOf(state.entries) });

export const acknowledged = (state: CardState, { revision, saved_at }: Scorecard): CardState => ({
  ...state,
  base: revision ?? state.base,
  held: state.sent ?? state.held,
  sent: undefined,
  saved_at,
});

export const refused = (state: CardState, refusal: string): CardState => ({ ...state, refusal });

export const keepMine = (state: CardState): CardState =>
  state.other ? { ...fromService(state.other), entries: state.entries } : state;

export const takeOther = (state: CardState): CardState => (state.other ? fromService(state.other) : state);

/** Whether the service lacks something that it would take. */
export const isDue = (state: CardState): boolean =>
  !state.other && state.refusal === undefined && !equal(ratingsOf(state.entries), state.held);

/** How many choices wait on the device for their words. */
export const waitingForWords = ({ entries }: CardState): number =>
  Object.values(entries).filter(({ value, words }) => value !== undefined && words.trim() === "").length;

/** Whether anything stands only on the device. */
export const isAhead = (state: CardState): boolean =>
  state.other !== undefined || !equal(ratingsOf(state.entries), state.held) || waitingForWords(state) > 0;

import type { StoredAnswer } from "#shared/contracts/shapes/take.ts";
import type { Json } from "#shared/domain/foundation/json.ts";
import { equal } from "#web/shared/equal.ts";

/**
 * One answer between the keyboard and the server. `base` is the server's revision that the text grew from;
 * `attempts` are the values sent on that base whose fate isn't known, so that an answer to a lost request is recognised.
 */
export type AnswerState = {
  value: Json;
  base: number;
  attempts: Json[];
  /** Differs from what the server is known to hold. */
  unsent: boolean;
  /** When the server last acknowledged it. */
  saved_at: string | undefined;
  /** What another tab or device saved meanwhile; the person chooses, nothing is overwritten. */
  other: StoredAnswer | undefined;
  /** The section was over when it came: kept by the server, not scored. */
  late: boolean;
  /** Why the server doesn't take this value, in its own words. */
  refusal: string | undefined;
};

/** What is kept on the device: enough to go on after a crash without a false conflict. */
export type Draft = { value: Json; base: number; attempts: Json[] };

const MOST_ATTEMPTS = 8;

export function fromStored(stored: StoredAnswer | undefined): AnswerState {
  return {
    value: stored?.value ?? null,
    base: stored?.revision ?? 0,
    attempts: [],
    unsent: false,
    saved_at: stored?.saved_at,
    other: undefined,
    late: false,
    refusal: undefined,
  };
}

export function draftOf({ value, base, attempts }: AnswerState): Draft {
  return { value, base, attempts };
}

/** What the page goes on with after loading: the device's draft weighed against what the server holds. */
export function fromDraft(draft: Draft, stored: StoredAnswer | undefined): AnswerState {
  const state = { ...fromStored(undefined), ...draft, saved_at: stored?.saved_at, unsent: true };
  return stored ? meet(state, stored) : state;
}

export function typed(state: AnswerState, value: Json): AnswerState {
  return { ...state, value, unsent: true, late: false, refusal: undefined };
}

/** The value leaves for the server; until the reply its fate is unknown. */
export function sent(state: AnswerState): AnswerState {
  const known = state.attempts.some((attempt) => equal(attempt, state.value));
  return known ? state : { ...state, attempts: [...state.attempts, state.value].slice(-MOST_ATTEMPTS) };
}

export function acknowledged(state: AnswerState, stored: StoredAnswer): AnswerState {
  if (stored.revision < state.base) return state;
  return {
    ...state,
    base: stored.revision,
    attempts: [],
    saved_at: stored.saved_at,
    unsent: !equal(state.value, stored.value),
    refusal: undefined,
  };
}

/** The server's answer, learnt by a refusal or by looking: one's own, the same, or somebody else's. */
export function meet(state: AnswerState, stored: StoredAnswer): AnswerState {
  if (stored.revision < state.base) return state;
  if (!state.unsent) return state.other ? state : fromStored(stored);
  if (stored.revision === state.base) return state;
  const own = state.attempts.some((attempt) => equal(attempt, stored.value));
  if (own || equal(state.value, stored.value)) return acknowledged(state, stored);
  return { ...state, other: stored };
}

/** The person keeps what was typed here: it is sent again, on top of the other. */
export function keepMine(state: AnswerState): AnswerState {
  if (!state.other) return state;
  return { ...state, base: state.other.revision, attempts: [], other: undefined, unsent: true };
}

export function takeOther(state: AnswerState): AnswerState {
  return state.other ? fromStored(state.other) : state;
}

export function cameLate(state: AnswerState): AnswerState {
  return { ...state, late: true, unsent: false, attempts: [] };
}

export function refused(state: AnswerState, sentence: string): AnswerState {
  return { ...state, refusal: sentence };
}

/** Whether there is something to send that the server might take. */
export function isDue(state: AnswerState): boolean {
  return state.unsent && !state.other && state.refusal === undefined;
}

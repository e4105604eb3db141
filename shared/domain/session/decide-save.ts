import { type Json, sameJson } from "../foundation/json.ts";
import { Refusal } from "../foundation/refusal.ts";
import { CANDIDATE } from "./actors.ts";
import type { SessionFact } from "./facts.ts";
import { requireItem } from "./lookup.ts";
import { type Decision, type KeptAnswer, NOTHING, type SessionState, type Situation } from "./state.ts";
import { requireLegal } from "./transitions.ts";

export const MAX_SAVES = 2_000;
/** What arrives after closing is kept as well, but not without end. */
export const MAX_LATE_SAVES = 100;

/** `revision` is the last one the page has seen; 0 for none. `value` is an answer to the item, or null to clear it. */
export type SaveInput = { item: string; value: Json; revision: number };

/**
 * Keeps an answer. A repeated save (same base, equal value) changes nothing, also after closing: it stands already.
 * After closing the value is kept as late and refused.
 *
 * @throws Refusal `item_not_found`, `section_not_open`, `revision_conflict`, `too_many_saves`, `wrong_status`
 */
export function decideSave({ state, playbook, now }: Situation, input: SaveInput): Decision {
  const { section } = requireItem(playbook, input.item);
  const progress = state.sections.get(section.id);
  const kept = state.answers.get(input.item);
  if (isRepeat(kept, input)) return NOTHING;
  if (progress?.closed) return decideLate(state, input, now);
  requireLegal(state, "answer.saved");
  if (!progress) throw new Refusal("section_not_open", `The section "${section.title}" is not open yet.`);
  if ((kept?.revision ?? 0) !== input.revision) throw conflict(kept);
  if (state.saves >= MAX_SAVES) {
    throw new Refusal("too_many_saves", `At most ${MAX_SAVES.toLocaleString("en")} saves are kept of a session.`);
  }
  return { facts: [answerFact("answer.saved", { ...input, revision: input.revision + 1 }, now)] };
}

const answerFact = (kind: "answer.saved" | "answer.late", payload: SaveInput, at: string): SessionFact => ({
  kind,
  at,
  actor: CANDIDATE,
  payload: { item: payload.item, value: payload.value, revision: payload.revision },
});

const isRepeat = (kept: KeptAnswer | undefined, { value, revision }: SaveInput): boolean =>
  kept !== undefined && kept.revision === revision + 1 && sameJson(kept.value, value);

const conflict = (kept: KeptAnswer | undefined) =>
  new Refusal("revision_conflict", "This answer was changed elsewhere; here is what is stored.", {
    data: { answer: kept ?? null },
  });

function decideLate(state: SessionState, input: SaveInput, now: string): Decision {
  requireLegal(state, "answer.late");
  const earlier = state.late.get(input.item)?.at(-1);
  if (isRepeat(earlier, input)) return { facts: [], refusal: closed(true) };
  if (state.late_saves >= MAX_LATE_SAVES) return { facts: [], refusal: closed(false) };
  const late = answerFact("answer.late", { ...input, revision: input.revision + 1 }, now);
  return { facts: [late], refusal: closed(true) };
}

const closed = (kept: boolean) =>
  new Refusal(
    "section_closed",
    kept
      ? "The section was closed before this arrived: it is kept, but it doesn't count."
      : "The section is closed, and no more late answers are kept.",
    { data: { kept } },
  );

/** What a save answers with, once its fact stands. */
export function savedReply(state: SessionState, item: string): { revision: number; saved_at: string } {
  const { revision, saved_at } = state.answers.get(item)!;
  return { revision, saved_at };
}

/** A copy of a JSON value without lone surrogates, so that its text has one form in bytes. */
export function wellFormed(value: Json): Json {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key.toWellFormed(), wellFormed(member)]));
}

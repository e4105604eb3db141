import { hash } from "node:crypto";
import type { Json } from "#shared/domain/foundation/json.ts";
import { canonicalJson } from "#shared/domain/foundation/json.ts";
import { EMPTY_TIP, entryHash } from "#shared/domain/journal/entry.ts";
import { illegality } from "#shared/domain/journal/legal-facts.ts";
import type { SessionEntry } from "#shared/domain/session/facts.ts";
import { apply, fold } from "#shared/domain/session/fold.ts";
import { headOf } from "#shared/domain/session/head.ts";
import type { SessionState } from "#shared/domain/session/state.ts";
import { deadlineOf } from "#shared/domain/session/timing.ts";
import { sessionPlaybook } from "#test/builders/session-playbook.ts";
import type { Promises } from "./candidate.ts";
import type { Plant } from "./plant.ts";

export type Evidence = { session: string; plant: Plant; promises: Promises; skew: number };

/** Every promise of the product that this run broke, in a sentence each. */
export function brokenPromises(evidence: Evidence): string[] {
  const entries = (evidence.plant.tables.journals.get(evidence.session) ?? []) as SessionEntry[];
  return [
    ...chainBreaks(entries),
    ...lostAnswers(entries, evidence.promises),
    ...clockBreaks(entries, evidence),
    ...resultBreaks(entries),
    ...sideBreaks(entries, evidence),
  ];
}

const PLAYBOOK = sessionPlaybook();
const digest = (text: string) => hash("sha256", text, "hex");

function chainBreaks(entries: readonly SessionEntry[]): string[] {
  return entries.flatMap((entry, index) => {
    const tip = entries[index - 1] ?? EMPTY_TIP;
    const follows = entry.seq === tip.seq + 1 && entry.prev_hash === tip.hash && entry.at >= tip.at;
    const sealed = digest(entry.salt + canonicalJson(entry.payload)) === entry.payload_hash;
    return follows && sealed && entryHash(entry, digest) === entry.hash
      ? []
      : [`the chain breaks at entry ${entry.seq}`];
  });
}

function lostAnswers(entries: readonly SessionEntry[], { saved, late }: Promises): string[] {
  const holds = (kind: string, wanted: { item: string; value: Json; revision?: number }) =>
    entries.some(
      ({ kind: found, payload }) =>
        found === kind &&
        "revision" in payload &&
        payload.item === wanted.item &&
        payload.value === wanted.value &&
        (wanted.revision === undefined || payload.revision === wanted.revision),
    );
  return [
    ...saved
      .filter((answer) => !holds("answer.saved", answer))
      .map(({ value }) => `the saved answer "${value}" is lost`),
    ...late
      .filter((answer) => !holds("answer.late", answer))
      .map(({ value }) => `the late answer "${value}" isn't kept`),
  ];
}

/** Replays the sections' times entry by entry: deadlines move with extra time, and nothing counts behind a close. */
function clockBreaks(entries: readonly SessionEntry[], evidence: Evidence): string[] {
  const broken: string[] = [];
  let before: SessionState | undefined;
  for (const entry of entries) {
    if (before) broken.push(...entryBreaks(before, entry, evidence), ...illegalities(before, entry));
    before = apply(before, entry);
  }
  return broken;
}

function entryBreaks(before: SessionState, entry: SessionEntry, evidence: Evidence): string[] {
  if (entry.kind === "section.opened") return openingBreaks(before, entry);
  if (entry.kind === "section.closed") return closingBreaks(before, entry, evidence);
  return entry.kind === "answer.saved" ? savingBreaks(before, entry) : [];
}

/** The verifier of bundles must agree with whoever wrote the journal. */
function illegalities(state: SessionState, entry: SessionEntry): string[] {
  const reason = illegality({ state, playbook: PLAYBOOK }, entry);
  return reason === undefined ? [] : [`entry ${entry.seq} (${entry.kind}) was illegal: ${reason}`];
}

type EntryOf<K extends SessionEntry["kind"]> = Extract<SessionEntry, { kind: K }>;

function openingBreaks(before: SessionState, { at, payload }: EntryOf<"section.opened">): string[] {
  const section = PLAYBOOK.sections.find(({ id }) => id === payload.section)!;
  const expected = deadlineOf(section, at, before.accommodation);
  return payload.deadline === expected ? [] : [`${section.id} has the wrong deadline`];
}

function closingBreaks(before: SessionState, entry: EntryOf<"section.closed">, evidence: Evidence): string[] {
  const { section, reason } = entry.payload;
  if (reason === "submitted") return evidence.promises.submitted.has(section) ? [] : [`nobody submitted ${section}`];
  const deadline = before.sections.get(section)!.deadline!;
  const early = (evidence.plant.written.get(entry.hash) ?? 0) < Date.parse(deadline) - evidence.skew;
  return early || entry.at < deadline ? [`${section} was closed early`] : [];
}

function savingBreaks(before: SessionState, { at, payload }: EntryOf<"answer.saved">): string[] {
  const section = PLAYBOOK.sections.find(({ items }) => items.some(({ id }) => id === payload.item))!;
  const progress = before.sections.get(section.id);
  const late = !progress || progress.closed || at >= progress.deadline!;
  const follows = (before.answers.get(payload.item)?.revision ?? 0) + 1 === payload.revision;
  return [
    ...(late ? [`an answer to ${payload.item} was accepted late`] : []),
    ...(follows ? [] : [`revision ${payload.revision} of ${payload.item} doesn't follow`]),
  ];
}

function resultBreaks(entries: readonly SessionEntry[]): string[] {
  const state = fold(entries);
  const ended = state?.status === "withdrawn" || state?.status === "voided";
  const results = entries.filter(({ kind }) => kind === "result.computed").length;
  if (ended)
    return results === 0 || (results === 2 && state.results[1]!.recommendation === null)
      ? []
      : [`${results} results of an ended session`];
  if (state?.status !== "scored" || results !== 1) return [`${results} results, and the session is ${state?.status}`];
  return [...state.grades.values()].flatMap((grade) => {
    const counted = state.answers.get(grade.item)?.value ?? null;
    const read = grade.working[0]?.data["answer"] ?? null;
    return read === counted ? [] : [`${grade.item} was graded on "${read}" instead of "${counted}"`];
  });
}

/** What stands beside the journal tells the same story. */
function sideBreaks(entries: readonly SessionEntry[], { session, plant }: Evidence): string[] {
  const head = plant.tables.heads.get(session);
  const state = fold(entries);
  const events = [...plant.tables.events.values()].filter(({ event }) => event.stream === session);
  const told = events.map(({ event }) => event.sequence).sort((a, b) => a - b);
  const due = entries.filter(({ kind }) => TOLD.has(kind)).map(({ seq }) => seq);
  return [
    ...(state && canonicalJson(head) === canonicalJson(headOf(state, head?.due_at ?? null))
      ? []
      : ["the head tells another story than the journal"]),
    ...(canonicalJson(told) === canonicalJson(due) ? [] : [`events of ${told}, facts to tell at ${due}`]),
  ];
}

const TOLD: ReadonlySet<string> = new Set([
  "session.created",
  "session.started",
  "section.closed",
  "session.submitted",
  "session.withdrawn",
  "session.voided",
  "result.computed",
]);

import type { Entry, Tip } from "../journal/entry.ts";
import type { SessionEntry, SessionFact, SessionFactKind, SessionFacts, StoredSessionEntry } from "./facts.ts";
import { graded, peopleChanges } from "./fold-people.ts";
import { privacyChanges } from "./fold-privacy.ts";
import { NOBODY_JUDGED } from "./people-state.ts";
import type { AccommodationRequest, SectionProgress, SessionState } from "./state.ts";

type Change<K extends SessionFactKind> = (
  state: SessionState,
  entry: Entry<K, SessionFacts[K]>,
) => Partial<SessionState>;

const changes: { [K in Exclude<SessionFactKind, "session.created" | "session.erased">]: Change<K> } = {
  "session.started": (_, { at }) => ({ status: "in_progress", started_at: at }),
  "section.opened": (state, { at, payload }) =>
    progress(state, payload.section, { opened_at: at, deadline: payload.deadline, closed: null }),
  "answer.saved": (state, { at, payload: { item, value, revision } }) => ({
    answers: new Map(state.answers).set(item, { value, revision, saved_at: at }),
    saves: state.saves + 1,
  }),
  "answer.late": (state, { at, payload: { item, value, revision } }) => ({
    late: new Map(state.late).set(item, [...(state.late.get(item) ?? []), { value, revision, saved_at: at }]),
    late_saves: state.late_saves + 1,
  }),
  "section.closed": (state, { at, payload: { section, reason } }) =>
    progress(state, section, { ...state.sections.get(section)!, closed: { at, reason } }),
  "session.submitted": (_, entry) => ({ status: "grading", submitted_at: entry.at, submission: tipOf(entry) }),
  "accommodation.granted": (state, { payload }) => ({
    accommodation: payload.accommodation,
    accommodation_request: answered(state, "granted", null),
    sections: withDeadline(state, payload.deadline),
  }),
  "accommodation.requested": (state, { at, payload: { text } }) => ({
    accommodation_request: { text, at, state: "open", reason: null },
    accommodation_requests: state.accommodation_requests + 1,
  }),
  "accommodation.declined": (state, { payload }) => ({
    accommodation_request: answered(state, "declined", payload.reason),
  }),
  "link.reissued": (_, { payload }) => ({ link_hash: payload.link_hash }),
  "session.extended": (_, { payload }) => ({ expires_at: payload.expires_at }),
  "grade.recorded": graded,
  "advice.recorded": (state, { payload }) => ({ advised: new Set(state.advised).add(payload.item) }),
  "result.computed": (state, entry) => ({
    status: state.status === "grading" ? "scored" : state.status,
    scored_at: state.scored_at ?? entry.at,
    results: [...state.results, entry.payload],
    scoring: tipOf(entry),
  }),
  "session.expired": () => ({ status: "expired" }),
  "session.canceled": () => ({ status: "canceled" }),
  "session.withdrawn": () => ({ status: "withdrawn" }),
  "session.voided": () => ({ status: "voided" }),
  ...peopleChanges,
  ...privacyChanges,
};

const QUIET: ReadonlySet<string> = new Set<SessionFactKind>([
  "answer.saved",
  "answer.late",
  "grade.recorded",
  "advice.recorded",
  "link.reissued",
]);

/** Whether a fact changes what lists show; the head's `updated_at` stands still over the others. */
export const changesHead = ({ kind }: { kind: string }): boolean => !QUIET.has(kind);

const tipOf = ({ seq, hash, at }: Tip): Tip => ({ seq, hash, at });

function answered(
  { accommodation_request: request }: SessionState,
  state: AccommodationRequest["state"],
  reason: string | null,
): AccommodationRequest | null {
  return request?.state === "open" ? { ...request, state, reason } : request;
}

function progress(state: SessionState, section: string, value: SectionProgress): Partial<SessionState> {
  return { sections: new Map(state.sections).set(section, value) };
}

function withDeadline(state: SessionState, deadline: string | null): SessionState["sections"] {
  const running = [...state.sections].find(([, section]) => !section.closed);
  return running ? new Map(state.sections).set(running[0], { ...running[1], deadline }) : state.sections;
}

/**
 * The state after one more entry; `undefined` stands for a session without entries.
 *
 * @throws TypeError for an entry that can't follow: a journal that doesn't begin with `session.created` (or with
 * `session.erased`, before which nothing is left), or a kind this engine doesn't know.
 */
export function apply(state: SessionState | undefined, entry: SessionEntry): SessionState {
  if (entry.kind === "session.created") {
    if (state) throw new TypeError(`a second session.created at entry ${entry.seq}`);
    return created(entry);
  }
  if (entry.kind === "session.erased") return erased(entry);
  if (!state) throw new TypeError(`a journal begins with session.created, not ${entry.kind}`);
  const change = changes[entry.kind] as Change<typeof entry.kind> | undefined;
  if (!change) throw new TypeError(`this engine doesn't know entries of kind ${entry.kind}`);
  const updated_at = changesHead(entry) ? entry.at : state.updated_at;
  const next = { ...state, updated_at, ...change(state, entry), tip: tipOf(entry) };
  return next.status === state.status ? next : { ...next, status_since: entry.at };
}

function created(entry: Entry<"session.created", SessionFacts["session.created"]>): SessionState {
  const { session, ...payload } = entry.payload;
  return {
    ...NOTHING_DONE,
    ...payload,
    id: session,
    job: payload.job ?? null,
    retention_days: payload.retention_days ?? null,
    tip: tipOf(entry),
    status: "invited",
    status_since: entry.at,
    created_at: entry.at,
    updated_at: entry.at,
  };
}

/** All that is left of an erased session: what its erasure says. */
function erased(entry: Entry<"session.erased", SessionFacts["session.erased"]>): SessionState {
  const { at, actor, payload } = entry;
  const { session, seqs: _, reason, ...left } = payload;
  return {
    ...NOTHING_DONE,
    ...left,
    id: session,
    candidate: null,
    accommodation: null,
    metadata: {},
    redirect_url: null,
    link_hash: "",
    retention_days: null,
    tip: tipOf(entry),
    status: "erased",
    status_since: at,
    updated_at: at,
    expires_at: at,
    erased: { seq: entry.seq, reason, actor, at, completed: false },
  };
}

const NOTHING_DONE = {
  ...NOBODY_JUDGED,
  ...{ hold: null, erased: null, accommodation_request: null, accommodation_requests: 0 },
  started_at: null,
  submitted_at: null,
  scored_at: null,
  sections: new Map(),
  answers: new Map(),
  late: new Map(),
  saves: 0,
  late_saves: 0,
  grades: new Map(),
  advised: new Set<string>(),
  results: [],
  submission: null,
  scoring: null,
} satisfies Partial<SessionState>;

/** The state of a session from its journal, or from `state` and the entries that follow it. */
export function fold(entries: readonly StoredSessionEntry[], state?: SessionState): SessionState | undefined {
  const erasure = entries.findLastIndex(({ kind }) => kind === "session.erased");
  const telling = entries.slice(Math.max(erasure, 0)) as SessionEntry[];
  return telling.reduce<SessionState | undefined>(apply, state);
}

/** The state as it will be once facts stand; only what their hashes would be isn't known yet. */
export function foresee(state: SessionState, facts: readonly SessionFact[]): SessionState {
  const unknown = { salt: "", payload_hash: "", prev_hash: "", hash: "" };
  return facts.reduce(
    (current, fact) => apply(current, { ...fact, ...unknown, seq: current.tip.seq + 1 } as SessionEntry),
    state,
  );
}

import { canonicalJson, type Json } from "../foundation/json.ts";
import type { Result } from "../scoring/result.ts";
import type { SessionEntry, SessionFactKind } from "../session/facts.ts";
import type { SessionHead } from "../session/head.ts";
import type { EventType, OutboxEvent } from "./event.ts";
import { flagChanges } from "./flag-changes.ts";

/** The largest body that is ever sent, in UTF-8 bytes. */
const LARGEST_BODY = 4096;

/** The stream of what belongs to no session. */
export const ORGANISATION = "org";

/** A frozen event. `data` is thin: ids, figures and links; never a name, an e-mail, an accommodation or an answer. */
export type NewEvent = {
  /** `evt_…` */
  id: string;
  type: EventType;
  /** The session's id, or `org`. */
  stream: string;
  /** The journal seq of the fact it tells of. */
  sequence: number;
  /** The time of the fact. */
  at: string;
  data: { [key: string]: Json };
};

/** @throws RangeError for a body above 4 KiB: events are thin by construction. */
export function buildEvent({ id, type, stream, sequence, at, data }: NewEvent): OutboxEvent {
  const body = canonicalJson({ type, timestamp: at, data: { ...data, sequence } });
  const bytes = new TextEncoder().encode(body).length;
  if (bytes > LARGEST_BODY) throw new RangeError(`the body of ${type} has ${bytes} bytes, more than ${LARGEST_BODY}`);
  return { id, type, stream, sequence, created_at: at, body };
}

/** An event of a session: its ids, its status and its links, and what this type adds. */
export function sessionEvent(input: {
  id: string;
  type: EventType;
  /** The head as it stands after the fact. */
  head: SessionHead;
  sequence: number;
  at: string;
  data?: { [key: string]: Json };
}): OutboxEvent {
  const { head, data, ...event } = input;
  const session = {
    session: head.id,
    external_id: head.candidate?.external_id ?? null,
    playbook: head.playbook,
    status: head.status,
    links: { session: `/v1/sessions/${head.id}`, result: `/v1/sessions/${head.id}/result` },
  };
  return buildEvent({ ...event, stream: head.id, data: { ...session, ...data } });
}

/** The facts that the outside is told of, with the type of their event. */
const TOLD: { readonly [K in SessionFactKind]?: EventType } = {
  "session.created": "session.created",
  "session.started": "session.started",
  "section.closed": "section.closed",
  "session.submitted": "session.submitted",
  "session.expired": "session.expired",
  "session.canceled": "session.canceled",
  /** There is no type of its own for it: the assessment is off, and `status` says who called it off. */
  "session.withdrawn": "session.canceled",
  "session.voided": "session.voided",
  "session.erased": "session.erased",
  "flag.raised": "flag.raised",
  "flag.confirmed": "flag.resolved",
  "flag.lifted": "flag.resolved",
  "flag.overridden": "flag.resolved",
  "decision.made": "session.decided",
};

/**
 * The events of one commit, in the order of its entries. The first result is `session.scored`, the one that finalizes
 * the session `session.finalized`, each other one `result.updated`; the red flags that its rules raise follow it, under
 * the same sequence.
 *
 * @param head as it stands after the commit
 * @param means.newId gives a new `evt_…`
 * @param means.latest the latest result before the commit
 */
export function eventsOf(
  entries: readonly SessionEntry[],
  head: SessionHead,
  { newId, latest }: { newId: () => string; latest?: Result | undefined },
): OutboxEvent[] {
  const finalizes = entries.some(({ kind }) => kind === "session.finalized");
  let before = latest;
  return entries.flatMap((entry) => {
    const told = entry.kind === "result.computed" ? resultTold(entry.payload, { finalizes, before }) : toldOf(entry);
    if (entry.kind === "result.computed") before = entry.payload;
    return told.map((event) => sessionEvent({ id: newId(), head, sequence: entry.seq, at: entry.at, ...event }));
  });
}

type Told = { type: EventType; data: { [key: string]: Json } };

function resultTold(result: Result, context: { finalizes: boolean; before: Result | undefined }): Told[] {
  const first = (result.version ?? 1) === 1;
  const type = context.finalizes ? "session.finalized" : first ? "session.scored" : "result.updated";
  return [{ type, data: figuresOf(result) }, ...flagChanges(context.before, result)];
}

function toldOf(entry: SessionEntry): Told[] {
  const type = TOLD[entry.kind];
  return type ? [{ type, data: detailsOf(entry) }] : [];
}

/** What an event says beyond whose it is; never what somebody wrote. */
function detailsOf(entry: SessionEntry): { [key: string]: Json } {
  switch (entry.kind) {
    case "section.closed":
      return entry.payload;
    case "flag.raised":
    case "flag.confirmed":
    case "flag.lifted":
    case "flag.overridden":
      return { flag: entry.payload.flag, raising: entry.payload.id, state: entry.kind.slice("flag.".length) };
    case "decision.made":
      return { outcome: entry.payload.outcome, recommendation: entry.payload.recommendation };
    default:
      return {};
  }
}

const figuresOf = ({ version, stage, score, coverage, bounds, recommendation }: Result): { [key: string]: Json } => ({
  version,
  stage,
  score,
  coverage,
  bounds,
  recommendation,
});

export const EVENT_TYPES = [
  "session.created",
  "session.started",
  "section.closed",
  "session.submitted",
  "session.scored",
  "session.finalized",
  "result.updated",
  "flag.raised",
  "flag.resolved",
  "session.decided",
  "session.expired",
  "session.canceled",
  "session.voided",
  "session.erased",
  "playbook.published",
  "webhook_endpoint.disabled",
  "ping",
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/**
 * What is sent to webhooks. `body` is the frozen JSON text `{type, timestamp, data}`: thin (ids, external ids, status,
 * figures, links), at most 4 KiB, without name, e-mail, accommodation or answer.
 */
export type OutboxEvent = {
  id: string;
  type: EventType;
  /** The session's id, or `org` for what belongs to none. */
  stream: string;
  /** Rises within a stream; also in `body.data.sequence`. The journal seq of the fact it tells of. */
  sequence: number;
  created_at: string;
  body: string;
};

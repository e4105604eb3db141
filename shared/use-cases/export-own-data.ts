import type { Json } from "../domain/foundation/json.ts";
import { isWhole } from "../domain/journal/entry.ts";
import type { SessionEntry, SessionFactKind } from "../domain/session/facts.ts";
import { type SharedResult, sharedResult } from "../domain/session/shared-result.ts";
import { withoutErased } from "../domain/session/without-erased.ts";
import type { Ports } from "./ports.ts";

export type OwnData = {
  session: string;
  exported_at: string;
  entries: { seq: number; at: string; kind: string; payload: Json }[];
  /** What the company shares of the result, once it has decided. */
  shared?: SharedResult;
};

/** The candidate's own data, words and deeds. Grades and results say how keys judge, the rest is what others said. */
const OWN: ReadonlySet<SessionFactKind> = new Set<SessionFactKind>([
  "session.created",
  "session.started",
  "section.opened",
  "answer.saved",
  "answer.late",
  "section.closed",
  "session.submitted",
  "accommodation.requested",
  "accommodation.declined",
  "accommodation.granted",
  "session.extended",
  "session.expired",
  "session.canceled",
  "session.withdrawn",
  "session.voided",
  "objection.raised",
]);

/** Everything the journal holds of the candidate, in order. */
export const exportOwnData =
  (ports: Pick<Ports, "sessions" | "journal">) =>
  async (input: { session: string }): Promise<OwnData> => {
    const { state, playbook, now } = await ports.sessions.read(input.session);
    const entries = withoutErased(await ports.journal.read(state.id), state).filter(isWhole) as SessionEntry[];
    const shared = sharedResult(state, playbook);
    return {
      ...(shared && { shared }),
      session: state.id,
      exported_at: now,
      entries: entries
        .filter(({ kind }) => OWN.has(kind))
        .map((entry) => ({ seq: entry.seq, at: entry.at, kind: entry.kind, payload: ownPayload(entry) })),
    };
  };

function ownPayload(entry: SessionEntry): Json {
  const { link_hash: _, ...payload } = entry.payload as { [member: string]: Json };
  return payload;
}

import type { Json } from "../domain/foundation/json.ts";
import type { SessionEntry, SessionFactKind } from "../domain/session/facts.ts";
import type { Ports } from "./ports.ts";

export type OwnData = {
  session: string;
  exported_at: string;
  entries: { seq: number; at: string; kind: string; payload: Json }[];
};

/** Grades, advice and results say how keys judge; they aren't the candidate's own words or deeds. */
const WITHHELD: ReadonlySet<SessionFactKind> = new Set<SessionFactKind>([
  "grade.recorded",
  "advice.recorded",
  "result.computed",
]);

/** Everything the journal holds of the candidate, in order. */
export const exportOwnData =
  (ports: Pick<Ports, "sessions" | "journal">) =>
  async (input: { session: string }): Promise<OwnData> => {
    const { state, now } = await ports.sessions.read(input.session);
    const entries = (await ports.journal.read(state.id)) as SessionEntry[];
    return {
      session: state.id,
      exported_at: now,
      entries: entries
        .filter(({ kind }) => !WITHHELD.has(kind))
        .map((entry) => ({ seq: entry.seq, at: entry.at, kind: entry.kind, payload: ownPayload(entry) })),
    };
  };

function ownPayload(entry: SessionEntry): Json {
  const { link_hash: _, ...payload } = entry.payload as { [member: string]: Json };
  return payload;
}

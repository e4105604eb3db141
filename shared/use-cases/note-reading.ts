import type { ReadPart } from "../domain/journal/organisation.ts";
import { organisationLog } from "./organisation-log.ts";
import type { Ports } from "./ports.ts";

export type NotingPorts = Pick<Ports, "journal" | "identity" | "clock">;

/** `2026-11-22T10`: who reads on within an hour has opened it once. */
const HOUR_LENGTH = 13;

/**
 * Notes in the organisation's journal who opened what of a session, before it is answered. What this process has noted
 * within the hour isn't noted again; another process may note it once more, which does no harm.
 */
export const noteReading = (ports: NotingPorts) => {
  const record = organisationLog(ports);
  const noted = new Set<string>();
  let hour = "";
  return async ({ session, part, actor }: { session: string; part: ReadPart; actor: string }): Promise<void> => {
    const at = ports.clock.now();
    if (at.slice(0, HOUR_LENGTH) !== hour) noted.clear();
    hour = at.slice(0, HOUR_LENGTH);
    const reading = `${actor} ${session} ${part}`;
    if (noted.has(reading)) return;
    await record({ kind: "session.read", at, actor, payload: { session, part } });
    noted.add(reading);
  };
};

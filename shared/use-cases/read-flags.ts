import { type FlagReport, flagReports } from "./flag-reports.ts";
import type { Ports } from "./ports.ts";

/** Every raising of a red flag of a session, and what became of it. @throws Refusal `session_not_found` */
export const readFlags =
  (ports: Pick<Ports, "sessions">) =>
  async (input: { session: string }): Promise<{ data: FlagReport[] }> => ({
    data: flagReports(await ports.sessions.read(input.session)),
  });

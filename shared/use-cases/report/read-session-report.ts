import { type SessionReport, sessionReport } from "../../domain/report/session-report.ts";
import type { Ports } from "../ports.ts";

/** What staff read a session's result with. @throws Refusal `session_not_found` */
export const readSessionReport =
  (ports: Pick<Ports, "sessions">) =>
  async (input: { session: string }): Promise<SessionReport> =>
    sessionReport(await ports.sessions.read(input.session));

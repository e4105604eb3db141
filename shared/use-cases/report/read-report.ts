import { Refusal } from "../../domain/foundation/refusal.ts";
import { type Report, reportOf } from "../../domain/report/report.ts";
import { readReportToken } from "../../domain/report/token.ts";
import type { ReportKey, SettingsStore } from "../../ports/company-settings.ts";
import type { Hmac } from "../../ports/webhooks.ts";
import { organisationLog } from "../organisation-log.ts";
import type { Ports } from "../ports.ts";

export type ReadReportPorts = Pick<Ports, "sessions" | "journal" | "clock" | "identity"> & {
  settings: SettingsStore;
  reportKey: ReportKey;
  hmac: Hmac;
};

/** Whoever follows a link isn't known by name. */
const READER = "report_link";

/**
 * The report that a link leads to, as far as the company shows it. That it was read goes into the organisation's
 * journal first.
 *
 * @throws Refusal `report_not_found`, `report_expired`
 */
export const readReport = (ports: ReadReportPorts) => {
  const record = organisationLog(ports);
  return async ({ token }: { token: string }): Promise<Report & { expires_at: string }> => {
    const { session, expires_at } = await admitted(ports, token);
    const { state, playbook } = await ports.sessions.read(session);
    await record({ kind: "report.read", at: ports.clock.now(), actor: READER, payload: { session } });
    const { report } = await ports.settings.read();
    return { ...reportOf(state, playbook, report), expires_at };
  };
};

async function admitted({ reportKey, hmac, identity, clock }: ReadReportPorts, token: string) {
  const seal = { key: await reportKey.read(), hmac, digest: identity.digest };
  const read = readReportToken(token, seal, clock.now());
  if (read === undefined) throw new Refusal("report_not_found", "This link doesn't lead to a report.");
  if (read === "expired") throw new Refusal("report_expired", "This link is over; ask for a new one.");
  return read;
}

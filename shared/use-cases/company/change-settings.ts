import type { AtsName } from "../../domain/ats/order.ts";
import {
  type CompanySettings,
  type Connection,
  type MailSettings,
  type ReportSettings,
  type RetentionSettings,
  type SettingsView,
  settingsView,
} from "../../domain/company/settings.ts";
import type { SettingsStore } from "../../ports/company-settings.ts";
import { organisationLog } from "../organisation-log.ts";
import type { Ports } from "../ports.ts";

/** What to change; members left out stay as they are. */
export type SettingsChange = {
  mail?: Partial<MailSettings> | undefined;
  report?: Partial<ReportSettings> | undefined;
  retention?: Partial<RetentionSettings> | undefined;
  ats?: { name: AtsName; connection: Partial<Connection> } | undefined;
};

/** Changes the company's settings. The journal tells which part was changed by whom, and no value. */
export const changeSettings = (ports: Pick<Ports, "journal" | "identity" | "clock"> & { settings: SettingsStore }) => {
  const record = organisationLog(ports);
  return async ({ actor, ...change }: SettingsChange & { actor: string }): Promise<SettingsView> => {
    const { part, given } = partOf(change);
    const payload = { part, members: Object.keys(given) };
    await record({ kind: "settings.changed", at: ports.clock.now(), actor, payload });
    return settingsView(await ports.settings.change((stored) => changed(stored, change)));
  };
};

function partOf({ ats, ...parts }: SettingsChange): { part: string; given: object } {
  if (ats) return { part: `ats.${ats.name}`, given: ats.connection };
  const [part = "", given = {}] = Object.entries(parts).find(([, value]) => value !== undefined) ?? [];
  return { part, given };
}

function changed(stored: CompanySettings, { ats, ...change }: SettingsChange): CompanySettings {
  const connections = ats ? { ...stored.ats, [ats.name]: { ...stored.ats[ats.name], ...ats.connection } } : stored.ats;
  return {
    ...stored,
    mail: { ...stored.mail, ...change.mail },
    report: { ...stored.report, ...change.report },
    retention: { ...stored.retention, ...change.retention },
    ats: connections,
  };
}

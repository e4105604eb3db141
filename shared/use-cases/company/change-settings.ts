import type { AtsName } from "../../domain/ats/order.ts";
import {
  type CompanySettings,
  type Connection,
  type MailSettings,
  type ReportSettings,
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
  ats?: { name: AtsName; connection: Partial<Connection> } | undefined;
};

/** Changes the company's settings. The journal tells which part was changed by whom, and no value. */
export const changeSettings = (ports: Pick<Ports, "journal" | "identity" | "clock"> & { settings: SettingsStore }) => {
  const record = organisationLog(ports);
  return async ({ actor, ...change }: SettingsChange & { actor: string }): Promise<SettingsView> => {
    const members = Object.keys(change.mail ?? change.report ?? change.ats?.connection ?? {});
    const part = change.mail ? "mail" : change.report ? "report" : `ats.${change.ats?.name}`;
    await record({ kind: "settings.changed", at: ports.clock.now(), actor, payload: { part, members } });
    return settingsView(await ports.settings.change((stored) => changed(stored, change)));
  };
};

function changed(stored: CompanySettings, { mail, report, ats }: SettingsChange): CompanySettings {
  const connections = ats ? { ...stored.ats, [ats.name]: { ...stored.ats[ats.name], ...ats.connection } } : stored.ats;
  return { mail: { ...stored.mail, ...mail }, report: { ...stored.report, ...report }, ats: connections };
}

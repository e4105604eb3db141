import { type SettingsView, settingsView } from "../../domain/company/settings.ts";
import type { SettingsStore } from "../../ports/company-settings.ts";

/** The company's settings, without the credentials in them. */
export const readSettings = (ports: { settings: SettingsStore }) => async (): Promise<SettingsView> =>
  settingsView(await ports.settings.read());

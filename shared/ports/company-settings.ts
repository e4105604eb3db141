import type { CompanySettings } from "../domain/company/settings.ts";

export interface SettingsStore {
  /** The standard settings where nothing was changed yet. */
  read(): Promise<CompanySettings>;
  /** Changes what is stored now. */
  change(change: (stored: CompanySettings) => CompanySettings): Promise<CompanySettings>;
}

/** A random key of this deployment, made when it is first asked for. */
export interface ReportKey {
  /** 32 bytes in base64. */
  read(): Promise<string>;
}

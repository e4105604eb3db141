import type { Mapping } from "../ats/generic/mapping.ts";
import { ATS_NAMES, type AtsName } from "../ats/order.ts";
import { type Notices, STANDARD_NOTICES } from "./notices.ts";

export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

export type MailSettings = {
  /** Off: Assay writes to nobody. */
  enabled: boolean;
  /** The company's name, as candidates read it. */
  company: string;
  language: Language;
  /** The IANA name of the zone in which times are told. */
  time_zone: string;
  reply_to: string | null;
  /** How long before the invitation's end a candidate who has not started is reminded; null: never. */
  reminder_hours: number | null;
  /** Who hears of waiting reviews and of endpoints that were given up. */
  staff: string[];
};

/** What a report link shows, and for how long. */
export type ReportSettings = { days: number; candidate: boolean; recommendation: boolean; items: boolean };

/** How long sessions are kept whose playbook says nothing of it, in days after their end; null: for ever. */
export type RetentionSettings = { days: number | null };

/** How one applicant tracking system is connected. */
export type Connection = {
  /** What Assay shows the ATS when it writes back; never shown again. */
  credential: string | null;
  /** Where Assay writes to, for systems that don't name an address with each order. */
  base_url: string | null;
  /** The partner's code name, where the ATS gives one (Recruitee). */
  codename: string | null;
  /** Hosts, with all below them, to which results and the credential may be sent. */
  hosts: string[];
  /** Who sends the candidate the link. */
  invites: "assay" | "ats";
  expires_days: number;
  /** The score from which `passed` is told, `failed` below it; null: no verdict is told. */
  pass_mark: string | null;
  /** Where an order's fields stand in the body of a generic webhook. */
  mapping: Mapping | null;
};

export type CompanySettings = {
  notices: Notices;
  mail: MailSettings;
  report: ReportSettings;
  retention: RetentionSettings;
  ats: { [Name in AtsName]: Connection };
};

const connection = (given: Partial<Connection>): Connection => ({
  credential: null,
  base_url: null,
  codename: null,
  hosts: [],
  invites: "assay",
  expires_days: 14,
  pass_mark: null,
  mapping: null,
  ...given,
});

/** What holds until the company says otherwise: no mail, and connections that lack their credentials. */
export const STANDARD_SETTINGS: CompanySettings = {
  mail: {
    enabled: false,
    company: "",
    language: "en",
    time_zone: "UTC",
    reply_to: null,
    reminder_hours: 48,
    staff: [],
  },
  report: { days: 90, candidate: true, recommendation: true, items: false },
  retention: { days: null },
  notices: STANDARD_NOTICES,
  ats: {
    greenhouse: connection({ hosts: ["greenhouse.io"] }),
    ashby: connection({ base_url: "https://api.ashbyhq.com", hosts: ["ashbyhq.com"] }),
    workable: connection({ hosts: ["workable.com"] }),
    recruitee: connection({ base_url: "https://api.recruitee.com", hosts: ["recruitee.com"] }),
    generic: connection({ invites: "ats" }),
  },
};

/** What the API shows of settings: a credential is there or not, and nothing more. */
export type ConnectionView = Omit<Connection, "credential"> & { has_credential: boolean };
export type SettingsView = Omit<CompanySettings, "ats"> & { ats: { [Name in AtsName]: ConnectionView } };

export function settingsView({ ats, ...settings }: CompanySettings): SettingsView {
  const views = ATS_NAMES.map((name) => [name, connectionView(ats[name])]);
  return { ...settings, ats: Object.fromEntries(views) as SettingsView["ats"] };
}

export const connectionView = ({ credential, ...shown }: Connection): ConnectionView => ({
  ...shown,
  has_credential: credential !== null,
});

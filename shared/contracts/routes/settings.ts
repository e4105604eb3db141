import type { Route } from "../route.ts";
import {
  atsSettingsBody,
  mailSettingsBody,
  noticesBody,
  reportSettingsBody,
  retentionSettingsBody,
  settings,
} from "../shapes/settings.ts";

const read = { zone: "staff", access: { scope: "settings:write", roles: ["admin", "auditor"] } } as const;
const write = { zone: "staff", access: { scope: "settings:write", roles: ["admin"] } } as const;
const success = { status: 200, response: settings } as const;

/** What a company chooses for itself. */
export const settingsRoutes = [
  {
    ...read,
    operation: "read-settings",
    method: "GET",
    path: "/v1/settings",
    summary: "Mail, reports and connections to applicant tracking systems",
    success,
    refusals: [],
  },
  {
    ...write,
    operation: "change-mail-settings",
    method: "PUT",
    path: "/v1/settings/mail",
    summary: "Whether and how Assay writes to people",
    body: mailSettingsBody,
    success,
    refusals: [],
  },
  {
    ...write,
    operation: "change-report-settings",
    method: "PUT",
    path: "/v1/settings/report",
    summary: "What report links show, and for how long",
    body: reportSettingsBody,
    success,
    refusals: [],
  },
  {
    ...write,
    operation: "change-retention-settings",
    method: "PUT",
    path: "/v1/settings/retention",
    summary: "How long sessions created from now on are kept, where their playbook says nothing of it",
    body: retentionSettingsBody,
    success,
    refusals: [],
  },
  {
    ...write,
    operation: "change-notices",
    method: "PUT",
    path: "/v1/settings/notices",
    summary: "What candidates are told before they agree: how data are treated, how the score is made and who decides",
    body: noticesBody,
    success,
    refusals: ["invalid_request"],
  },
  {
    ...write,
    operation: "change-ats-settings",
    method: "PUT",
    path: "/v1/settings/ats/{ats}",
    summary: "How one applicant tracking system is connected",
    body: atsSettingsBody,
    success,
    refusals: ["not_found"],
  },
] as const satisfies readonly Route[];

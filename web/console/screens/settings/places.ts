import type { ComponentType } from "preact";
import type { StaffOperation } from "../../api/types.ts";

export type Place = {
  /** After `/settings/` in the address. */
  path: string;
  label: string;
  needs: StaffOperation;
  load: () => Promise<{ default: ComponentType }>;
};

/** What can be set, in the order of the sub-navigation. */
export const places: readonly Place[] = [
  { path: "keys", label: "API keys", needs: "list-api-keys", load: () => import("./keys/index.tsx") },
  { path: "webhooks", label: "Webhooks", needs: "list-webhook-endpoints", load: () => import("./webhooks/index.tsx") },
  { path: "mail", label: "Mail", needs: "read-settings", load: () => import("./mail.tsx") },
  { path: "reports", label: "Reports", needs: "read-settings", load: () => import("./reports.tsx") },
  { path: "privacy", label: "Privacy", needs: "read-settings", load: () => import("./privacy.tsx") },
  { path: "ats", label: "ATS", needs: "read-settings", load: () => import("./ats/index.tsx") },
  { path: "orders", label: "ATS orders", needs: "list-orders", load: () => import("./orders.tsx") },
  { path: "staff", label: "Staff", needs: "list-staff", load: () => import("./staff.tsx") },
];

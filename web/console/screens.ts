import type { ComponentType } from "preact";
import type { Role } from "#shared/domain/staff/person.ts";
import type { StaffOperation } from "./api/types.ts";

/** A place of the console, loaded when somebody goes there. */
export type Screen = {
  /** What follows `#`; parameters as `:session`, read with `useParams`. The first screen that fits is shown. */
  path: string;
  load: () => Promise<{ default: ComponentType }>;
  /** Its place in the navigation, for those who may call the operation. */
  navigation?: {
    label: string;
    needs: StaffOperation;
    /** Who has this role alone begins here, instead of at the first place that is theirs. */
    home?: Role;
  };
};

export const screens: readonly Screen[] = [
  {
    path: "/sessions",
    load: () => import("./screens/sessions/index.tsx"),
    navigation: { label: "Sessions", needs: "list-sessions" },
  },
  {
    path: "/interviews",
    load: () => import("./screens/interviews/index.tsx"),
    navigation: { label: "Interviews", needs: "list-interviews", home: "interviewer" },
  },
  { path: "/sessions/new/:way?", load: () => import("./screens/new-session/index.tsx") },
  {
    path: "/reviews",
    load: () => import("./screens/reviews/index.tsx"),
    navigation: { label: "Reviews", needs: "list-reviews", home: "reviewer" },
  },
  { path: "/reviews/:session", load: () => import("./screens/review/index.tsx") },
  {
    path: "/agreement",
    load: () => import("./screens/agreement/index.tsx"),
    navigation: { label: "Agreement", needs: "read-agreement" },
  },
  { path: "/sessions/:session/:view?", load: () => import("./screens/session/index.tsx") },
  {
    path: "/playbooks",
    load: () => import("./screens/playbooks/index.tsx"),
    navigation: { label: "Playbooks", needs: "list-playbooks" },
  },
  { path: "/playbooks/publish", load: () => import("./screens/playbooks/publish/index.tsx") },
  { path: "/playbooks/:playbook/changes", load: () => import("./screens/playbooks/changes/index.tsx") },
  { path: "/playbooks/:playbook/regrade", load: () => import("./screens/regrade/index.tsx") },
  { path: "/playbooks/:playbook/:view?", load: () => import("./screens/playbooks/playbook.tsx") },
  {
    path: "/audit",
    load: () => import("./screens/organisation/index.tsx"),
    navigation: { label: "Organisation log", needs: "read-organisation-audit" },
  },
  {
    path: "/settings",
    load: () => import("./screens/settings/index.tsx"),
    navigation: { label: "Settings", needs: "list-webhook-endpoints" },
  },
  { path: "/settings/webhooks/:endpoint", load: () => import("./screens/settings/webhooks/endpoint.tsx") },
  { path: "/settings/ats/:ats", load: () => import("./screens/settings/ats/connection.tsx") },
  { path: "/settings/:place", load: () => import("./screens/settings/index.tsx") },
];

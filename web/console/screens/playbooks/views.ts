import type { ComponentType } from "preact";
import type { BookView } from "./reading/book.ts";

export type View = {
  /** After the playbook in the address; empty for the first. */
  path: string;
  label: string;
  load: () => Promise<{ default: ComponentType<BookView> }>;
};

/** What of a playbook can be looked at. */
export const views: readonly View[] = [
  { path: "", label: "Role", load: () => import("./views/role.tsx") },
  { path: "blueprint", label: "Blueprint", load: () => import("./views/blueprint.tsx") },
  { path: "items", label: "Items", load: () => import("./views/items.tsx") },
  { path: "interview", label: "Interview", load: () => import("./views/interview.tsx") },
  { path: "rules", label: "Rules", load: () => import("./views/rules.tsx") },
  { path: "source", label: "Source", load: () => import("./views/source.tsx") },
  { path: "versions", label: "Versions", load: () => import("./views/versions.tsx") },
];

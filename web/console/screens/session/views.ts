import type { ComponentType } from "preact";
import type { Scope } from "#shared/contracts/route.ts";
import type { Session } from "../../api/types.ts";

/** A part of a session's screen, under its head; loaded when somebody goes there. */
export type View = {
  /** After the session's id in the address; empty for the first. */
  path: string;
  label: string;
  needs: Scope;
  load: () => Promise<{ default: ComponentType<{ session: Session }> }>;
};

export const views: readonly View[] = [
  { path: "", label: "Overview", needs: "sessions:read", load: () => import("./overview.tsx") },
];

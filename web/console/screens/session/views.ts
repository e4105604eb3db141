import type { ComponentType } from "preact";
import type { Session, StaffOperation } from "../../api/types.ts";

/** A part of a session's screen, under its head; loaded when somebody goes there. */
export type View = {
  /** After the session's id in the address; empty for the first. */
  path: string;
  label: string;
  needs: StaffOperation;
  load: () => Promise<{ default: ComponentType<{ session: Session }> }>;
};

export const views: readonly View[] = [
  { path: "", label: "Overview", needs: "read-session", load: () => import("./overview.tsx") },
];

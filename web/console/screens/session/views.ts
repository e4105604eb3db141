import type { ComponentType } from "preact";
import type { Session, StaffOperation } from "../../api/types.ts";

/** A part of a session's screen, under its head; loaded when somebody goes there. */
export type View = {
  /** After the session's id in the address. */
  path: string;
  label: string;
  needs: StaffOperation;
  load: () => Promise<{ default: ComponentType<{ session: Session }> }>;
};

export const views: readonly View[] = [
  { path: "overview", label: "Overview", needs: "read-session", load: () => import("./overview.tsx") },
  { path: "report", label: "Report", needs: "read-session-report", load: () => import("./report/index.tsx") },
  {
    path: "decision",
    label: "Flags and decision",
    needs: "read-session-report",
    load: () => import("./judgement/index.tsx"),
  },
  { path: "what-if", label: "What if", needs: "suppose-result", load: () => import("./what-if/index.tsx") },
  { path: "interview", label: "Interview", needs: "read-interview", load: () => import("../interview/index.tsx") },
  { path: "audit", label: "Audit trail", needs: "read-audit", load: () => import("./audit/index.tsx") },
];

/** The part that opens where the address names none: the report once there is a score to report. */
export const homeOf = ({ scored_at }: Pick<Session, "scored_at">, open: readonly View[]): View | undefined =>
  open.find(({ path }) => path === (scored_at === null ? "overview" : "report")) ?? open[0];

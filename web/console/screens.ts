import type { ComponentType } from "preact";
import type { StaffOperation } from "./api/types.ts";

/** A place of the console, loaded when somebody goes there. */
export type Screen = {
  /** What follows `#`; parameters as `:session`, read with `useParams`. The first screen that fits is shown. */
  path: string;
  load: () => Promise<{ default: ComponentType }>;
  /** Its place in the navigation, for those who may call the operation. */
  navigation?: { label: string; needs: StaffOperation };
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
    navigation: { label: "Interviews", needs: "list-interviews" },
  },
  { path: "/sessions/:session/:view?", load: () => import("./screens/session/index.tsx") },
];

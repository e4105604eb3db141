import type { ComponentType } from "preact";
import type { Scope } from "#shared/contracts/route.ts";

/** A place of the console, loaded when somebody goes there. */
export type Screen = {
  /** What follows `#`; parameters as `:session`, read with `useParams`. The first screen that fits is shown. */
  path: string;
  load: () => Promise<{ default: ComponentType }>;
  /** Its place in the navigation, for those who have the scope. */
  navigation?: { label: string; needs: Scope };
};

export const screens: readonly Screen[] = [
  {
    path: "/sessions",
    load: () => import("./screens/sessions/index.tsx"),
    navigation: { label: "Sessions", needs: "sessions:read" },
  },
  { path: "/sessions/:session/:view?", load: () => import("./screens/session/index.tsx") },
];

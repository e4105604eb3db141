import { mayCall } from "../may.ts";
import type { Me } from "../me.ts";
import type { Screen } from "../screens.ts";

export type Entry = { path: string; label: string };

/** The navigation of somebody: the places that they may use, in the order of the table. */
export function entriesFor(me: Pick<Me, "roles" | "jobs">, screens: readonly Screen[]): Entry[] {
  return screens.flatMap(({ path, navigation }) =>
    navigation && mayCall(me, navigation.needs) ? [{ path, label: navigation.label }] : [],
  );
}

/** Whether a place of the navigation is where the console is, or above it. */
export const isAt = (location: string, { path }: Entry): boolean =>
  location === path || location.startsWith(`${path}/`);

import type { Me } from "../me.ts";
import type { Screen } from "../screens.ts";

export type Entry = { path: string; label: string };

/** The navigation of somebody: the places whose scope they have, in the order of the table. */
export function entriesFor(me: Pick<Me, "scopes">, screens: readonly Screen[]): Entry[] {
  return screens.flatMap(({ path, navigation }) =>
    navigation && me.scopes.includes(navigation.needs) ? [{ path, label: navigation.label }] : [],
  );
}

/** Whether a place of the navigation is where the console is, or above it. */
export const isAt = (location: string, { path }: Entry): boolean =>
  location === path || location.startsWith(`${path}/`);

import { mayCall } from "../may.ts";
import type { Me } from "../me.ts";
import type { Screen } from "../screens.ts";

export type Entry = { path: string; label: string };

type Known = Pick<Me, "roles" | "jobs">;

/** The navigation of somebody: the places that they may use, in the order of the table. */
export function entriesFor(me: Known, screens: readonly Screen[]): Entry[] {
  return screens.flatMap(({ path, navigation }) =>
    navigation && mayCall(me, navigation.needs) ? [{ path, label: navigation.label }] : [],
  );
}

/** Where somebody begins: at the home of their only role, else at the first place that is theirs. */
export function homeOf(me: Known, screens: readonly Screen[]): string | undefined {
  const home = screens.find(({ navigation }) => navigation?.home && me.roles.every((role) => role === navigation.home));
  return entriesFor(me, home ? [home, ...screens] : screens)[0]?.path;
}

/** Whether a place of the navigation is where the console is, or above it. */
export const isAt = (location: string, { path }: Entry): boolean =>
  location === path || location.startsWith(`${path}/`);

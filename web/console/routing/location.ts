import type { BaseLocationHook, BaseSearchHook } from "wouter-preact";
import { navigate, useLocationProperty } from "wouter-preact/use-browser-location";

const [PATH, SEARCH] = [0, 1];
const part = (which: number): string => location.hash.slice(1).split("?")[which] ?? "";

/** Where the console is: what follows `#`, up to a `?`. So the site stays a folder of files. */
export const useHashLocation: BaseLocationHook = () => [
  useLocationProperty(() => part(PATH) || "/"),
  (to: string, options?: { replace?: boolean }) => navigate(`#${to}`, options),
];

/** What a screen is asked to show: what follows the `?` behind the `#`. */
export const useHashSearch: BaseSearchHook = () => useLocationProperty(() => part(SEARCH));

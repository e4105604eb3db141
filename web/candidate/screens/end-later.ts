import { later } from "#web/shared/later.ts";

/** Handing in and what follows aren't needed before the first word is typed; sections load them ahead, while the network is there. */
export const theEnd = later(() => import("./end.ts"));

import type { EventType } from "./event.ts";

/** Whether an endpoint's patterns (exact types, families such as `session.*`, or `*`) want a type of event. */
export const wants = (patterns: readonly string[], type: EventType): boolean =>
  patterns.some((pattern) => pattern === "*" || pattern === type || pattern === `${type.split(".")[0]}.*`);

import { Refusal } from "../domain/foundation/refusal.ts";

/** The number of an entry that a log's cursor names. @throws Refusal `invalid_request` */
export function positionOf(cursor: string): number {
  if (/^[1-9]\d{0,8}$/.test(cursor)) return Number(cursor);
  throw new Refusal("invalid_request", "The cursor isn't one that this list gave.", {
    violations: [{ path: "cursor", message: "is no cursor of this list" }],
  });
}

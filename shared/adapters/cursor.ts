import { Refusal } from "../domain/foundation/refusal.ts";

/** A position in a list as an opaque text for callers. */
export const cursorOf = (position: string): string => Buffer.from(position, "utf8").toString("base64url");

/** @throws Refusal `invalid_request` for a text that {@link cursorOf} didn't make */
export function positionOf(cursor: string, form: RegExp): string {
  const position = Buffer.from(cursor, "base64url").toString("utf8");
  if (form.test(position) && cursorOf(position) === cursor) return position;
  throw new Refusal("invalid_request", "The cursor isn't one that this list gave.", {
    violations: [{ path: "cursor", message: "is no cursor of this list" }],
  });
}

/** How a session stands in lists: by its creation, ties by id. */
export const listPosition = ({ created_at, id }: { created_at: string; id: string }): string => `${created_at}#${id}`;

export const LIST_POSITION = /^\d{4}-\d\d-\d\dT[\d:.]+Z#[\w-]+$/;

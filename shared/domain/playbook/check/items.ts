import { checkItem } from "../../grading/registry.ts";
import { joinPath } from "../path.ts";
import { placedItems } from "../placed-items.ts";
import type { Rule } from "./rule.ts";

/** What each item's own type asks of its key, parts and options. */
export const checkItems: Rule = (playbook) =>
  placedItems(playbook).flatMap(({ item, path }) =>
    checkItem(item).map((violation) => ({ ...violation, path: joinPath(path, violation.path) })),
  );

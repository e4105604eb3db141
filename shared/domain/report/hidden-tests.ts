import type { Json } from "../foundation/json.ts";
import type { ItemBase } from "../grading/contract.ts";
import type { AnyItem } from "../grading/schemas.ts";

/** What an answer was run on without its author seeing it, as staff may read it once the answer is graded. */
export type HiddenTest = {
  id: string;
  title: string;
  /** The part of the item that it belongs to, as `working` names parts; null where the item is no composite. */
  part: string | null;
  /** The arguments of the call, or the statements that fill the tables. */
  input: Json;
  /** The value or the rows that a right answer gives; null where an error is expected. */
  expected: Json;
  /** The name of the error expected. */
  throws: string | null;
};

type Part = Extract<AnyItem, { type: "parts" | "code_reading" }>["parts"][number];

/** The hidden tests and data sets of an item and its parts; empty for items that run nothing. */
export const hiddenTests = (item: ItemBase): HiddenTest[] => testsOf(item as AnyItem, null);

function testsOf(item: AnyItem | Part, part: string | null): HiddenTest[] {
  if (item.type === "coding") {
    return item.key.tests.map(({ id, title, arguments: input, expected, throws }) => ({
      ...{ id, title, part, input: input as Json },
      ...{ expected: (expected ?? null) as Json, throws: throws ?? null },
    }));
  }
  if (item.type === "sql") {
    return item.key.data_sets.map(({ id, title, sql, rows }) => ({
      ...{ id, title, part, input: sql, expected: rows, throws: null },
    }));
  }
  if (item.type !== "parts" && item.type !== "code_reading") return [];
  return item.parts.flatMap((inner) => testsOf(inner, part === null ? inner.id : `${part}.${inner.id}`));
}

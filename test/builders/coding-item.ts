import type { ItemBase } from "#shared/domain/grading/contract.ts";

/** A coding item `double(n)` with one shown example (`two`: 2 → 4) and one hidden test (`three`: 3 → 6). */
export const codingItem = (id: string): ItemBase =>
  ({
    id,
    type: "coding",
    title: "Double",
    points: "2",
    prompt: "Double a number.",
    entry: "double",
    languages: ["javascript"],
    starter: {},
    examples: [{ id: "two", title: "Two", arguments: [2], expected: 4 }],
    key: {
      tests: [{ id: "three", title: "Three", arguments: [3], expected: 6, weight: "1", input_unchanged: false }],
      tolerance: "0",
      reference: { language: "javascript", source: "function double(n) { return 2 * n; }" },
    },
    specimens: [],
  }) as ItemBase;

import type { ItemBase } from "#shared/domain/grading/contract.ts";
import type { Playbook } from "#shared/domain/playbook/schema.ts";
import { shippedNumbers } from "./shipped-numbers.ts";

/** A numeric item whose right answer is `value`. */
export const numericItem = (id: string, value = "2"): ItemBase =>
  ({
    id,
    type: "numeric",
    title: `Question ${id}`,
    points: "1",
    prompt: "How many?",
    key: { value, tolerance: "0", unit: { rule: "forbidden" }, format: "1,234.5", words: false },
    specimens: [],
  }) as ItemBase;

/**
 * A playbook of two sections, five minutes with the items `a` and `b`, then half a minute with `c`; two minutes of
 * pause; all for one category.
 */
export function sessionPlaybook(changes: Partial<Playbook> = {}): Playbook {
  return shippedNumbers({
    id: "small",
    title: "Small",
    minutes: "5.5",
    categories: [{ id: "thinking", title: "Thinking", weight: "100", assessment_share: "1" }],
    sections: [
      { id: "first", title: "First", minutes: "5", category: "thinking", items: [numericItem("a"), numericItem("b")] },
      { id: "second", title: "Second", minutes: "0.5", category: "thinking", items: [numericItem("c")] },
    ],
    interview: { scale: { min: 1, max: 5 }, questions: [] },
    gates: [],
    red_flags: [],
    practice: [numericItem("warm-up")],
    ...changes,
  });
}

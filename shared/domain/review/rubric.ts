import type { ItemBase } from "../grading/contract.ts";
import type { Rubric } from "../grading/written/schema.ts";

/** One criterion as a reviewer judges by it: what there is to earn, and what is looked for. */
export type RubricCriterion = {
  id: string;
  title: string;
  kind: string;
  max: string;
  looks_for: { title: string; weight: string }[];
};

type Judged = { rubric?: Rubric };

/** The criteria of an item that is judged by a rubric, or has parts that are; within a part `part/criterion`. */
export function rubricOf(item: ItemBase): RubricCriterion[] {
  const { rubric, parts = [] } = item as ItemBase & Judged & { parts?: readonly (ItemBase & Judged)[] };
  return [...criteria(rubric), ...parts.flatMap((part) => criteria(part.rubric, `${part.id}/`))];
}

const criteria = (rubric: Rubric | undefined, prefix = ""): RubricCriterion[] =>
  (rubric?.criteria ?? []).map(({ id, title, kind, points, checks }) => ({
    ...{ id: `${prefix}${id}`, title, kind, max: points },
    looks_for: checks.map((check) => ({ title: check.title, weight: check.weight })),
  }));

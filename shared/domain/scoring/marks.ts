import { add, type Exact, exact, minimum } from "../foundation/exact.ts";
import type { ItemBase } from "../grading/contract.ts";
import type { Section } from "../playbook/schema.ts";
import { decimalText } from "./display.ts";
import type { ItemGrade, ScoreInputs } from "./inputs.ts";
import type { ItemResult } from "./result.ts";

/** One item with what it earned. An item that doesn't count (void or not gradable) is left out of every sum. */
export type Mark = {
  item: ItemBase;
  counts: boolean;
  points: Exact;
  max: Exact;
  /** Points if every unclear check were met. */
  highest: Exact;
  shares: { category: string; share: Exact }[];
  result: ItemResult;
};

/** The marks of every item of the playbook, in its order. */
export function marksOf({ playbook, grades, void_sections = [] }: ScoreInputs): Mark[] {
  const byItem = new Map(grades.map((grade) => [grade.item, grade]));
  return playbook.sections.flatMap((section) =>
    section.items.map((item) => markOf(section, item, { grade: byItem.get(item.id), void_sections })),
  );
}

function markOf(
  section: Section,
  item: ItemBase,
  { grade, void_sections }: { grade: ItemGrade | undefined; void_sections: readonly string[] },
): Mark {
  const [points, max] = [exact(grade?.points ?? "0"), exact(item.points)];
  const outcome = void_sections.includes(section.id) ? "void" : (grade?.outcome ?? "graded");
  return {
    item,
    counts: outcome === "graded" || outcome === "needs_review",
    points,
    max,
    highest: minimum(max, add(points, exact(grade?.open ?? "0"))),
    shares: sharesOf(section, item),
    result: {
      id: item.id,
      section: section.id,
      points: decimalText(points),
      max: decimalText(max),
      outcome,
      working: grade?.working ?? [{ code: "no_grade", data: {}, text: "Nothing was graded: the item counts 0." }],
    },
  };
}

function sharesOf(section: Section, item: ItemBase): Mark["shares"] {
  if (item.shares) return item.shares.map(({ category, share }) => ({ category, share: exact(share) }));
  return section.category === undefined ? [] : [{ category: section.category, share: exact("1") }];
}

import type { ItemBase, WorkingLine } from "../grading/contract.ts";
import { criterionOf } from "../review/reviewed-grade.ts";
import { rubricOf } from "../review/rubric.ts";

/** What lines mean whose own texts would say what is right; other codes say nothing to a candidate. */
const PLAIN: { readonly [code: string]: string } = {
  unanswered: "Nothing was answered.",
  reviewed: "A person has graded this answer.",
  choice_right: "The choice is right.",
  choice_wrong: "Another choice was right.",
  number_right: "The number is right.",
  number_wrong: "The number is not right.",
  text_right: "The answer is accepted.",
  text_wrong: "The answer is none of those that are accepted.",
  efficiency_met: "It took few enough steps.",
  efficiency_missed: "It took more steps than it may.",
  rows_right: "The rows are right on every data set.",
  rows_wrong: "The rows are not right on every data set.",
  order_right: "The order is right on every data set.",
  order_wrong: "The order is not right on every data set.",
  columns_right: "The columns are right on every data set.",
  columns_wrong: "The columns are not right on every data set.",
};

/** How points came about, without what the right answer is and without anybody's words. */
export function plainReason(line: WorkingLine, item: ItemBase): string[] {
  const { code, data, text, points } = line;
  if (code === "criterion") {
    if (data["reviewed"] !== true) return [text];
    return [`${criterionTitle(item, line)}: a person gave ${points} of ${data["max"]} points.`];
  }
  if (code === "coding") return [`${data["passed"]} of ${data["tests"]} tests passed.`];
  if (code === "matching") return [`${data["right"]} of ${data["pairs"]} pairs are right.`];
  return Object.hasOwn(PLAIN, code) ? [PLAIN[code]!] : [];
}

/** A criterion as people name it; what has none keeps its id. */
function criterionTitle(item: ItemBase, line: WorkingLine): string {
  const id = criterionOf(line);
  return rubricOf(item).find((criterion) => criterion.id === id)?.title ?? String(id);
}

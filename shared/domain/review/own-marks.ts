import { exact, exactText, sum } from "../foundation/exact.ts";
import type { WorkingLine } from "../grading/contract.ts";
import type { RecordedGrade } from "../session/people-facts.ts";
import type { Grading } from "../session/people-state.ts";
import { criteriaOf, criterionOf } from "./reviewed-grade.ts";

/** What a reviewer has marked of an item: nothing yet, these criteria, or the whole. */
export type Marked = "nothing" | "all" | ReadonlySet<string>;

/** What a reviewer marked since the machine graded last. */
export function markedBy(gradings: readonly Grading[], reviewer: string): Marked {
  const machine = gradings.findLastIndex(({ grade }) => !grade.review);
  const own = gradings.slice(machine + 1).filter(({ actor }) => actor === reviewer);
  if (own.length === 0) return "nothing";
  const named = new Set(own.map(({ grade }) => grade.review!.criterion));
  const criteria = criteriaOf(gradings[machine]?.grade.working ?? []);
  const isWhole = named.has(null) || criteria.every(({ id }) => named.has(id));
  return isWhole ? "all" : new Set([...named].filter((id) => id !== null));
}

/** As much of a grade as a reviewer may see who has marked some of its criteria: the lines and points of those. */
export function seenOf(grade: RecordedGrade, marked: Marked): RecordedGrade | null {
  if (marked === "nothing") return null;
  if (marked === "all") return grade;
  const working = linesSeen(grade.working, marked);
  const totals = working.filter(({ code }) => code === "criterion");
  const total = (figureOf: (line: WorkingLine) => string) =>
    exactText(sum(totals.map((line) => exact(figureOf(line)))));
  return {
    ...grade,
    points: total(({ points }) => points ?? "0"),
    max: total(({ data }) => String(data["max"] ?? "0")),
    open: total(({ data }) => String(data["open"] ?? "0")),
    working,
    evidence: [],
  };
}

/** The lines of a working that a reviewer may see: those of the criteria they marked; of an item without any, all once marked. */
export function linesSeen(working: readonly WorkingLine[], marked: Marked): WorkingLine[] {
  if (marked === "nothing") return [];
  return working.filter((line) => marked === "all" || marked.has(criterionOf(line) ?? ""));
}

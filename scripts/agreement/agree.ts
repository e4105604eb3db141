import type { Json } from "#shared/domain/foundation/json.ts";
import type { Grade } from "#shared/domain/grading/contract.ts";
import { gradeItem } from "#shared/domain/grading/registry.ts";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import { resolvePlaybook } from "../playbook/load.ts";
import { type Half, type MarkedEmail, type MarkedExplanation, markedEmails, markedExplanations } from "./corpus.ts";

/** Author's and grader's points for the same answers. */
export type Pair = { author: number; grader: number };
/** How a check ended for an answer, and whether the author finds it met. */
export type Verdict = { author: boolean; grader: "met" | "not_met" | "unclear" };

/** An e-mail's grade with the author's marks beside it, by criterion and by check; `open` points are left to a person. */
export type GradedEmail = {
  marked: MarkedEmail;
  grade: Grade;
  total: Pair;
  open: number;
  criteria: Map<string, Pair>;
  checks: Map<string, Verdict>;
};
export type GradedExplanation = { marked: MarkedExplanation; grade: Grade; total: Pair };

const sections = resolvePlaybook("back-end-developer").playbook.sections;
const items = sections.flatMap(({ items }) => items);
const itemCalled = (id: string): AnyItem => items.find((item) => item.id === id)!;
const grade = (item: AnyItem, answer: Json): Grade => gradeItem({ item, section: "any", answer, observations: [] });

/** Grades the answers to the e-mail task and sets the author's marks beside. */
export function gradeEmails(half: Half): GradedEmail[] {
  const item = itemCalled("delay-email");
  return markedEmails(half).map((marked) => ({ marked, ...compare(marked, grade(item, marked.answer)) }));
}

function compare({ marks, missed }: MarkedEmail, graded: Grade): Omit<GradedEmail, "marked"> {
  const isMissed = (check: string) => missed === "all" || missed.includes(check);
  const total = Object.values(marks).reduce((sum, mark) => sum + mark, 0);
  const [earned, states] = [pointsOf(graded), statesOf(graded)];
  return {
    grade: graded,
    total: { author: total, grader: number(graded.points) },
    open: number(graded.open),
    criteria: new Map(Object.entries(marks).map(([id, author]) => [id, { author, grader: earned.get(id) ?? 0 }])),
    checks: new Map(CHECKS.map((id) => [id, { author: !isMissed(id), grader: states.get(id) ?? "not_met" }])),
  };
}

const rubricOf = (item: AnyItem) => (item.type === "written" ? item.rubric.criteria : []);
const CHECKS = rubricOf(itemCalled("delay-email")).flatMap(({ checks }) => checks.map(({ id }) => id));

/** The points of each criterion; none for a blank answer. */
const pointsOf = ({ working }: Grade): Map<string, number> =>
  new Map(
    working.flatMap(({ code, data, points }) =>
      code === "criterion" ? [[String(data["criterion"]), number(points!)] as const] : [],
    ),
  );

const STATES: ReadonlyMap<string, Verdict["grader"]> = new Map([
  ["check_met", "met"],
  ["check_not_met", "not_met"],
  ["check_unclear", "unclear"],
]);

const statesOf = ({ working }: Grade): Map<string, Verdict["grader"]> =>
  new Map(
    working.flatMap(({ code, data }) => {
      const state = STATES.get(code);
      return state ? [[String(data["check"]), state] as const] : [];
    }),
  );

/** Grades the answers to a part of the code reading and sets the author's points beside. */
export function gradeExplanations(part: "fault" | "as_written", half: Half): GradedExplanation[] {
  const item = itemCalled("calculate-total");
  return markedExplanations(part, half).map((marked) => {
    const graded = grade(item, { [part]: marked.answer });
    return { marked, grade: graded, total: { author: marked.points, grader: number(graded.points) } };
  });
}

const number = (points: string): number => {
  const [numerator, denominator = "1"] = points.split("/");
  return Number(numerator) / Number(denominator);
};

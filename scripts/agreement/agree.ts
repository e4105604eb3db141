import type { Json } from "#shared/domain/foundation/json.ts";
import type { Grade } from "#shared/domain/grading/contract.ts";
import { gradeItem } from "#shared/domain/grading/registry.ts";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import type { Criterion } from "#shared/domain/grading/written/schema.ts";
import { resolvePlaybook } from "../playbook/load.ts";
import {
  EXPLANATIONS,
  type Explanation,
  type Half,
  type MarkedAnswer,
  type MarkedExplanation,
  MESSAGES,
  type Message,
  markedAnswers,
  markedExplanations,
} from "./corpus.ts";

/** Author's and grader's points for the same answers. */
export type Pair = { author: number; grader: number };
/** How a check ended for an answer, and whether the author finds it met. */
export type Verdict = { author: boolean; grader: "met" | "not_met" | "unclear" };

/** A message's grade with the author's marks beside it, by criterion and by check; `open` points are left to a person. */
export type GradedMessage = {
  marked: MarkedAnswer;
  grade: Grade;
  total: Pair;
  open: number;
  criteria: Map<string, Pair>;
  checks: Map<string, Verdict>;
};
export type GradedExplanation = { marked: MarkedExplanation; grade: Grade; total: Pair };

const itemOf = (playbook: string, id: string): AnyItem => {
  const items = resolvePlaybook(playbook).playbook.sections.flatMap(({ items }) => items);
  return items.find((item) => item.id === id)!;
};
const grade = (item: AnyItem, answer: Json): Grade => gradeItem({ item, section: "any", answer, observations: [] });

/** The criteria by which a shipped written task is judged. */
export function criteriaOf(message: Message): Criterion[] {
  const item = itemOf(MESSAGES[message], message);
  return item.type === "written" ? item.rubric.criteria : [];
}

/** Grades the answers to a written task and sets the author's marks beside. */
export function gradeMessages(message: Message, half: Half): GradedMessage[] {
  const item = itemOf(MESSAGES[message], message);
  const checks = criteriaOf(message).flatMap((criterion) => criterion.checks.map(({ id }) => id));
  return markedAnswers(message, half).map((marked) => ({
    marked,
    ...compare(marked, { graded: grade(item, marked.answer), checks }),
  }));
}

function compare(
  { marks, missed }: MarkedAnswer,
  { graded, checks }: { graded: Grade; checks: readonly string[] },
): Omit<GradedMessage, "marked"> {
  const isMissed = (check: string) => missed === "all" || missed.includes(check);
  const total = Object.values(marks).reduce((sum, mark) => sum + mark, 0);
  const [earned, states] = [pointsOf(graded), statesOf(graded)];
  return {
    grade: graded,
    total: { author: total, grader: number(graded.points) },
    open: number(graded.open),
    criteria: new Map(Object.entries(marks).map(([id, author]) => [id, { author, grader: earned.get(id) ?? 0 }])),
    checks: new Map(checks.map((id) => [id, { author: !isMissed(id), grader: states.get(id) ?? "not_met" }])),
  };
}

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

/** Grades the answers to a part of a code reading and sets the author's points beside. */
export function gradeExplanations(explanation: Explanation, half: Half): GradedExplanation[] {
  const item = itemOf(EXPLANATIONS[explanation.item].playbook, explanation.item);
  return markedExplanations(explanation, half).map((marked) => {
    const graded = grade(item, { [explanation.part]: marked.answer });
    return { marked, grade: graded, total: { author: marked.points, grader: number(graded.points) } };
  });
}

const number = (points: string): number => {
  const [numerator, denominator = "1"] = points.split("/");
  return Number(numerator) / Number(denominator);
};

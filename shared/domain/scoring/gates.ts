import { compare, type Exact, exact } from "../foundation/exact.ts";
import type { Gate, GateCondition, Playbook } from "../playbook/schema.ts";
import { assessmentFigure, type CategoryEvidence, categoryFigure, interviewFigure } from "./categories.ts";
import { decimalText, published } from "./display.ts";
import type { ScoreInputs } from "./inputs.ts";
import type { Mark } from "./marks.ts";
import type { SettledQuestion } from "./ratings.ts";
import * as because from "./reasons.ts";
import type { GateResult, Reason } from "./result.ts";

/** What gates read. */
export type GateView = {
  stage: ScoreInputs["stage"];
  marks: readonly Mark[];
  questions: readonly SettledQuestion[];
  evidence: readonly CategoryEvidence[];
};

/** Every gate of the playbook, in its order. */
export const gateResults = (playbook: Playbook, view: GateView): GateResult[] =>
  playbook.gates.map((gate) => ({ id: gate.id, effect: gate.effect, ...evaluate(gate, view) }));

function evaluate(gate: Gate, view: GateView): Pick<GateResult, "fired" | "because"> {
  const due = gate.any_of.filter((condition) => view.stage === "final" || readsAssessmentOnly(condition));
  const lost = new Set(due.flatMap((condition) => itemsRead(condition, view)).filter(({ counts }) => !counts));
  if (lost.size > 0) return { fired: false, because: because.gateUnreadable([...lost].map(({ item }) => item.id)) };
  const held = [...due.flatMap((condition) => holds(condition, view)), ...criticalFailures(gate, view)];
  if (held.length > 0) return { fired: true, because: because.allOf(held) };
  return { fired: false, because: due.length < gate.any_of.length ? because.gateWaits() : null };
}

/** While a result is provisional, conditions on C, I and ratings wait for the interview. */
const readsAssessmentOnly = (condition: GateCondition): boolean =>
  "item" in condition || ("category" in condition && condition.figure === "assessment");

/** The items behind a condition; a disputed one never feeds a gate. */
function itemsRead(condition: GateCondition, { marks, evidence }: GateView): Mark[] {
  if ("item" in condition) return marks.filter(({ item }) => item.id === condition.item && !item.disputed);
  if (!("category" in condition) || condition.figure === "interview") return [];
  return undisputed(evidenceFor(condition.category, evidence)).map(({ mark }) => mark);
}

function holds(condition: GateCondition, view: GateView): Reason[] {
  if ("item" in condition) return itemBelow(condition.item, condition.points_below, view.marks);
  if ("question" in condition) return ratingBelow(condition.question, condition.rating_below, view.questions);
  const figure = published(figureFor(condition, evidenceFor(condition.category, view.evidence)));
  if (figure === null || compare(exact(figure), exact(condition.below)) >= 0) return [];
  return [
    because.figureBelow({
      category: condition.category,
      figure: condition.figure,
      value: figure,
      below: condition.below,
    }),
  ];
}

type FigureCondition = Extract<GateCondition, { category: string }>;

function figureFor(condition: FigureCondition, evidence: CategoryEvidence): Exact | null {
  const assessment = assessmentFigure({ items: undisputed(evidence) });
  if (condition.figure === "assessment") return assessment;
  const interview = interviewFigure(evidence);
  return condition.figure === "interview" ? interview : categoryFigure(evidence, assessment, interview);
}

function itemBelow(id: string, below: string, marks: readonly Mark[]): Reason[] {
  return marks
    .filter(({ item, counts, points }) => item.id === id && !item.disputed && counts && isBelow(points, below))
    .map(({ points }) => because.itemBelow({ item: id, points: decimalText(points), below }));
}

function ratingBelow(id: string, below: string, questions: readonly SettledQuestion[]): Reason[] {
  return questions.flatMap(({ question, rating }) =>
    question.id === id && rating !== null && isBelow(rating, below)
      ? [because.ratingBelow({ question: id, rating: decimalText(rating), below })]
      : [],
  );
}

/** Items whose failure matters by itself and that name this gate. */
const criticalFailures = (gate: Gate, { marks }: GateView): Reason[] =>
  failedCriticals(marks)
    .filter(({ critical }) => critical.gate === gate.id)
    .map(({ reason }) => reason);

/** Critical items that scored below their mark; disputed, void and ungraded ones never do. */
export function failedCriticals(
  marks: readonly Mark[],
): { critical: NonNullable<Mark["item"]["critical"]>; reason: Reason }[] {
  return marks.flatMap(({ item, counts, points }) => {
    const { critical } = item;
    if (!critical || item.disputed || !counts || !isBelow(points, critical.below)) return [];
    const reason = because.itemBelow({ item: item.id, points: decimalText(points), below: critical.below });
    return [{ critical, reason }];
  });
}

const undisputed = ({ items }: CategoryEvidence): CategoryEvidence["items"] =>
  items.filter(({ mark }) => !mark.item.disputed);

function evidenceFor(category: string, evidence: readonly CategoryEvidence[]): CategoryEvidence {
  const found = evidence.find((one) => one.category.id === category);
  if (!found) throw new RangeError(`a gate names the unknown category ${category}`);
  return found;
}

const isBelow = (value: Exact, mark: string): boolean => compare(value, exact(mark)) < 0;

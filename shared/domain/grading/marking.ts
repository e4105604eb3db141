import { add, compare, type Exact, type ExactText, exact, exactText, subtract, ZERO } from "../foundation/exact.ts";
import type { Json } from "../foundation/json.ts";
import type { Violation } from "../foundation/refusal.ts";
import type { ItemBase, Marking, Proof, WorkingLine } from "./contract.ts";

/** One line of working. */
export const line = (code: string, text: string, data: { [key: string]: Json } = {}, points?: Exact): WorkingLine => ({
  code,
  data,
  text,
  ...(points === undefined ? {} : { points: exactText(points) }),
});

/** A marking whose points stand. */
export const graded = (points: Exact, working: WorkingLine[]): Marking => ({
  points: exactText(points),
  open: "0",
  outcome: "graded",
  working,
});

/** A marking that a person must look at; `open` points count 0 until then. */
export const needsReview = (points: Exact, working: WorkingLine[], open: Exact = ZERO): Marking => ({
  points: exactText(points),
  open: exactText(open),
  outcome: "needs_review",
  working,
});

/** Our fault, never the candidate's: `because` says what failed. */
export const notGradable = (because: string, data: { [key: string]: Json } = {}): Marking => ({
  points: "0",
  open: "0",
  outcome: "not_gradable",
  working: [line("not_gradable", `This couldn't be graded: ${because}`, data)],
});

export const unanswered = (): Marking => graded(ZERO, [line("unanswered", "Nothing was answered.", {}, ZERO)]);

/** All points or none. */
export const wholeOrNothing = (item: { points: ExactText }, right: boolean): Exact =>
  right ? exact(item.points) : ZERO;

/** `1 of 2 points` and the like. */
export const ofPoints = (points: Exact, max: ExactText): string => `${exactText(points)} of ${max} points`;

/** Violations when points of parts, criteria or aspects don't sum to the item's. */
export function checkPointsSum(
  item: { points: ExactText },
  of: { path: string; what: string; points: ExactText[] },
): Violation[] {
  const total = of.points.map(exact).reduce(add, ZERO);
  if (compare(total, exact(item.points)) === 0) return [];
  const message = `the points of the ${of.what} sum to ${exactText(total)}, the item has ${item.points}`;
  const difference = exactText(subtract(exact(item.points), total));
  return [{ path: of.path, message, remedy: `make up the difference of ${difference}` }];
}

/** Violations when two of a list have the same id. */
export const checkUniqueIds = (path: string, list: readonly { id: string }[]): Violation[] =>
  list.flatMap(({ id }, index) =>
    list.findIndex((other) => other.id === id) === index
      ? []
      : [{ path: `${path}[${index}].id`, message: `the id "${id}" is used twice`, remedy: "give each its own id" }],
  );

type ProvenItem = Pick<ItemBase, "points"> & { specimens: { name: string; answer: unknown; points: ExactText }[] };

/** What every type proves: the reference scores full, an empty answer 0, each specimen what the author wrote. */
export const commonProofs = (item: ProvenItem, reference: Json, path = "key"): Proof[] => [
  { name: "reference answer", path, answer: reference, expects: { points: item.points } },
  { name: "empty answer", path, answer: null, expects: { points: "0" } },
  ...item.specimens.map(({ name, answer, points }, index) => ({
    name: `specimen "${name}"`,
    path: `specimens[${index}]`,
    answer: answer as Json,
    expects: { points },
  })),
];

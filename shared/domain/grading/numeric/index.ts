import { compare, exact, exactText, subtract, ZERO } from "../../foundation/exact.ts";
import type { Violation } from "../../foundation/refusal.ts";
import type { ItemType, Marking } from "../contract.ts";
import { commonProofs, graded, line, needsReview, unanswered, wholeOrNothing } from "../marking.ts";
import { type NumberReading, readNumber } from "../number.ts";
import { isBlank, normalizeText, tidy } from "../text.ts";
import { numericCandidate } from "./candidate.ts";
import type { NumericKey, NumericPart } from "./schema.ts";

/** One number in a field, compared as an exact decimal. */
export const numeric: ItemType<NumericPart, string> = {
  type: "numeric",
  grader: "numeric/1",
  ...numericCandidate,
  jobs: () => [],
  grade(item, answer) {
    if (answer === null || isBlank(answer)) return unanswered();
    const reading = readNumber(answer, item.key);
    return "value" in reading ? compareWithKey(item, reading.value) : markProblem(item, answer, reading);
  },
  check: (item) => checkUnit(item.key),
  proofs: (item) => commonProofs(item, numeric.referenceAnswer(item)),
  referenceAnswer: ({ key }) => referenceText(key),
};

function compareWithKey(item: NumericPart, value: ReturnType<typeof exact>): Marking {
  const difference = subtract(value, exact(item.key.value));
  const distance = compare(difference, ZERO) < 0 ? subtract(ZERO, difference) : difference;
  const right = compare(distance, exact(item.key.tolerance)) <= 0;
  const data = { read: exactText(value), expected: item.key.value, tolerance: item.key.tolerance };
  const within = item.key.tolerance === "0" ? "" : ` within ${item.key.tolerance}`;
  const text = `Read as ${data.read}; right is ${item.key.value}${within}.`;
  const points = wholeOrNothing(item, right);
  return graded(points, [line(right ? "number_right" : "number_wrong", text, data, points)]);
}

type Problem = Extract<NumberReading, { problem: string }>;

const PROBLEM_TEXT = {
  not_a_number: "The field isn't one number.",
  unit_missing: "The number's unit is missing.",
  unit_wrong: "The number's unit is not one the key allows.",
} as const;

function markProblem(item: NumericPart, answer: string, reading: Problem): Marking {
  const data = { answer: tidy(answer).slice(0, 100), expected: item.key.value };
  const working = [line(reading.problem, PROBLEM_TEXT[reading.problem], data, ZERO)];
  return reading.problem === "not_a_number" && reading.ambiguous ? needsReview(ZERO, working) : graded(ZERO, working);
}

/** The key's value as a candidate would write it. */
function referenceText({ value, unit, format }: NumericKey): string {
  const decimal = format === "1.234,5" || format === "1 234,5" ? value.replace(".", ",") : value;
  return unit.rule === "required" ? `${decimal} ${unit.name}` : decimal;
}

function checkUnit({ unit }: NumericKey): Violation[] {
  if (unit.rule === "forbidden") return [];
  const names = [unit.name, ...unit.synonyms, ...unit.conversions.flatMap((other) => [other.unit, ...other.synonyms])];
  const twice = names.map((name) => normalizeText(name)).find((name, index, all) => all.indexOf(name) !== index);
  const repeated = twice === undefined ? [] : [unitViolation(`"${twice}" names a unit twice`, "name each unit once")];
  const zero = unit.conversions.some(({ factor }) => compare(exact(factor), ZERO) <= 0);
  return zero
    ? [...repeated, unitViolation("a factor isn't above 0", "write how many of the key's unit it is")]
    : repeated;
}

const unitViolation = (message: string, remedy: string): Violation => ({ path: "key.unit", message, remedy });

import { add, type ExactText, exact, exactText, ZERO } from "../foundation/exact.ts";
import type { Json } from "../foundation/json.ts";
import type { Violation } from "../foundation/refusal.ts";
import { type CandidateSide, members, refuse } from "./candidate-side.ts";
import type { GradeOutcome, ItemBase, ItemType, Marking, Proof, WorkingLine } from "./contract.ts";
import { checkPointsSum, checkUniqueIds } from "./marking.ts";
import type { Observation, SandboxJob } from "./sandbox.ts";

/** An item made of parts, each graded by a type of its own. */
type Composite<Part extends ItemBase> = { points: ExactText; parts: Part[] };

/** What was answered, by part; parts without an answer are left out. */
export type PartAnswers = { [part: string]: Json };

type Parsing = Pick<CandidateSide<ItemBase, Json>, "parseAnswer">;
type Grader = Pick<ItemType, "jobs" | "grade" | "check" | "proofs" | "referenceAnswer" | "parseAnswer">;

export function parsePartAnswers<Part extends ItemBase>(
  { parts }: Composite<Part>,
  value: unknown,
  typeOf: (part: Part) => Parsing,
): { answer: PartAnswers } | { violations: Violation[] } {
  const given = members(value);
  if (!given) return refuse("the answer must be {part: value}");
  const answers = Object.entries(given).filter(([, answer]) => answer !== null);
  const violations = answers.flatMap(([id, answer]) => partViolations(id, answer, { parts, typeOf }));
  return violations.length > 0 ? { violations } : { answer: Object.fromEntries(answers) };
}

function partViolations<Part extends ItemBase>(
  id: string,
  answer: Json,
  { parts, typeOf }: { parts: Part[]; typeOf: (part: Part) => Parsing },
): Violation[] {
  const part = parts.find((each) => each.id === id);
  if (!part) return [{ path: id, message: "there is no such part" }];
  const parsed = typeOf(part).parseAnswer(part, answer);
  if ("answer" in parsed) return [];
  return parsed.violations.map((violation) => ({ ...violation, path: joinPath(id, violation.path) }));
}

const joinPath = (part: string, inside: string): string =>
  inside === "" || inside.startsWith("[") ? part + inside : `${part}.${inside}`;

/** What the answered parts ask to be run, in the item's order. */
export const jobsOfParts = <Part extends ItemBase>(
  { parts }: Composite<Part>,
  answers: PartAnswers,
  typeOf: (part: Part) => Grader,
): SandboxJob[] => parts.flatMap((part) => jobsOfPart(part, answers, typeOf(part)));

const jobsOfPart = (part: ItemBase, answers: PartAnswers | null, type: Grader): SandboxJob[] => {
  const answer = parsedAnswer(part, answers, type);
  return answer === null ? [] : type.jobs(part, answer);
};

/**
 * Grades each part by its own type, on what was seen of its own jobs; points and open points add up, the most doubtful
 * outcome stands.
 */
export function gradeParts<Part extends ItemBase>(
  { parts }: Composite<Part>,
  { answers, observations }: { answers: PartAnswers | null; observations: readonly Observation[] },
  typeOf: (part: Part) => Grader,
): Marking {
  const unclaimed = [...observations];
  const markings = parts.map((part) => {
    const type = typeOf(part);
    const own = unclaimed.splice(0, jobsOfPart(part, answers, type).length);
    return type.grade(part, parsedAnswer(part, answers, type), own);
  });
  return {
    points: total(markings.map(({ points }) => points)),
    open: total(markings.map(({ open }) => open)),
    outcome: worst(markings.map(({ outcome }) => outcome)),
    working: parts.flatMap((part, index) => markings[index]!.working.map((each) => ofPart(part, each))),
  };
}

/** The answer to a part; null where there is none. */
export const answerTo = ({ id }: ItemBase, answers: PartAnswers | null): Json =>
  answers !== null && Object.hasOwn(answers, id) ? answers[id]! : null;

function parsedAnswer(part: ItemBase, answers: PartAnswers | null, type: Grader): Json {
  const answer = answerTo(part, answers);
  const parsed = answer === null ? undefined : type.parseAnswer(part, answer);
  return parsed && "answer" in parsed ? parsed.answer : null;
}

/** Names the part in a line; a part of a part as `reading.prints`. */
const ofPart = ({ id, title }: ItemBase, working: WorkingLine): WorkingLine => ({
  ...working,
  data: { ...working.data, part: typeof working.data["part"] === "string" ? `${id}.${working.data["part"]}` : id },
  text: `${title}: ${working.text}`,
});

const total = (figures: ExactText[]): ExactText => exactText(figures.map(exact).reduce(add, ZERO));

const DOUBT: GradeOutcome[] = ["graded", "needs_review", "not_gradable"];
const worst = (outcomes: GradeOutcome[]): GradeOutcome =>
  DOUBT[Math.max(...outcomes.map((outcome) => DOUBT.indexOf(outcome)))] ?? "graded";

export function checkParts<Part extends ItemBase>(item: Composite<Part>, typeOf: (part: Part) => Grader): Violation[] {
  const points = item.parts.map((part) => part.points);
  return [
    ...checkUniqueIds("parts", item.parts),
    ...checkPointsSum(item, { path: "parts", what: "parts", points }),
    ...item.parts.flatMap((part, index) =>
      typeOf(part)
        .check(part)
        .map((violation) => ({ ...violation, path: `parts[${index}].${violation.path}` })),
    ),
  ];
}

/** The parts' own proofs, told of the whole item: what one part must score, the others left blank. */
export function proveParts<Part extends ItemBase>(item: Composite<Part>, typeOf: (part: Part) => Grader): Proof[] {
  return item.parts.flatMap((part, index) =>
    typeOf(part)
      .proofs(part)
      .map(({ name, path, answer, expects }) => ({
        name: `part "${part.id}": ${name}`,
        path: `parts[${index}].${path}`,
        answer: answer === null ? null : { [part.id]: answer },
        expects,
      })),
  );
}

/** Every part's reference answer. */
export const referenceParts = <Part extends ItemBase>(item: Composite<Part>, typeOf: (part: Part) => Grader): Json =>
  Object.fromEntries(item.parts.map((part) => [part.id, typeOf(part).referenceAnswer(part)]));

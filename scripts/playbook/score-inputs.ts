import * as z from "zod/mini";
import { parseExact } from "#shared/domain/foundation/exact.ts";
import { Refusal, type Violation } from "#shared/domain/foundation/refusal.ts";
import { issueViolations } from "#shared/domain/playbook/issues.ts";
import type { Playbook } from "#shared/domain/playbook/schema.ts";
import {
  type ItemGrade,
  inputViolations,
  type Rating,
  ratingGaps,
  type ScoreInputs,
} from "#shared/domain/scoring/inputs.ts";

const NOT_ASSESSED = z.union([z.null(), z.literal("not_assessed")]);

const inputsSchema = z.strictObject({
  points: z.record(z.string(), z.string()),
  ratings: z._default(
    z.array(
      z.strictObject({
        question: z.string(),
        rater: z._default(z.string(), "rater"),
        value: z.union([z.string(), NOT_ASSESSED]),
      }),
    ),
    [],
  ),
  consensus: z._default(z.array(z.strictObject({ question: z.string(), value: z.string() })), []),
  flags: z._default(
    z.array(
      z.strictObject({
        flag: z.string(),
        state: z._default(z.enum(["raised", "confirmed", "lifted", "overridden"]), "raised"),
      }),
    ),
    [],
  ),
  void_sections: z._default(z.array(z.string()), []),
  /** Left out: final where every category that draws on the interview has a rating. */
  stage: z.optional(z.enum(["provisional", "final"])),
});

type BareInputs = z.infer<typeof inputsSchema>;

/**
 * Reads bare inputs (numbers as their decimal texts) as what a result is computed from. An item left out counts 0.
 *
 * @throws Refusal `invalid_score_inputs` with every violation of the form or, where that holds, of what it says
 */
export function readScoreInputs(playbook: Playbook, value: unknown): ScoreInputs {
  const parsed = inputsSchema.safeParse(value);
  if (!parsed.success) throw invalid(issueViolations(parsed.error.issues, value));
  const inputs = scoreInputsOf(playbook, parsed.data);
  const violations = contentViolations(parsed.data, inputs);
  if (violations.length > 0) throw invalid(violations);
  return inputs;
}

const invalid = (violations: Violation[]): Refusal =>
  new Refusal("invalid_score_inputs", "The inputs can't be scored.", { violations });

function scoreInputsOf(playbook: Playbook, bare: BareInputs): ScoreInputs {
  const given = bare.ratings.map(({ question, rater, value }) => ({ question, rater, value: ratingOf(value) }));
  const completed =
    bare.stage === undefined && coversInterview(playbook, given) ? [...given, ...notAssessed(playbook, given)] : given;
  const isComplete = ratingGaps(playbook, completed).length === 0;
  return {
    playbook,
    stage: bare.stage ?? (isComplete ? "final" : "provisional"),
    grades: Object.entries(bare.points).map(([item, points]) => bareGrade(item, points)),
    ratings: completed,
    consensus: bare.consensus.map(({ question, value }) => ({ question, value: Number(value) })),
    flags: bare.flags.map(({ flag, state }) => ({ id: null, flag, state, raised_by: "person" })),
    void_sections: bare.void_sections,
  };
}

/** Whether an interview took place: every category with questions has a rating or the mark `not assessed`. */
function coversInterview({ interview }: Playbook, ratings: readonly Rating[]): boolean {
  const covered = interview.questions.filter(({ id }) => ratings.some(({ question }) => question === id));
  return interview.questions.every(({ category }) => covered.some((question) => question.category === category));
}

/** The mark for every question of an interview that was left out. */
const notAssessed = ({ interview }: Playbook, ratings: readonly Rating[]): Rating[] =>
  interview.questions
    .filter(({ id }) => !ratings.some(({ question }) => question === id))
    .map(({ id }) => ({ question: id, rater: "not asked", value: null }));

const ratingOf = (value: string | null): number | null =>
  value === null || value === "not_assessed" ? null : Number(value);

const bareGrade = (item: string, points: string): ItemGrade => ({
  item,
  points,
  open: "0",
  outcome: "graded",
  working: [{ code: "given", data: {}, text: "The points were given." }],
});

function contentViolations(bare: BareInputs, inputs: ScoreInputs): Violation[] {
  const unreadable = numberViolations(bare);
  const paths = new Set(unreadable.map(({ path }) => path));
  const others = inputViolations(inputs).map((violation) => ({
    ...violation,
    path: pathInFile(violation.path, inputs),
  }));
  return [...unreadable, ...others.filter(({ path }) => !paths.has(path))];
}

/** Points stand by item in the file, and as a list in what is scored. */
const pathInFile = (path: string, { grades }: ScoreInputs): string =>
  path.replace(/^grades\[(\d+)\].*/, (_, index: string) => `points.${grades[Number(index)]!.item}`);

function numberViolations({ points, ratings, consensus }: BareInputs): Violation[] {
  return [
    ...Object.entries(points).flatMap(([item, text]) =>
      violationIf(parseExact(text) === undefined, `points.${item}`, `"${text}" is not a number`),
    ),
    ...ratings.flatMap(({ value }, index) => wholeViolations(value, `ratings[${index}].value`)),
    ...consensus.flatMap(({ value }, index) => wholeViolations(value, `consensus[${index}].value`)),
  ];
}

/** Read from the text: `4.00000000000000000001` is no whole number, although the nearest binary one is. */
const wholeViolations = (value: string | null, path: string): Violation[] =>
  violationIf(ratingOf(value) !== null && !/^-?\d+(\.0+)?$/.test(value!), path, `${value} is not a whole rating`);

const violationIf = (wrong: boolean, path: string, message: string): Violation[] => (wrong ? [{ path, message }] : []);

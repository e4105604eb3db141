import * as z from "zod/mini";
import { OUTCOMES } from "../../domain/session/people-facts.ts";
import { figure, json, jsonObject, longText, optional, pageOf, paging, points, shortText, time } from "./common.ts";
import { result } from "./result.ts";
import { sessionStatus } from "./standing.ts";

/** The words somebody said or wrote. */
const quote = longText;
/** What is still being written; it may be empty. */
const noted = z.string().check(z.maxLength(2_000));
/** A rating; `null` (or the word) is the mark `not assessed`. */
const ratingValue = z.pipe(
  z.union([z.int(), z.null(), z.literal("not_assessed")]),
  z.transform((value: number | null | "not_assessed") => (value === "not_assessed" ? null : value)),
);

const kitQuestion = z.object({
  id: z.string(),
  text: z.string(),
  probes: z.array(z.string()),
  anchors: z.record(z.string(), z.string()),
  whole_interview: z.boolean(),
});

/** What an interviewer needs in the room. What the answers were worth isn't told: it would anchor. */
export const interviewKit = z.object({
  session: z.string(),
  playbook: z.object({ title: z.string(), summary: z.string() }),
  candidate: z.nullable(z.object({ name: z.string() })),
  scale: z.object({ min: z.int(), max: z.int() }),
  categories: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      description: z.nullable(z.string()),
      questions: z.array(kitQuestion),
      shown: z.array(
        z.object({
          item: z.string(),
          title: z.string(),
          type: z.string(),
          prompt: z.string(),
          /** The item as the candidate saw it. */
          task: jsonObject,
          answer: json,
        }),
      ),
    }),
  ),
  red_flags: z.array(
    z.object({ id: z.string(), title: z.string(), description: z.string(), signs: z.array(z.string()) }),
  ),
});

export const listInterviewsQuery = z.strictObject({ ...paging, status: z.optional(z.enum(["scored", "finalized"])) });
/** Sessions as interviewers see them: without their scores. */
export const interviewPage = pageOf(
  z.object({
    session: z.string(),
    playbook: z.string(),
    title: z.string(),
    status: sessionStatus,
    scored_at: z.nullable(time),
    candidate: z.nullable(z.object({ name: z.string() })),
    /** The caller's own card. */
    own: z.enum(["none", "draft", "locked"]),
    locked: z.int(),
    min_raters: z.int(),
  }),
);

/** Ratings with their observations; the value is left out while only the observation is noted. */
export const saveScorecardBody = z.strictObject({
  ratings: z
    .array(
      z.strictObject({
        question: shortText,
        value: z.optional(ratingValue),
        observation: optional(noted),
        reason: optional(noted),
      }),
    )
    .check(z.maxLength(100)),
  /** The revision last seen; left out, the card is saved on whatever stands. */
  revision: z.optional(z.int().check(z.minimum(0))),
});

const rating = z.object({
  question: z.string(),
  value: z.optional(z.nullable(z.int())),
  observation: optional(z.string()),
  reason: optional(z.string()),
});

export const scorecard = z.object({
  session: z.string(),
  interviewer: z.string(),
  ratings: z.array(rating),
  /** Of the draft; null once the card is locked. */
  revision: z.nullable(z.int()),
  saved_at: z.nullable(time),
  locked_at: z.nullable(time),
  /** The questions that the card leaves out. */
  unrated: z.array(z.string()),
});

export const scorecards = z.object({
  data: z.array(scorecard),
  /** Locked cards of others, which are shown once the own card is locked. */
  hidden: z.int(),
  consensus: z.array(
    z.object({
      question: z.string(),
      value: z.int(),
      reason: z.string(),
      actor: z.string(),
      at: time,
      /** Whose ratings it replaces. */
      raters: z.array(z.string()),
    }),
  ),
  /** Questions whose raters differ by 2 or more; none while cards are hidden. */
  to_reconcile: z.array(z.string()),
  progress: z.object({ locked: z.int(), min_raters: z.int() }),
});

export const consensusBody = z.strictObject({ question: shortText, value: z.int(), reason: longText });

const flagState = z.enum(["raised", "confirmed", "lifted", "overridden"]);
export const flagSeverity = z.enum(["disqualify", "major", "minor"]);

/** One raising of a red flag; `id` is null until a person answers what a gate or an item raised by itself. */
export const flag = z.object({
  id: z.nullable(z.string()),
  flag: z.string(),
  title: z.string(),
  severity: flagSeverity,
  state: flagState,
  raised_by: z.enum(["person", "gate", "item"]),
  raiser: z.nullable(z.string()),
  observation: z.nullable(z.string()),
  raised_at: z.nullable(time),
  answers: z.array(z.object({ state: flagState, actor: z.string(), reason: z.string(), at: time })),
});
export const flagList = z.object({ data: z.array(flag) });
export const raiseFlagBody = z.strictObject({ flag: shortText, observation: quote });
export const answerFlagBody = z.strictObject({ reason: longText });

/** A question that has fewer raters than the policy asks for. */
export const ratingGap = z.object({ question: z.string(), raters: z.int(), needed: z.int() });

export const decisionBody = z.strictObject({ outcome: z.enum(OUTCOMES), reason: optional(longText) });
export const decision = z.object({
  outcome: z.enum(OUTCOMES),
  reason: z.nullable(z.string()),
  result: z.int(),
  recommendation: z.nullable(z.string()),
  actor: z.string(),
  at: time,
});

export const agreementQuery = z.strictObject({ playbook: z.optional(shortText) });
export const agreement = z.object({
  /** Of how many sessions. */
  sessions: z.int(),
  questions: z.array(
    z.object({
      question: z.string(),
      n: z.int(),
      ratings: z.int(),
      mean: z.nullable(figure),
      spread: z.nullable(figure),
    }),
  ),
  raters: z.array(
    z.object({
      rater: z.string(),
      n: z.int(),
      ratings: z.int(),
      mean: figure,
      spread: z.nullable(figure),
      severity: z.nullable(figure),
    }),
  ),
  consistency: z.object({ icc: z.nullable(figure), n: z.int(), raters: z.array(z.string()), enough: z.int() }),
});

/** What is supposed instead of what stands; nothing of it is kept. */
export const whatIfBody = z.strictObject({
  points: z.optional(z.record(z.string(), points)),
  ratings: z.optional(
    z.array(z.strictObject({ question: shortText, rater: z.optional(shortText), value: ratingValue })),
  ),
  consensus: z.optional(z.array(z.strictObject({ question: shortText, value: z.int() }))),
  flags: z.optional(z.array(z.strictObject({ flag: shortText, state: flagState }))),
  stage: z.optional(z.enum(["provisional", "final"])),
});
const flip = z.object({
  change: z.enum(["points", "rating", "consensus"]),
  of: z.string(),
  rater: z.nullable(z.string()),
  from: z.string(),
  to: z.string(),
  recommendation: z.nullable(z.string()),
  text: z.string(),
});
export const whatIf = z.object({
  result,
  fragility: z.object({ fragile: z.boolean(), flips: z.array(flip), text: z.string() }),
});

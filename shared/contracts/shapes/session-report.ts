import * as z from "zod/mini";
import { figure, json, jsonObject } from "./common.ts";
import { decision, flagSeverity, ratingGap } from "./people.ts";
import { result } from "./result.ts";
import { session } from "./session.ts";

const hiddenTest = z.object({
  id: z.string(),
  title: z.string(),
  part: z.nullable(z.string()),
  /** The arguments of the call, or the statements that fill the tables. */
  input: json,
  expected: json,
  throws: z.nullable(z.string()),
});

const gateCondition = z.union([
  z.object({ category: z.string(), figure: z.enum(["score", "assessment", "interview"]), below: figure }),
  z.object({ item: z.string(), points_below: figure }),
  z.object({ question: z.string(), rating_below: figure }),
]);

/** What the playbook says of the figures; of its keys only the tests of graded answers. */
const frame = z.object({
  title: z.string(),
  scale: z.object({ min: z.int(), max: z.int() }),
  min_raters: z.int(),
  bands: z.array(z.object({ from: figure, to: figure, recommendation: z.enum(["advance", "review", "reject"]) })),
  categories: z.array(z.object({ id: z.string(), title: z.string(), weight: figure, assessment_share: figure })),
  gates: z.array(
    z.object({
      id: z.string(),
      effect: z.enum(["reject", "review", "note"]),
      any_of: z.array(gateCondition),
      raises: z.optional(z.string()),
      why: z.string(),
    }),
  ),
  questions: z.array(
    z.object({ id: z.string(), category: z.string(), text: z.string(), whole_interview: z.boolean() }),
  ),
  red_flags: z.array(
    z.object({
      id: z.string(),
      severity: flagSeverity,
      title: z.string(),
      description: z.string(),
      signs: z.array(z.string()),
    }),
  ),
  sections: z.array(z.object({ id: z.string(), title: z.string(), minutes: figure })),
  items: z.array(
    z.object({
      section: z.string(),
      /** As the candidate saw it. */
      asked: jsonObject,
      /** Empty until the answer is graded. */
      tests: z.array(hiddenTest),
    }),
  ),
});

/** What staff read a session's result with. */
export const sessionReport = z.object({
  session,
  playbook: frame,
  results: z.array(
    z.pick(result, {
      version: true,
      stage: true,
      score: true,
      recommendation: true,
      computed_at: true,
      engine_version: true,
    }),
  ),
  missing: z.array(ratingGap),
  decisions: z.array(decision),
});

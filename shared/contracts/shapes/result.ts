import * as z from "zod/mini";
import { figure, json, jsonObject, pageOf, time } from "./common.ts";
import { signedHead } from "./take.ts";

const reason = z.object({ code: z.string(), data: jsonObject, text: z.string() });
const workingLine = z.extend(reason, { points: z.optional(figure) });
const gradeOutcome = z.enum(["graded", "needs_review", "not_gradable"]);

const itemResult = z.object({
  id: z.string(),
  section: z.string(),
  points: figure,
  max: figure,
  outcome: z.enum(["graded", "needs_review", "not_gradable", "void"]),
  working: z.array(workingLine),
});

export const result = z.object({
  session: z.nullable(z.string()),
  version: z.nullable(z.int()),
  stage: z.enum(["provisional", "final"]),
  score: z.nullable(figure),
  coverage: figure,
  bounds: z.object({ low: figure, high: figure }),
  recommendation: z.nullable(z.enum(["advance", "review", "reject", "disqualified", "incomplete"])),
  reasons: z.array(reason),
  categories: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      weight: figure,
      assessment: z.nullable(figure),
      interview: z.nullable(figure),
      score: z.nullable(figure),
    }),
  ),
  gates: z.array(
    z.object({
      id: z.string(),
      effect: z.enum(["reject", "review", "note"]),
      fired: z.boolean(),
      because: z.nullable(reason),
    }),
  ),
  flags: z.array(
    z.object({
      id: z.nullable(z.string()),
      flag: z.string(),
      severity: z.enum(["disqualify", "major", "minor"]),
      state: z.enum(["raised", "confirmed", "lifted", "overridden"]),
      raised_by: z.enum(["person", "gate", "item"]),
    }),
  ),
  items: z.array(itemResult),
  needs_reconciliation: z.array(
    z.object({
      question: z.string(),
      ratings: z.array(z.object({ rater: z.string(), value: z.number() })),
    }),
  ),
  computed_at: z.nullable(time),
  engine_version: z.string(),
});

export const readResultQuery = z.strictObject({ version: z.optional(z.coerce.number().check(z.int(), z.minimum(1))) });

/** A grade with the working and the evidence it rests on. */
export const grade = z.object({
  item: z.string(),
  section: z.string(),
  points: figure,
  open: figure,
  max: figure,
  outcome: gradeOutcome,
  grader: z.string(),
  working: z.array(workingLine),
  evidence: z.array(json),
  /** What a person's grade was made from. */
  review: z.optional(
    z.object({ criterion: z.nullable(z.string()), points: figure, reason: z.string(), quote: z.string() }),
  ),
});

export const sessionAnswers = z.object({
  session: z.string(),
  answers: z.array(
    z.object({
      section: z.string(),
      item: z.string(),
      type: z.string(),
      title: z.string(),
      variant: z.optional(z.string()),
      /** The answer that counts; null where none was given. */
      answer: z.nullable(z.object({ value: json, revision: z.int(), saved_at: time })),
      /** Kept but not scored: saved after the section was closed. */
      late: z.array(z.object({ value: json, revision: z.int(), saved_at: time })),
      grade: z.nullable(grade),
      /** The grades that it superseded, oldest first. */
      earlier: z.array(z.object({ grade, actor: z.string(), at: time })),
    }),
  ),
});

/** One link of the journal. Payload and salt are missing where they were erased. */
export const auditEntry = z.object({
  seq: z.int(),
  at: time,
  actor: z.string(),
  kind: z.string(),
  payload: z.optional(z.unknown()),
  salt: z.optional(z.string()),
  payload_hash: z.string(),
  prev_hash: z.string(),
  hash: z.string(),
});
export const auditPage = pageOf(auditEntry);

/** One self-contained document for offline verification, in canonical form (RFC 8785). */
export const bundle = z.object({
  format: z.literal("assay-bundle/1"),
  playbook: jsonObject,
  journal: z.array(auditEntry),
  head: signedHead,
  public_key: z.string(),
});

/** The keys that this deployment signs journals with. */
export const signingKeys = z.object({
  keys: z.array(z.object({ key_id: z.string(), algorithm: z.literal("ECDSA-P256-SHA256"), spki: z.string() })),
});

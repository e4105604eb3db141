import * as z from "zod/mini";
import { figure, json, jsonObject, longText, optional, pageOf, paging, points, shortText, time } from "./common.ts";
import { grade, result } from "./result.ts";
import { sessionStatus } from "./standing.ts";

/** Left out: the whole item. */
export const reviewGradeBody = z.strictObject({
  item: shortText,
  criterion: optional(shortText),
  points,
  reason: longText,
  quote: longText,
});
export const reviewedGrade = z.object({ session: z.string(), grade, previous: grade, result });

export const listReviewsQuery = z.strictObject({ ...paging, playbook: z.optional(shortText) });
export const reviewPage = pageOf(
  z.object({
    session: z.string(),
    playbook: z.string(),
    status: sessionStatus,
    scored_at: z.nullable(time),
    open_reviews: z.int(),
  }),
);

const criterion = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  max: figure,
  looks_for: z.array(z.object({ title: z.string(), weight: figure })),
});

/** What a reviewer sees of one grade: no name, no address; the machine's mark once the own one is in. */
export const blindItem = z.object({
  item: z.string(),
  section: z.string(),
  title: z.string(),
  type: z.string(),
  prompt: z.string(),
  max: figure,
  /** The item as the candidate saw it. */
  task: jsonObject,
  /** What can be marked by itself; empty where only the whole item can. */
  criteria: z.array(criterion),
  answer: json,
  opened_at: time,
  /** Whether some person has graded it. */
  closed: z.boolean(),
  objection: z.nullable(z.string()),
  /** Whether the reviewer has marked all of it. */
  complete: z.boolean(),
  own: z.nullable(grade),
  machine: z.nullable(grade),
  because: z.nullable(z.array(z.string())),
});
export const blindReview = z.object({ session: z.string(), items: z.array(blindItem) });

/** Marks of every criterion, or one without a criterion: of the whole item. */
export const submitReviewBody = z.strictObject({
  marks: z
    .array(z.strictObject({ criterion: optional(shortText), points, reason: longText, quote: longText }))
    .check(z.minLength(1), z.maxLength(50)),
});

export const regradeBody = z.strictObject({
  /** `id@version`, the later version. */
  to: shortText,
  reason: longText,
  /** False: only show who moves. */
  commit: z.boolean(),
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(50))),
  cursor: z.optional(z.string().check(z.minLength(1), z.maxLength(1_000))),
});
const standing = z.object({
  version: z.nullable(z.int()),
  score: z.nullable(figure),
  recommendation: z.nullable(z.string()),
});
export const regraded = z.object({
  from: z.string(),
  to: z.string(),
  committed: z.boolean(),
  /** How many of these sessions get another score or another recommendation. */
  moving: z.int(),
  data: z.array(
    z.object({
      session: z.string(),
      status: sessionStatus,
      before: standing,
      after: z.nullable(standing),
      moves: z.boolean(),
      /** Why this session can't be graded by that version; null where it can. */
      refused: z.nullable(z.string()),
    }),
  ),
  next_cursor: z.nullable(z.string()),
});

import * as z from "zod/mini";
import { json } from "../common.ts";
import { email, id, maybe, test, words } from "./fields.ts";

export const ashbyListBody = z.optional(z.object({}));
export const ashbyTests = z.object({
  success: z.literal(true),
  results: z.array(z.object({ assessment_type_id: z.string(), name: z.string() })),
});

export const assessmentStartBody = z.object({
  assessment_type_id: test,
  candidate: z.object({ ashby_id: z.optional(id), first_name: maybe(words), last_name: maybe(words), email }),
  application: z.object({ ashby_id: id }),
  job: maybe(z.object({ ashby_id: z.optional(id), name: maybe(words) })),
});

const field = z.object({
  identifier: z.string(),
  label: z.string(),
  type: z.enum(["numeric_score", "url", "string", "boolean_success"]),
  value: json,
});

/** One of a status, a result with its report, or the reason why it is over. */
const update = z.object({
  assessment_id: z.string(),
  timestamp: z.int(),
  assessment_status: z.optional(field),
  cancelled_reason: z.optional(field),
  assessment_profile_url: z.optional(field),
  assessment_result: z.optional(field),
  metadata: z.optional(z.array(field)),
});

export const assessmentStarted = z.object({
  success: z.literal(true),
  results: z.object({ assessment_id: z.string(), update_request: update }),
});

export const assessmentCancelBody = z.object({ assessment_id: id });
export const assessmentCanceled = z.object({
  success: z.literal(true),
  results: z.object({ assessment_id: z.string() }),
});

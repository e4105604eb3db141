import * as z from "zod/mini";
import { address, email, maybe, test, words } from "./fields.ts";

export const workableTests = z.object({ tests: z.array(z.object({ id: z.string(), name: z.string() })) });

export const workableAssessmentBody = z.object({
  test_id: test,
  job_shortcode: maybe(words),
  job_title: maybe(words),
  callback_url: address,
  candidate: z.object({ first_name: maybe(words), last_name: maybe(words), email }),
});
export const workableAssessment = z.object({ assessment_id: z.string() });

export const sharedLink = z.object({ url: z.string(), ttl: z.int(), ttl_units: z.literal("days") });

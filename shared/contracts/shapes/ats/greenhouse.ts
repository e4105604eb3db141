import * as z from "zod/mini";
import { address, email, id, maybe, test, words } from "./fields.ts";

export const greenhouseTests = z.array(z.object({ partner_test_id: z.string(), partner_test_name: z.string() }));

export const sendTestBody = z.object({
  partner_test_id: test,
  candidate: z.object({
    first_name: maybe(words),
    last_name: maybe(words),
    preferred_name: maybe(words),
    email,
    greenhouse_profile_url: maybe(words),
  }),
  url: address,
});
export const sentTest = z.object({ partner_interview_id: z.string() });

export const testStatusQuery = z.object({ partner_interview_id: id });
export const testStatus = z.object({
  partner_status: z.string(),
  partner_profile_url: z.nullable(z.string()),
  partner_score: z.nullable(z.number()),
  metadata: z.record(z.string(), z.string()),
});

export const responseErrorBody = z.object({
  api_call: maybe(words),
  errors: maybe(z.array(z.unknown())),
  partner_interview_id: maybe(words),
});
export const noted = z.object({ received: z.literal(true) });

import * as z from "zod/mini";
import { email, id, maybe, test, words } from "./fields.ts";

export const recruiteeTests = z.array(z.object({ id: z.string(), name: z.string() }));

const number = z.union([words, z.number()]);

export const sendCandidateBody = z.object({
  first_name: maybe(words),
  last_name: maybe(words),
  email,
  candidate_id: maybe(number),
  company_id: maybe(number),
  report_id: id,
  test_id: test,
});
export const sentCandidate = z.object({
  order: z.string(),
  status: z.enum(["sent", "completed", "failed", "canceled"]),
});

export const recruiteeCancelBody = z.object({ report_id: id });

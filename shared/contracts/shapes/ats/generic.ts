import * as z from "zod/mini";
import { jsonObject } from "../common.ts";

/** Whatever the ATS sends; the mapping in the settings says where what stands. */
export const genericBody = jsonObject;

/** `order` is null where nothing is ordered at the candidate's stage. */
export const genericAnswer = z.object({
  order: z.nullable(z.string()),
  session: z.nullable(z.string()),
  /** Whether this call made the session. */
  created: z.boolean(),
  /** The candidate's link, shown this once, where the ATS invites. */
  url: z.nullable(z.string()),
});

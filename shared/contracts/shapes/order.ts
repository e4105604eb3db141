import * as z from "zod/mini";
import { ATS_NAMES } from "../../domain/ats/order.ts";
import { pageOf, time } from "./common.ts";
import { sessionStatus } from "./standing.ts";

/** An order of an applicant tracking system, and how far the system knows of it. */
export const order = z.object({
  id: z.string(),
  ats: z.enum(ATS_NAMES),
  /** 1, and one more each time the same person is invited anew under the same key. */
  round: z.int(),
  session: z.string(),
  /** The session's; null where it was never made. */
  status: z.nullable(sessionStatus),
  placed_at: time,
  canceled: z.boolean(),
  told: z.nullable(z.object({ at: z.nullable(time), text: z.string() })),
  /** The latest try that failed since; null where all is well. */
  failed: z.nullable(z.object({ at: time, error: z.string() })),
});

export const orderPage = pageOf(order);

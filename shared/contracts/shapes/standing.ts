import * as z from "zod/mini";

export const sessionStatus = z.enum([
  "invited",
  "in_progress",
  "grading",
  "scored",
  "finalized",
  "decided",
  "expired",
  "canceled",
  "withdrawn",
  "voided",
  "erased",
]);

/** A decimal in a request: its text, or a JSON number. */
const anyDecimal = z.lazy(() =>
  z.pipe(
    z.pipe(z.union([z.string(), z.number()]), z.transform(String)),
    z.string().check(z.regex(/^\d{1,6}(?:\.\d{1,6})?$/, "must be a plain decimal such as 1.5")),
  ),
);

/** What a candidate asked for, and what became of it. */
export const accommodationRequest = z.lazy(() =>
  z.object({
    text: z.string(),
    at: z.iso.datetime(),
    state: z.enum(["open", "granted", "declined"]),
    /** Why it was declined. */
    reason: z.nullable(z.string()),
  }),
);

/** Extra time, as it is asked for and as it is shown. */
export const accommodation = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("multiplier"), factor: anyDecimal }),
    z.strictObject({ kind: z.literal("minutes"), minutes: anyDecimal }),
    z.strictObject({ kind: z.literal("untimed") }),
  ]),
);

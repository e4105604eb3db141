import * as z from "zod/mini";

const id = z.string().check(z.minLength(1), z.maxLength(200));

/**
 * What the delivery's function is called with: by whoever committed events or saw them open, by the
 * retries, and by whoever asks for one more attempt.
 */
export const deliveryEvent = z.union([
  z.strictObject({ dispatch: id }),
  /** `round` of its schedule; left out: whichever it is in. */
  z.strictObject({ attempt: id, round: z.optional(z.int().check(z.minimum(0))) }),
  z.strictObject({ resend: id }),
]);

export type DeliveryEvent = z.infer<typeof deliveryEvent>;

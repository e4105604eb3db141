import * as z from "zod/mini";

const id = z.string().check(z.minLength(1), z.maxLength(200));

/** What the mail service tells by way of a topic. */
const notices = z.object({ Records: z.array(z.object({ Sns: z.object({ Message: z.string() }) })) });

/**
 * What the delivery's function is called with: by whoever committed events or saw them open, by the retries, by whoever
 * asks for one more attempt or has an errand done, and by the topic on which the mail service tells what came back.
 */
export const deliveryEvent = z.union([
  z.strictObject({ dispatch: id }),
  /** `round` of its schedule; left out: whichever it is in. */
  z.strictObject({ attempt: id, round: z.optional(z.int().check(z.minimum(0))) }),
  z.strictObject({ resend: id }),
  z.strictObject({ errand: id }),
  notices,
]);

export type DeliveryEvent = z.infer<typeof deliveryEvent>;

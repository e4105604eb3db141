import * as z from "zod/mini";

const id = z.string().check(z.minLength(1), z.maxLength(200));

/** What the delivery's function is called with: by whoever committed events or saw them open, and by the retries. */
export const deliveryEvent = z.union([z.strictObject({ dispatch: id }), z.strictObject({ attempt: id })]);

export type DeliveryEvent = z.infer<typeof deliveryEvent>;

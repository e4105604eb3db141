import * as z from "zod/mini";
import { field, fieldsOfPart, itemFields, localId, options } from "../item-fields.ts";

const bestWorstKey = z.strictObject({
  best: field("Id of the best option: half of the points.", localId),
  worst: field("Id of the worst option: half of the points.", localId),
});

const own = {
  type: z.literal("best_worst"),
  options: options(3),
  key: field("The best and the worst option.", bestWorstKey),
};

/** One of the two may be missing, as in a draft: the other still scores. */
const bestWorstAnswer = z.strictObject({
  best: z.optional(z.nullable(localId)),
  worst: z.optional(z.nullable(localId)),
});
export const bestWorstItem = z.strictObject({ ...itemFields(bestWorstAnswer), ...own });
export const bestWorstPart = z.strictObject({ ...fieldsOfPart(bestWorstAnswer), ...own });

export type BestWorstPart = z.infer<typeof bestWorstPart>;
export type BestWorstAnswer = z.infer<typeof bestWorstAnswer>;

import * as z from "zod/mini";
import { field, fieldsOfPart, itemFields, localId, option } from "../item-fields.ts";

const side = (which: string) =>
  field(`The ${which} column, in the order shown.`, z.array(option).check(z.minLength(2)));

const own = {
  type: z.literal("matching"),
  left: side("left"),
  right: side("right"),
  key: field(
    "The right pairs.",
    z.strictObject({
      pairs: field("Left id to right id; each right one belongs to exactly one left one.", z.record(localId, localId)),
    }),
  ),
};

const matchingAnswer = z.record(localId, localId);
export const matchingItem = z.strictObject({ ...itemFields(matchingAnswer), ...own });
export const matchingPart = z.strictObject({ ...fieldsOfPart(matchingAnswer), ...own });

export type MatchingPart = z.infer<typeof matchingPart>;

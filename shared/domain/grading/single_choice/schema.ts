import * as z from "zod/mini";
import { field, fieldsOfPart, itemFields, localId, options } from "../item-fields.ts";

const own = {
  type: z.literal("single_choice"),
  options: options(2),
  key: field("The right option.", z.strictObject({ correct: field("Id of the right option.", localId) })),
};

const singleChoiceAnswer = localId;
export const singleChoiceItem = z.strictObject({ ...itemFields(singleChoiceAnswer), ...own });
export const singleChoicePart = z.strictObject({ ...fieldsOfPart(singleChoiceAnswer), ...own });

export type SingleChoicePart = z.infer<typeof singleChoicePart>;

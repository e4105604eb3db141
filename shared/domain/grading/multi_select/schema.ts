import * as z from "zod/mini";
import { field, fieldsOfPart, itemFields, localId, options } from "../item-fields.ts";

const multiSelectKey = z.strictObject({
  correct: field("Ids of all right options.", z.array(localId).check(z.minLength(1))),
});

const own = {
  type: z.literal("multi_select"),
  options: options(2),
  key: field("The right options: each hit adds, each false pick takes away, never below 0.", multiSelectKey),
};

const multiSelectAnswer = z.array(localId);
export const multiSelectItem = z.strictObject({ ...itemFields(multiSelectAnswer), ...own });
export const multiSelectPart = z.strictObject({ ...fieldsOfPart(multiSelectAnswer), ...own });

export type MultiSelectPart = z.infer<typeof multiSelectPart>;

import * as z from "zod/mini";
import { field, fieldsOfPart, itemFields, text } from "../item-fields.ts";

const shortTextKey = z.strictObject({
  accepted: field("Every right answer; the first one is the reference.", z.array(text).check(z.minLength(1))),
  case_sensitive: field("Whether capitals matter.", z._default(z.boolean(), false)),
});

const own = {
  type: z.literal("short_text"),
  hint: field("A word beside the field, for example `one word`.", z.optional(text)),
  key: field("The accepted texts.", shortTextKey),
};

const shortTextAnswer = z.string();
export const shortTextItem = z.strictObject({ ...itemFields(shortTextAnswer), ...own });
export const shortTextPart = z.strictObject({ ...fieldsOfPart(shortTextAnswer), ...own });

export type ShortTextItem = z.infer<typeof shortTextItem>;
export type ShortTextPart = z.infer<typeof shortTextPart>;

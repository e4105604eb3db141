import * as z from "zod/mini";
import { decimal, field, fieldsOfPart, itemFields, positiveDecimal, text } from "../item-fields.ts";

const conversion = z.strictObject({
  unit: field("Another unit the answer may be given in.", text),
  synonyms: field("Other spellings of it.", z._default(z.array(text), [])),
  factor: field("How many of the key's unit one of it is, exactly: `60` for an hour in minutes.", decimal),
});

const unitNames = {
  name: field("The unit of the key's value, for example `server`, `%` or `EUR`.", text),
  synonyms: field("Other spellings, for example `servers` or `€`.", z._default(z.array(text), [])),
  leading: field("Whether the unit may stand before the number, as a currency does.", z._default(z.boolean(), false)),
  conversions: field("Other units and their exact factors.", z._default(z.array(conversion), [])),
};

const unit = z.discriminatedUnion("rule", [
  z.strictObject({ rule: field("The answer is a bare number.", z.literal("forbidden")) }),
  z.strictObject({
    rule: field("With or without the unit; a wrong unit is wrong.", z.literal("optional")),
    ...unitNames,
  }),
  z.strictObject({ rule: field("A number without its unit is wrong.", z.literal("required")), ...unitNames }),
]);

const numericKey = z.strictObject({
  value: field("The right number.", decimal),
  tolerance: field("How far off an answer may be and still be right, inclusive; `0` for exact.", positiveDecimal),
  unit: field("Whether a unit is asked for.", unit),
  format: field(
    "How numbers are grouped and where their decimals begin, by example.",
    z._default(z.enum(["1,234.5", "1.234,5", "1 234,5", "1'234.5"]), "1,234.5"),
  ),
  words: field("Whether the words zero to twenty count as numbers.", z._default(z.boolean(), false)),
});

const own = {
  type: z.literal("numeric"),
  hint: field("A word beside the field, for example `a whole number`.", z.optional(text)),
  key: field("The right number, its tolerance and its unit rule.", numericKey),
};

const numericAnswer = z.string();
export const numericItem = z.strictObject({ ...itemFields(numericAnswer), ...own });
export const numericPart = z.strictObject({ ...fieldsOfPart(numericAnswer), ...own });

export type NumericItem = z.infer<typeof numericItem>;
export type NumericPart = z.infer<typeof numericPart>;
export type NumericKey = z.infer<typeof numericKey>;
export type UnitRule = z.infer<typeof unit>;

import * as z from "zod/mini";
import { conceptsPart } from "../concepts/schema.ts";
import { field, fieldsOfPart, itemFields, localId, text } from "../item-fields.ts";
import { numericPart } from "../numeric/schema.ts";
import { shortTextPart } from "../short_text/schema.ts";

const claim = z.strictObject({
  part: field("The part whose key this run proves: what happens must score full points there.", localId),
  source: field("The program to run; left out: the snippet as shown.", z.optional(text)),
  prints: field("What it prints, without the last line break.", z.optional(z.string())),
  throws: field("What it throws: the error's name, for example `ReferenceError`.", z.optional(text)),
});

const snippet = z.strictObject({
  language: field("For highlighting; runs need `javascript` or `typescript`.", text),
  source: field("The code as the candidate sees it.", text),
  runs: field("What happens when code is run; proven by running it.", z._default(z.array(claim), [])),
});

const part = z.discriminatedUnion("type", [conceptsPart, shortTextPart, numericPart]);

/** By part id; a part may be missing. */
const codeReadingAnswer = z.record(localId, z.nullable(z.string()));

const own = {
  type: z.literal("code_reading"),
  snippet: field("The code to read.", snippet),
  parts: field("The questions about it; their points sum to the item's.", z.array(part).check(z.minLength(1))),
};

export const codeReadingItem = z.strictObject({ ...itemFields(codeReadingAnswer), ...own });
export const codeReadingPart = z.strictObject({ ...fieldsOfPart(codeReadingAnswer), ...own });

export type CodeReadingItem = z.infer<typeof codeReadingItem>;
export type CodeReadingPart = z.infer<typeof codeReadingPart>;
export type CodeQuestion = z.infer<typeof part>;

import * as z from "zod/mini";
import { bestWorstPart } from "../best_worst/schema.ts";
import { codeReadingPart } from "../code_reading/schema.ts";
import { codingPart } from "../coding/schema.ts";
import { conceptsPart } from "../concepts/schema.ts";
import { field, itemFields, localId } from "../item-fields.ts";
import { matchingPart } from "../matching/schema.ts";
import { multiSelectPart } from "../multi_select/schema.ts";
import { numericPart } from "../numeric/schema.ts";
import { rankingPart } from "../ranking/schema.ts";
import { shortTextPart } from "../short_text/schema.ts";
import { singleChoicePart } from "../single_choice/schema.ts";
import { sqlPart } from "../sql/schema.ts";
import { writtenPart } from "../written/schema.ts";

const part = z.discriminatedUnion("type", [
  numericPart,
  shortTextPart,
  conceptsPart,
  singleChoicePart,
  multiSelectPart,
  bestWorstPart,
  rankingPart,
  matchingPart,
  writtenPart,
  codeReadingPart,
  codingPart,
  sqlPart,
]);

/** By part id, each in the shape of its type; a part may be missing. */
const partsAnswer = z.record(localId, z.json());

export const partsItem = z.strictObject({
  ...itemFields(partsAnswer),
  type: z.literal("parts"),
  parts: field("Several fields in one item; their points sum to the item's.", z.array(part).check(z.minLength(1))),
});

export type PartsItem = z.infer<typeof partsItem>;
export type Part = z.infer<typeof part>;

import * as z from "zod/mini";
import { bestWorstItem } from "./best_worst/schema.ts";
import { codeReadingItem } from "./code_reading/schema.ts";
import { codingItem } from "./coding/schema.ts";
import { matchingItem } from "./matching/schema.ts";
import { multiSelectItem } from "./multi_select/schema.ts";
import { numericItem } from "./numeric/schema.ts";
import { partsItem } from "./parts/schema.ts";
import { rankingItem } from "./ranking/schema.ts";
import { shortTextItem } from "./short_text/schema.ts";
import { singleChoiceItem } from "./single_choice/schema.ts";
import { sqlItem } from "./sql/schema.ts";
import { writtenItem } from "./written/schema.ts";

/** The schema of every item type. */
export const itemSchemas = [
  numericItem,
  shortTextItem,
  singleChoiceItem,
  multiSelectItem,
  bestWorstItem,
  rankingItem,
  matchingItem,
  codeReadingItem,
  partsItem,
  codingItem,
  sqlItem,
  writtenItem,
] as const;

/** An item of any type. Only what reads playbooks needs it; grading works on items already parsed. */
export const itemSchema = z.discriminatedUnion("type", itemSchemas);

export type AnyItem = z.infer<typeof itemSchema>;

import * as z from "zod/mini";
import { field, fieldsOfPart, itemFields, localId, options } from "../item-fields.ts";

const rankingKey = z.strictObject({
  order: field("Ids of all options, first place first.", z.array(localId).check(z.minLength(2))),
  must_be_first: field("An option that has to be first: anything else scores 0.", z.optional(localId)),
});

const own = {
  type: z.literal("ranking"),
  options: options(2),
  key: field("The right order; every place that an option is off costs points.", rankingKey),
};

const rankingAnswer = z.array(localId);
export const rankingItem = z.strictObject({ ...itemFields(rankingAnswer), ...own });
export const rankingPart = z.strictObject({ ...fieldsOfPart(rankingAnswer), ...own });

export type RankingPart = z.infer<typeof rankingPart>;

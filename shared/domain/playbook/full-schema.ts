import * as z from "zod/mini";
import { itemSchema, itemSchemas } from "../grading/schemas.ts";
import { field } from "./field.ts";
import { decimal, localId, playbookFrame, text } from "./schema.ts";

const variant = <Item extends z.ZodMiniType>(item: Item) =>
  z.strictObject({
    id: field("Name of the variant.", localId),
    item: field("The item as this variant asks it, under the id of the whole.", item),
  });

/** What a section may hold beside items of the given types. */
const entriesOf = (items: typeof itemSchemas) => {
  const varied = z.strictObject({
    id: field("Name of the item in answers, gates and results; unique in the playbook.", localId),
    type: z.literal("variants"),
    variants: field(
      "The forms of the item; each session asks one of them.",
      z.array(variant(itemSchema)).check(z.minLength(1)),
    ),
  });
  const pool = z.strictObject({
    id: field("Name of the pool; unique among items and pools.", localId),
    type: z.literal("pool"),
    draw: field("How many of its items each session asks.", z.int().check(z.minimum(1))),
    items: field(
      "The items to draw from; all with the same points, shares and critical mark.",
      z.array(z.discriminatedUnion("type", [...items, varied])).check(z.minLength(1)),
    ),
  });
  return z.discriminatedUnion("type", [...items, varied, pool]);
};

const sectionOf = (items: typeof itemSchemas) =>
  z.strictObject({
    id: field("Name of the section in results.", localId),
    title: field("What the candidate reads.", text),
    minutes: field("Its time; fractions are allowed, so that a section can be short.", decimal),
    category: field(
      "The category its items are evidence for, where they have no shares of their own.",
      z.optional(localId),
    ),
    introduction: field("What the candidate reads before the items.", z.optional(text)),
    items: field(
      "Its questions and tasks, and pools to draw them from, in their order.",
      z.array(entriesOf(items)).check(z.minLength(1)),
    ),
  });

/** The law of a playbook's form: the frame, and in its sections items of the given types. */
export const playbookSchemaOf = (items: typeof itemSchemas) =>
  z.strictObject({
    ...playbookFrame,
    sections: field(
      "The timed parts of the assessment, in their order.",
      z.array(sectionOf(items)).check(z.minLength(1)),
    ),
    practice: field("Items that don't count, for the practice before the start.", z._default(z.array(itemSchema), [])),
  });

/** A playbook as it is published: every variant written out. */
export const playbookSchema = playbookSchemaOf(itemSchemas);

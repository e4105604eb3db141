import * as z from "zod/mini";
import { itemSchema } from "../grading/schemas.ts";
import { field } from "./field.ts";
import { decimal, localId, playbookFrame, text } from "./schema.ts";

const section = z.strictObject({
  id: field("Name of the section in results.", localId),
  title: field("What the candidate reads.", text),
  minutes: field("Its time; fractions are allowed, so that a section can be short.", decimal),
  category: field(
    "The category its items are evidence for, where they have no shares of their own.",
    z.optional(localId),
  ),
  introduction: field("What the candidate reads before the items.", z.optional(text)),
  items: field("Its questions and tasks, in their order.", z.array(itemSchema).check(z.minLength(1))),
});

/** The law of a playbook's form: the frame, and each item by its own type's schema. */
export const playbookSchema = z.strictObject({
  ...playbookFrame,
  sections: field("The timed parts of the assessment, in their order.", z.array(section).check(z.minLength(1))),
  practice: field("Items that don't count, for the practice before the start.", z._default(z.array(itemSchema), [])),
});

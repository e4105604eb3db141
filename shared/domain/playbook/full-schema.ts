import * as z from "zod/mini";
import { itemSchema } from "../grading/schemas.ts";
import { decimal, localId, playbookFrame, text } from "./schema.ts";

const section = z.strictObject({
  id: localId,
  title: text,
  /** Whole or broken: sections may be short. */
  minutes: decimal,
  category: z.optional(localId),
  introduction: z.optional(text),
  items: z.array(itemSchema).check(z.minLength(1)),
});

/** The law of a playbook's form: the frame, and each item by its own type's schema. */
export const playbookSchema = z.strictObject({
  ...playbookFrame,
  sections: z.array(section).check(z.minLength(1)),
  practice: z._default(z.array(itemSchema), []),
});

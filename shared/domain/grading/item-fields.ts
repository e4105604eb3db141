import * as z from "zod/mini";
import { field } from "../playbook/field.ts";
import { decimal, localId, text } from "../playbook/schema.ts";

/** Points and weights: a decimal text that isn't negative. */
export const positiveDecimal = z.string().check(z.regex(/^\d{1,9}(?:\.\d{1,9})?$/));

export const option = z.strictObject({
  id: field("Name of the option in answers and keys.", localId),
  text: field("What the candidate reads.", text),
});

/** The options of a choice: at least two, or as many as the type needs. */
export const options = (least: number) =>
  field(`The options, in the order shown; at least ${least}.`, z.array(option).check(z.minLength(least)));

/** Small changes of a reference that no test can tell from it, as `check` names them. */
export const equivalentMutants = field(
  "Small changes of the reference that make no difference, so that no test can fail: `check` then doesn't ask for one.",
  z.optional(
    z.array(
      z.strictObject({
        change: field("The change, as `check` prints it.", text),
        reason: field("Why it makes no difference.", text),
      }),
    ),
  ),
);

/** What an item and a part of an item have in common; `answer` is the shape of the type's answers. */
const partFields = <Answer extends z.ZodMiniType>(answer: Answer) => ({
  id: field("Name of the item in answers, gates and results; unique in the playbook.", localId),
  title: field("A short heading.", text),
  points: field("The points that a full answer earns.", positiveDecimal),
  explanation: field("Why the key is right, for staff; never shown to a candidate.", z.optional(text)),
  specimens: field(
    "Answers with the points they must score, wrong ones above all; proven before publishing.",
    z._default(
      z.array(
        z.strictObject({
          name: field("What the specimen gets right or wrong.", text),
          answer: field("The answer, in the shape a candidate's answer has.", answer),
          points: field("The points it must score.", positiveDecimal),
        }),
      ),
      [],
    ),
  ),
});

const share = z.strictObject({
  category: field("A category of this playbook.", localId),
  share: field("The part of the item that counts there, from 0 to 1.", positiveDecimal),
});

const critical = z.strictObject({
  below: field("Fewer points than this fire the gate or raise the flag.", positiveDecimal),
  gate: field("The gate that fires.", z.optional(localId)),
  flag: field("The red flag that is raised.", z.optional(localId)),
});

/** What every item has. */
export const itemFields = <Answer extends z.ZodMiniType>(answer: Answer) => ({
  ...partFields(answer),
  prompt: field("The task, in light Markdown: paragraphs, lists, code, emphasis.", text),
  shares: field(
    "The categories the item is evidence for; shares sum to 1. Left out: all in its section's category.",
    z.optional(z.array(share).check(z.minLength(1))),
  ),
  critical: field("A failure that matters by itself.", z.optional(critical)),
  disputed: field("A disputed item never feeds a gate.", z.optional(z.boolean())),
});

/** What every part of an item has: the prompt may be left out where the title asks the question. */
export const fieldsOfPart = <Answer extends z.ZodMiniType>(answer: Answer) => ({
  ...partFields(answer),
  prompt: field("More about what is asked; may be left out.", z._default(z.string(), "")),
});

export { decimal, field, localId, text };

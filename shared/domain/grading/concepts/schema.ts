import * as z from "zod/mini";
import { field, fieldsOfPart, text } from "../item-fields.ts";

/** Words that, within three words of a term, say the opposite of it. */
const CONTRADICTIONS = ["missing", "lacks", "lack", "lacking", "forgot", "forgotten", "add a", "add the"];

const concept = z.strictObject({
  name: field("The idea, for people.", text),
  phrases: field(
    "Any of these says it; words match with their endings (`throw` finds `throws`).",
    z.array(text).check(z.minLength(1)),
  ),
  contradictions: field(
    "Words that fail the idea when they stand within three words of a phrase.",
    z._default(z.array(text), CONTRADICTIONS),
  ),
  denials: field("Phrases that fail the idea wherever they stand, such as `no error`.", z._default(z.array(text), [])),
  decisive: field(
    "Those of the phrases that count even beside a denial; a person looks then.",
    z._default(z.array(text), []),
  ),
  negated: field(
    "What a plain `no` or `not` that governs a phrase does: `review` (it counts, a person looks) or `denies` (it doesn't count, as in `not going to throw`).",
    z._default(z.enum(["review", "denies"]), "review"),
  ),
});

const conceptsKey = z.strictObject({
  concepts: field("All of them for full points, at least one for half.", z.array(concept).check(z.minLength(1))),
  reference: field("An explanation that scores full points.", text),
});

const own = {
  type: z.literal("concepts"),
  key: field("The ideas an explanation must name.", conceptsKey),
};

const conceptsAnswer = z.string();
/** An explanation in a sentence or two: a part of code reading and of `parts`, never an item of its own. */
export const conceptsPart = z.strictObject({ ...fieldsOfPart(conceptsAnswer), ...own });

export type ConceptsPart = z.infer<typeof conceptsPart>;
export type Concept = z.infer<typeof concept>;

import * as z from "zod/mini";
import { decimal, field, fieldsOfPart, itemFields, localId, positiveDecimal, text } from "../item-fields.ts";

/**
 * One phrase, or several that must stand together in one sentence. Words match with their endings; `$name` stands for
 * any phrase of a group of the rubric, `#rrggbb` for any code of a colour.
 */
const phrase = z.union([text, z.array(text).check(z.minLength(1))]);
const phrases = z.array(phrase).check(z.minLength(1));
const anyPhrases = z.array(phrase);

const common = {
  id: field("Name of the check in the working.", localId),
  title: field("What it looks for, for people.", text),
  weight: field("How much it counts within its criterion.", z._default(positiveDecimal, "1")),
  needs: field("Checks of what the answer says that must be met too, or this one isn't.", z.optional(z.array(localId))),
};
const near = field("Phrases of which one must stand in the same sentence.", z.optional(phrases));

const idea = z.strictObject({
  ...common,
  check: field("An idea is said, in any of several ways.", z.literal("idea")),
  any_of: field("Each a phrase, or a list of phrases that stand in one sentence.", phrases),
  unless: field("Phrases that, in the same sentence, say the opposite.", z._default(anyPhrases, [])),
});
const date = z.strictObject({
  ...common,
  check: field("A day is named: a weekday, a date, `tomorrow`, `in two days`.", z.literal("date")),
  any_of: field("Only these wordings count; left out: any day.", z.optional(z.array(text).check(z.minLength(1)))),
  also: field("Further wordings that name a day here, such as `two more days`.", z._default(z.array(text), [])),
  except: field("Days that don't count here, such as `tomorrow`.", z._default(z.array(text), [])),
  near,
  unless: field("Phrases that, in the same clause, make it the day of something else.", z._default(anyPhrases, [])),
});
const number = z.strictObject({
  ...common,
  check: field("A number is named.", z.literal("number")),
  value: field("The number.", decimal),
  tolerance: field("How far off it may be, inclusive.", z._default(positiveDecimal, "0")),
  near,
  unless: field("Phrases that, in the same clause, make it a number of something else.", z._default(anyPhrases, [])),
});
const owner = z.strictObject({
  ...common,
  check: field(
    "Somebody is said to do something: `I will send`, `Ana is testing`, `Ben checks it tomorrow`.",
    z.literal("owner"),
  ),
  owners: field("Roles that may own it, beside `I`, `we` and names.", z._default(z.array(text), [])),
  actions: field("What is done; left out: anything promised.", z.optional(z.array(text).check(z.minLength(1)))),
});
const order = z.strictObject({
  ...common,
  check: field("One idea comes before another.", z.literal("order")),
  first: phrases,
  next: phrases,
});
const words = z.strictObject({
  ...common,
  check: field("The number of words lies within a band.", z.literal("words")),
  min: z.int().check(z.minimum(1)),
  max: z.int().check(z.minimum(1)),
});
const greeting = z.strictObject({ ...common, check: field("It opens with a greeting.", z.literal("greeting")) });
const closing = z.strictObject({ ...common, check: field("It ends with a closing.", z.literal("closing")) });
const paragraphs = z.strictObject({
  ...common,
  check: field("It has paragraphs.", z.literal("paragraphs")),
  min: z.int().check(z.minimum(2)),
});
const absent = z.strictObject({
  ...common,
  check: field(
    "Something isn't said; counts only in an answer that says something else asked for.",
    z.literal("absent"),
  ),
  lists: field(
    "Kept lists of what to avoid.",
    z._default(z.array(z.enum(["blame", "insult", "shouting", "hedging"])), []),
  ),
  any_of: field("Further phrases to avoid, such as a promise nobody can keep.", z._default(anyPhrases, [])),
});
const readability = z.strictObject({
  ...common,
  check: field("It is as easy to read as asked for, by the Flesch-Kincaid grade.", z.literal("readability")),
  max_grade: field("The highest school grade it may take to read it, such as 9.", positiveDecimal),
});

const check = z.discriminatedUnion("check", [
  idea,
  date,
  number,
  owner,
  order,
  words,
  greeting,
  closing,
  paragraphs,
  absent,
  readability,
]);

const criterion = z.strictObject({
  id: field("Name of the criterion in grades and reviews.", localId),
  title: field("What is judged, for people.", text),
  kind: field("What it is about.", z.enum(["content", "tone", "structure"])),
  points: field("The points of the criterion; met checks earn their part of it.", positiveDecimal),
  checks: field("What is looked for.", z.array(check).check(z.minLength(1))),
});

const rubric = z.strictObject({
  criteria: field("Their points sum to the item's.", z.array(criterion).check(z.minLength(1))),
  reference: field("An answer that scores full points, with nothing unclear.", text),
  groups: field(
    "Phrases that mean the same here, by name: `$customer` in a phrase stands for each of the group `customer`.",
    z._default(z.record(localId, z.array(text).check(z.minLength(1))), {}),
  ),
  subject: field(
    "Phrases of which one must be said, or the answer is about something else: no check is met then, a person is asked.",
    z.optional(phrases),
  ),
});

const own = {
  type: z.literal("written"),
  words: field(
    "The length asked for, shown to the candidate.",
    z.optional(z.strictObject({ min: z.int().check(z.minimum(1)), max: z.int().check(z.minimum(1)) })),
  ),
  rubric: field("How the answer is judged.", rubric),
};

const writtenAnswer = z.string();
export const writtenItem = z.strictObject({ ...itemFields(writtenAnswer), ...own });
export const writtenPart = z.strictObject({ ...fieldsOfPart(writtenAnswer), ...own });

export type WrittenItem = z.infer<typeof writtenItem>;
export type WrittenPart = z.infer<typeof writtenPart>;
export type Criterion = z.infer<typeof criterion>;
export type Check = z.infer<typeof check>;
export type CheckOf<Kind extends Check["check"]> = Extract<Check, { check: Kind }>;
export type Rubric = z.infer<typeof rubric>;
export type Phrase = z.infer<typeof phrase>;

import * as z from "zod/mini";
import { equivalentMutants, field, fieldsOfPart, itemFields, localId, positiveDecimal, text } from "../item-fields.ts";

const language = z.enum(["javascript", "typescript"]);

/** `{language, source}`; at most 64 KB of source. */
const codingAnswer = z.strictObject({ language, source: z.string().check(z.maxLength(65_536)) });

const call = {
  id: field("Name of the test in the working.", localId),
  title: field("What it tests, for people.", text),
  arguments: field("The arguments of the call, as JSON.", z.array(z.json())),
};

const example = z.strictObject({
  ...call,
  expected: field("What the call returns.", z.json()),
});

const test = z.strictObject({
  ...call,
  expected: field("What the call must return, as JSON; numbers within the tolerance.", z.optional(z.json())),
  throws: field("The name of the error it must throw instead, for example `RangeError`.", z.optional(text)),
  input_unchanged: field("Whether the arguments must be the same after the call.", z._default(z.boolean(), false)),
  weight: field("How much it counts beside the others.", z._default(positiveDecimal, "1")),
  group: field("Tests of one group pass all together or not at all.", z.optional(localId)),
});

const efficiency = z.strictObject({
  group: field("The group of tests that counts only for a program that takes few steps.", localId),
  at_most: field(
    "How many times the reference's steps the group's calls may take together, inclusive; at least 1.",
    positiveDecimal,
  ),
  slow: field("A right program that takes too many: proven to pass all but this group.", codingAnswer),
});

const codingKey = z.strictObject({
  tests: field("The hidden tests; points are the passed weight over all weight.", z.array(test).check(z.minLength(1))),
  tolerance: field("How far off a number may be, at any depth, inclusive.", z._default(positiveDecimal, "0.000000001")),
  reference: field("A solution that passes every test.", codingAnswer),
  efficiency: field(
    "Asks for few steps. Steps are counted, not timed: the same on every machine.",
    z.optional(efficiency),
  ),
  equivalent_mutants: equivalentMutants,
});

const own = {
  type: z.literal("coding"),
  entry: field(
    "The function the candidate's source defines.",
    z.string().check(z.regex(/^[A-Za-z_$][A-Za-z0-9_$]{0,63}$/)),
  ),
  languages: field(
    "The languages on offer; the first one is set at the start.",
    z.array(language).check(z.minLength(1)),
  ),
  starter: field(
    "The text in the editor at the start, by language.",
    z._default(z.partialRecord(language, z.string()), {}),
  ),
  examples: field("Shown tests that the candidate may run; they don't score.", z._default(z.array(example), [])),
  fuel: field("Steps per call, where the engine's default isn't right.", z.optional(z.int().check(z.minimum(1)))),
  key: field("The hidden tests and the reference solution.", codingKey),
};

export const codingItem = z.strictObject({ ...itemFields(codingAnswer), ...own });
export const codingPart = z.strictObject({ ...fieldsOfPart(codingAnswer), ...own });

export type CodingItem = z.infer<typeof codingItem>;
export type CodingPart = z.infer<typeof codingPart>;
export type CodingAnswer = z.infer<typeof codingAnswer>;
export type CodingTest = z.infer<typeof test>;

import * as z from "zod/mini";
import type { ItemBase } from "../grading/contract.ts";

/** An id inside a playbook: lower-case words joined by `-` or `_`. */
export const localId = z.string().check(z.regex(/^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/), z.maxLength(64));
/** A number by its decimal text, so that none is ever a binary float. */
export const decimal = z.string().check(z.regex(/^-?\d{1,9}(?:\.\d{1,9})?$/));
export const text = z.string().check(z.minLength(1), z.maxLength(20_000));

const titledText = z.strictObject({ title: text, text });

const role = z.strictObject({
  function: text,
  core_focus: text,
  scope: text,
  level: text,
  work_mode: z.optional(text),
  responsibilities: z.array(titledText),
  hard_skills: z.array(z.strictObject({ title: text, text, required: z._default(z.boolean(), true) })),
  soft_skills: z.array(titledText),
  attitude_traits: z.array(titledText),
  tools: z.array(z.strictObject({ group: text, items: z.array(text) })),
  adjacent_roles: z.array(z.strictObject({ title: text, difference: text })),
});

const category = z.strictObject({
  id: localId,
  title: text,
  description: z.optional(text),
  weight: decimal,
  /** The part of the category that comes from the assessment, from 0 to 1. */
  assessment_share: decimal,
});

const question = z.strictObject({
  id: localId,
  category: localId,
  weight: z._default(decimal, "1"),
  text,
  probes: z._default(z.array(text), []),
  /** By rating: at least the lowest, the middle and the highest of the scale. */
  anchors: z.record(z.string(), text),
  /** A rating of the whole interview instead of one question. */
  whole_interview: z._default(z.boolean(), false),
});

/** One condition; a gate fires when any of its conditions holds. Figures compare as published, with two places. */
export const gateCondition = z.union([
  z.strictObject({ category: localId, figure: z.enum(["score", "assessment", "interview"]), below: decimal }),
  z.strictObject({ item: localId, points_below: decimal }),
  z.strictObject({ question: localId, rating_below: decimal }),
]);

const gate = z.strictObject({
  id: localId,
  effect: z.enum(["reject", "review", "note"]),
  any_of: z.array(gateCondition).check(z.minLength(1)),
  /** The red flag that this gate raises when it fires. */
  raises: z.optional(localId),
  why: text,
});

const redFlag = z.strictObject({
  id: localId,
  severity: z.enum(["disqualify", "major", "minor"]),
  title: text,
  description: text,
  signs: z._default(z.array(text), []),
});

const band = z.strictObject({ from: decimal, to: decimal, recommendation: z.enum(["advance", "review", "reject"]) });

const policy = z.strictObject({
  pause_minutes: decimal,
  min_raters: z.int().check(z.minimum(1)),
  share_with_candidate: z.enum(["none", "score", "working"]),
  /** Which figures are the company's policy rather than the source's, and why. */
  notes: z._default(z.array(text), []),
});

const erratum = z.strictObject({ where: text, source_says: text, playbook_says: text, because: text });

/** Everything but the items, whose schemas live with their graders. */
export const playbookFrame = {
  format: z.literal("assay-playbook/1"),
  id: localId,
  version: z.int().check(z.minimum(1)),
  title: text,
  language: z._default(z.string(), "en"),
  summary: text,
  source: z.optional(z.strictObject({ title: text, note: z.optional(text) })),
  errata: z._default(z.array(erratum), []),
  role,
  minutes: decimal,
  categories: z.array(category).check(z.minLength(1)),
  interview: z.strictObject({
    scale: z.strictObject({ min: z.int(), max: z.int() }),
    questions: z.array(question),
  }),
  gates: z._default(z.array(gate), []),
  red_flags: z._default(z.array(redFlag), []),
  bands: z.array(band).check(z.minLength(1)),
  policy,
};

const frame = z.strictObject(playbookFrame);

export type Section<Item extends ItemBase = ItemBase> = {
  id: string;
  title: string;
  minutes: string;
  /** The category its items are evidence for, where they don't name shares of their own. */
  category?: string | undefined;
  introduction?: string | undefined;
  items: Item[];
};

/** One published, immutable role definition. Items are typed by their own rooms (`AnyItem` of the registry). */
export type Playbook<Item extends ItemBase = ItemBase> = z.infer<typeof frame> & {
  sections: Section<Item>[];
  /** Items that don't count, one of each kind the playbook uses, for the practice before the start. */
  practice: Item[];
};
export type Category = z.infer<typeof category>;
export type Question = z.infer<typeof question>;
export type Gate = z.infer<typeof gate>;
export type GateCondition = z.infer<typeof gateCondition>;
export type RedFlag = z.infer<typeof redFlag>;
export type Band = z.infer<typeof band>;

import * as z from "zod/mini";
import type { ItemBase } from "../grading/contract.ts";
import { field } from "./field.ts";

/** An id inside a playbook: lower-case words joined by `-` or `_`. */
export const localId = z.string().check(z.regex(/^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/), z.maxLength(64));
/** A number by its decimal text, so that none is ever a binary float. */
export const decimal = z.string().check(z.regex(/^-?\d{1,9}(?:\.\d{1,9})?$/));
export const text = z.string().check(z.minLength(1), z.maxLength(20_000));

const titled = (what: string) =>
  z.strictObject({
    title: field(`A short name of the ${what}.`, text),
    text: field("What it means in this role.", text),
  });

const hardSkill = z.strictObject({
  title: field("A short name of the skill.", text),
  text: field("What it means in this role.", text),
  required: field("`false` for what is a plus.", z._default(z.boolean(), true)),
});

const role = z.strictObject({
  function: field("What somebody in this role does for the company.", text),
  core_focus: field("What the role is measured by.", text),
  scope: field("The kind and size of company, and how wide the role is there.", text),
  level: field("Seniority and years of experience.", text),
  work_mode: field("On site, remote or hybrid.", z.optional(text)),
  responsibilities: field("What the role answers for.", z.array(titled("responsibility"))),
  hard_skills: field("What the role must be able to do.", z.array(hardSkill)),
  soft_skills: field("How the role works with others.", z.array(titled("skill"))),
  attitude_traits: field("What to hire for beside skill.", z.array(titled("trait"))),
  tools: field(
    "Tools and systems, by group.",
    z.array(
      z.strictObject({ group: field("What the tools are for.", text), items: field("The tools.", z.array(text)) }),
    ),
  ),
  adjacent_roles: field(
    "Roles that are easily mistaken for this one.",
    z.array(z.strictObject({ title: field("The other role.", text), difference: field("How it differs.", text) })),
  ),
});

const category = z.strictObject({
  id: field("Name of the category in sections, questions and gates.", localId),
  title: field("What people read.", text),
  description: field("What the category covers.", z.optional(text)),
  weight: field("Its part of the score in per cent; the weights sum to exactly 100.", decimal),
  assessment_share: field(
    "The part of the category that comes from the assessment, from 0 to 1; the rest is interview.",
    decimal,
  ),
});

const question = z.strictObject({
  id: field("Name of the question in scorecards and gates.", localId),
  category: field("The category it is evidence for.", localId),
  weight: field("How much it counts beside the category's other questions.", z._default(decimal, "1")),
  text: field("The question, as it is to be asked.", text),
  probes: field("What to ask when the answer stays thin.", z._default(z.array(text), [])),
  anchors: field(
    "By rating: what an answer of this rating is like; at least the lowest, the middle and the highest.",
    z.record(z.string(), text),
  ),
  whole_interview: field("A rating of the whole interview instead of one question.", z._default(z.boolean(), false)),
});

const scale = z.strictObject({ min: field("The lowest rating.", z.int()), max: field("The highest rating.", z.int()) });

const interview = z.strictObject({
  scale: field("The whole numbers that ratings are given in.", scale),
  questions: field("What every candidate is asked and rated on.", z.array(question)),
});

/** One condition; a gate fires when any of its conditions holds. Figures compare as published, with two places. */
const gateCondition = z.union([
  z.strictObject({
    category: field("A category.", localId),
    figure: field("Its score, or the figure of one of its sources.", z.enum(["score", "assessment", "interview"])),
    below: field("The condition holds below this figure (0 to 100).", decimal),
  }),
  z.strictObject({
    item: field("An item.", localId),
    points_below: field("The condition holds below these points.", decimal),
  }),
  z.strictObject({
    question: field("A question.", localId),
    rating_below: field("The condition holds below this rating.", decimal),
  }),
]);

const gate = z.strictObject({
  id: field("Name of the gate in results.", localId),
  effect: field("What the gate recommends when it fires.", z.enum(["reject", "review", "note"])),
  any_of: field("The gate fires when any of these holds.", z.array(gateCondition).check(z.minLength(1))),
  raises: field("The red flag that this gate raises when it fires.", z.optional(localId)),
  why: field("Why the gate exists, shown to staff.", text),
});

const redFlag = z.strictObject({
  id: field("Name of the flag in results.", localId),
  severity: field("How much it matters once confirmed.", z.enum(["disqualify", "major", "minor"])),
  title: field("What people read.", text),
  description: field("When the flag is to be raised.", text),
  signs: field("What it looks or sounds like.", z._default(z.array(text), [])),
});

const band = z.strictObject({
  from: field("The lowest score of the band.", decimal),
  to: field("Where the next band begins; 100 ends the last one.", decimal),
  recommendation: field("What a score in this band recommends.", z.enum(["advance", "review", "reject"])),
});

const policy = z.strictObject({
  pause_minutes: field("The longest pause between two sections.", decimal),
  min_raters: field("How many interviewers must rate each question.", z.int().check(z.minimum(1))),
  share_with_candidate: field("What the candidate may see of the result.", z.enum(["none", "score", "working"])),
  retake: field(
    "When the same person may take it again; left out, at any time.",
    z.optional(
      z.strictObject({
        after_days: field(
          "How many days after the last start; sooner only with a reason.",
          z.int().check(z.minimum(1), z.maximum(3650)),
        ),
      }),
    ),
  ),
  retention_days: field(
    "How many days after its end a session is erased by itself; left out, the company's settings say.",
    z.optional(z.int().check(z.minimum(1), z.maximum(3650))),
  ),
  notes: field("Which figures are the company's policy, and why.", z._default(z.array(text), [])),
});

const erratum = z.strictObject({
  where: field("The place in the source.", text),
  source_says: field("What stands there.", text),
  playbook_says: field("What stands here instead.", text),
  because: field("Why it was changed.", text),
});

const source = z.strictObject({
  title: field("The document that the playbook was made from.", text),
  note: field("How it was read.", z.optional(text)),
});

/** Everything but the items, whose schemas live with their graders. */
export const playbookFrame = {
  format: field("The format's name and version.", z.literal("assay-playbook/1")),
  id: field("Name of the playbook; sessions name it as `id@version`.", localId),
  version: field("Raised with every change: a published version never changes.", z.int().check(z.minimum(1))),
  title: field("The role, as candidates read it.", text),
  language: field("The language of its texts, for example `en`.", z._default(z.string(), "en")),
  summary: field("The playbook in a sentence or two.", text),
  source: field("The document it was made from, if any.", z.optional(source)),
  errata: field("What was changed against the source, and why; shown to staff.", z._default(z.array(erratum), [])),
  role: field("The facts of the role.", role),
  minutes: field("The time of the whole assessment; the sections' minutes sum to it.", decimal),
  categories: field("The competencies that get a weight.", z.array(category).check(z.minLength(1))),
  interview: field("The interview's scale and questions.", interview),
  gates: field("Must-pass rules.", z._default(z.array(gate), [])),
  red_flags: field("What may be raised against a candidate.", z._default(z.array(redFlag), [])),
  bands: field("What the score recommends; from 0 to 100 without gap or overlap.", z.array(band).check(z.minLength(1))),
  policy: field("The company's own rules.", policy),
};

const frame = z.strictObject(playbookFrame);

export type Section<Entry = ItemBase> = {
  id: string;
  title: string;
  minutes: string;
  /** The category its items are evidence for, where they don't name shares of their own. */
  category?: string | undefined;
  introduction?: string | undefined;
  items: Entry[];
};

/** An item in several forms, each with the item's own id; a session's seed picks the one that is asked. */
export type VariedItem<Item = ItemBase> = { id: string; type: "variants"; variants: { id: string; item: Item }[] };
/** Items of which a session's seed draws some. */
export type Pool<Item = ItemBase> = { id: string; type: "pool"; draw: number; items: (Item | VariedItem<Item>)[] };

export type SectionEntry<Item = ItemBase> = Item | VariedItem<Item> | Pool<Item>;

type Sections<Item, Entry> = {
  sections: Section<Entry>[];
  /** Items that don't count, one of each kind the playbook uses, for the practice before the start. */
  practice: Item[];
};

/** One published, immutable role definition. Items are typed by their own rooms (`AnyItem` of the registry). */
export type AuthoredPlaybook<Item extends ItemBase = ItemBase> = z.infer<typeof frame> &
  Sections<Item, SectionEntry<Item>>;

/** A playbook as one session presents it: what its seed drew, every item in one form. See `presented.ts`. */
export type Playbook<Item extends ItemBase = ItemBase> = z.infer<typeof frame> & Sections<Item, Item>;
export type Category = z.infer<typeof category>;
export type Question = z.infer<typeof question>;
export type Gate = z.infer<typeof gate>;
export type GateCondition = z.infer<typeof gateCondition>;
export type RedFlag = z.infer<typeof redFlag>;
export type Band = z.infer<typeof band>;

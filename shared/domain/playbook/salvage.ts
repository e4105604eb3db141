import type * as z from "zod/mini";
import type { AnyItem } from "../grading/schemas.ts";
import { playbookSchema } from "./full-schema.ts";
import { flatten } from "./issues.ts";
import { isWithin, pathText, type Steps, valueAt } from "./path.ts";
import type { AuthoredPlaybook } from "./schema.ts";

/**
 * What can still be judged of a document that breaks the schema: a playbook in which neutral values stand for what
 * couldn't be read, so that an author sees the violations of all the rest in the same run.
 */
export type Salvaged = {
  playbook: AuthoredPlaybook<AnyItem>;
  /** Members of the playbook that couldn't be read: nothing may be concluded from them. */
  unread: ReadonlySet<string>;
  /** Paths of items that couldn't be read; what every item has stands in for them. */
  brokenItems: ReadonlySet<string>;
};

type Issue = z.core.$ZodIssue;

/** @returns undefined where too little is right to conclude anything. */
export function salvage(document: unknown, issues: readonly Issue[]): Salvaged | undefined {
  const draft = structuredClone(document);
  if (typeof draft !== "object" || draft === null || Array.isArray(draft)) return undefined;
  const flat = flatten(issues);
  for (const issue of flat.filter(({ code }) => code === "unrecognized_keys")) removeUnknown(draft, issue);
  const wrong = flat.filter(({ code }) => code !== "unrecognized_keys").map(({ path }) => path);
  const items = outermost(wrong.map(itemSteps).filter((steps) => steps !== undefined));
  for (const steps of items) replace(draft, steps, standInItem);
  const unread = new Set(wrong.filter((path) => !itemSteps(path)).map(([member]) => String(member)));
  for (const member of unread) replace(draft, [member], () => NEUTRAL[member]);
  const parsed = playbookSchema.safeParse(draft);
  if (!parsed.success) return undefined;
  return { playbook: parsed.data as AuthoredPlaybook<AnyItem>, unread, brokenItems: new Set(items.map(pathText)) };
}

function removeUnknown(draft: unknown, issue: Issue): void {
  const holder = valueAt(draft, issue.path);
  if (issue.code !== "unrecognized_keys" || typeof holder !== "object" || holder === null) return;
  for (const key of issue.keys) Reflect.deleteProperty(holder, key);
}

/** The steps to the innermost item that a path lies in; to the whole entry where a pool or a list of variants is broken. */
function itemSteps(path: Steps): Steps | undefined {
  const isPlace = (step: PropertyKey | undefined) => typeof step === "number";
  if (path[0] === "practice" && isPlace(path[1])) return path.slice(0, 2);
  if (path[0] !== "sections" || !isPlace(path[1]) || path[2] !== "items" || !isPlace(path[3])) return undefined;
  const entry = path[4] === "items" && isPlace(path[5]) ? 6 : 4;
  const isVariant = path[entry] === "variants" && isPlace(path[entry + 1]) && path[entry + 2] === "item";
  return path.slice(0, isVariant ? entry + 3 : entry);
}

/** Those that don't lie in another one. */
const outermost = (all: readonly Steps[]): Steps[] =>
  all.filter(
    (steps) => !all.some((other) => other.length < steps.length && isWithin(pathText(steps), pathText(other))),
  );

function replace(draft: unknown, steps: Steps, by: (value: unknown) => unknown): void {
  const holder = valueAt(draft, steps.slice(0, -1)) as Record<PropertyKey, unknown>;
  const name = steps.at(-1)!;
  holder[name] = by(holder[name]);
}

/** An item that every rule accepts, under the id and points of the broken one, so that references to it hold. */
function standInItem(value: unknown): unknown {
  const { id, points } = ((typeof value === "object" ? value : null) as Record<string, unknown>) ?? {};
  return {
    id: typeof id === "string" && /^[a-z][a-z0-9_-]*$/.test(id) ? id : "unread",
    type: "short_text",
    title: "-",
    prompt: "-",
    points: typeof points === "string" && /^\d+(\.\d+)?$/.test(points) ? points : "1",
    key: { accepted: ["-"] },
  };
}

const ONE = "one";
const NEUTRAL_ITEM = standInItem(null);
const NEUTRAL_ROLE = {
  ...{ function: "-", core_focus: "-", scope: "-", level: "-" },
  ...{ responsibilities: [], hard_skills: [], soft_skills: [], attitude_traits: [], tools: [], adjacent_roles: [] },
};

/** What stands for a member that couldn't be read; rules that read the member aren't asked. */
const NEUTRAL: Readonly<Record<string, unknown>> = {
  format: "assay-playbook/1",
  id: ONE,
  version: 1,
  title: "-",
  summary: "-",
  role: NEUTRAL_ROLE,
  minutes: "1",
  categories: [{ id: ONE, title: "-", weight: "100", assessment_share: "1" }],
  sections: [{ id: ONE, title: "-", minutes: "1", category: ONE, items: [NEUTRAL_ITEM] }],
  practice: [],
  interview: { scale: { min: 1, max: 5 }, questions: [] },
  bands: [{ from: "0", to: "100", recommendation: "review" }],
  policy: { pause_minutes: "0", min_raters: 1, share_with_candidate: "none" },
};

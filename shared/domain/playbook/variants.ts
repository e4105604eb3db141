import * as z from "zod/mini";
import type { Violation } from "../foundation/refusal.ts";
import { field } from "./field.ts";
import { issueViolations } from "./issues.ts";
import type { NumberText } from "./parse.ts";
import { pathText, type Steps } from "./path.ts";
import { localId } from "./schema.ts";

const PLACE = /\{\{([a-z][a-z0-9_]*)\}\}/g;
const ONLY_A_PLACE = /^\{\{([a-z][a-z0-9_]*)\}\}$/;

type Values = { [name: string]: unknown };

/** How an author says an item once for many: the values that stand in its `{{name}}` places, for each variant. */
export const variantList = field(
  "Forms of the item, of which each session asks one: what stands in its `{{name}}` places in each of them.",
  z
    .array(
      z.strictObject({
        id: field("Name of the variant.", localId),
        values: field(
          "By name: what stands in the place. A text that is nothing but one place becomes the value as it is.",
          z.record(z.string().check(z.regex(/^[a-z][a-z0-9_]*$/)), z.json()),
        ),
      }),
    )
    .check(z.minLength(1)),
);

type Written = { entry: unknown; violations: Violation[] };
type Writing = { steps: Steps; document: unknown; numberText: NumberText };

/**
 * A document in which every item of a section that has a list of values is written out, once for each variant. What is
 * written out already, or is no such item, stays as it is.
 *
 * @returns the document, and a violation for every place without a value and every value without a place
 */
export function writeOutVariants(
  document: unknown,
  numberText: NumberText,
): { document: unknown; violations: Violation[] } {
  if (!isRecord(document) || !Array.isArray(document["sections"])) return { document, violations: [] };
  const violations: Violation[] = [];
  const write = (entry: unknown, steps: Steps): unknown => {
    if (!isRecord(entry) || entry["type"] === "variants") return entry;
    if (entry["type"] === "pool") return { ...entry, ...writeEach(entry, steps) };
    if (entry["variants"] === undefined) return entry;
    const written = writeOut(entry, { steps, document, numberText });
    violations.push(...written.violations);
    return written.entry;
  };
  const writeEach = ({ items }: Values, steps: Steps): Values =>
    Array.isArray(items) ? { items: items.map((entry, index) => write(entry, [...steps, "items", index])) } : {};
  const sections = document["sections"].map((section, index) =>
    isRecord(section) ? { ...section, ...writeEach(section, ["sections", index]) } : section,
  );
  return { document: { ...document, sections }, violations };
}

/** The path at which the author wrote what stands at a path of a document that was written out. */
export const authoredPath = (path: string): string => path.replace(/\.variants\[\d+\]\.item(?=[.[]|$)/, "");

const isRecord = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function writeOut(entry: Values, { steps, document, numberText }: Writing): Written {
  const { variants, ...template } = entry;
  const parsed = variantList.safeParse(variants);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => ({ ...issue, path: [...steps, "variants", ...issue.path] }));
    return { entry: template, violations: issueViolations(issues, document) };
  }
  const written = parsed.data.map(({ id, values }, index) => {
    const path = pathText([...steps, "variants", index, "values"]);
    const filling = newFilling(values, (name) => numberText(`${path}.${name}`));
    const item = filling.fill(template, steps);
    return { variant: { id, item }, violations: filling.violations(id, path) };
  });
  return {
    entry: { id: template["id"], type: "variants", variants: written.map(({ variant }) => variant) },
    violations: written.flatMap(({ violations }) => violations),
  };
}

/** Puts values into places, and remembers which were used and which were missing. */
function newFilling(values: Values, sourceText: (name: string) => string | undefined) {
  const used = new Set<string>();
  const missing: { path: string; name: string }[] = [];
  const has = (name: string, steps: Steps): boolean => {
    used.add(name);
    if (Object.hasOwn(values, name)) return true;
    missing.push({ path: pathText(steps), name });
    return false;
  };
  const asText = (name: string): string => {
    const value = values[name];
    return typeof value === "string" ? value : (sourceText(name) ?? JSON.stringify(value));
  };
  const fill = (value: unknown, steps: Steps): unknown => {
    if (typeof value === "string") return fillText(value, steps);
    if (Array.isArray(value)) return value.map((member, index) => fill(member, [...steps, index]));
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, fill(member, [...steps, name])]));
  };
  const fillText = (text: string, steps: Steps): unknown => {
    const only = ONLY_A_PLACE.exec(text)?.[1];
    if (only !== undefined) return has(only, steps) ? structuredClone(values[only]) : text;
    return text.replaceAll(PLACE, (place, name: string) => (has(name, steps) ? asText(name) : place));
  };
  const violations = (variant: string, path: string): Violation[] => [
    ...missing.map(({ path: place, name }) => noValue(variant, { path: place, name })),
    ...Object.keys(values)
      .filter((name) => !used.has(name))
      .map((name) => noPlace({ path: `${path}.${name}`, name })),
  ];
  return { fill, violations };
}

const noValue = (variant: string, { path, name }: { path: string; name: string }): Violation => ({
  path,
  message: `the variant "${variant}" has no value for {{${name}}}`,
  remedy: `add ${name} to its values`,
});

const noPlace = ({ path, name }: { path: string; name: string }): Violation => ({
  path,
  message: `{{${name}}} stands nowhere in the item`,
  remedy: "remove the value, or correct its name",
});

import type * as z from "zod/mini";
import type { Violation } from "../foundation/refusal.ts";
import type { AnyItem } from "../grading/schemas.ts";
import { playbookSchema } from "./full-schema.ts";
import { flatten, issueViolations } from "./issues.ts";
import { pathText, type Steps, valueAt } from "./path.ts";
import { type Salvaged, salvage } from "./salvage.ts";
import type { AuthoredPlaybook } from "./schema.ts";
import { authoredPath, writeOutVariants } from "./variants.ts";

/** The decimal text of the number at a path, where the source keeps it; otherwise its shortest text is taken. */
export type NumberText = (path: string) => string | undefined;

/** Schema violations, and what can be judged all the same. */
export type Unparsed = { violations: Violation[]; salvaged: Salvaged | undefined };

/**
 * Reads a plain value as a playbook. A number where the schema wants a text is taken by its decimal text, so that
 * authors write `points: 0.5` and nothing becomes a binary float. Items with a list of values are written out, once for
 * each variant.
 *
 * @returns the playbook with its defaults filled in, or every violation of the schema.
 */
export function parsePlaybook(
  value: unknown,
  numberText: NumberText = () => undefined,
): { playbook: AuthoredPlaybook<AnyItem> } | Unparsed {
  const { document, violations } = writeOutVariants(structuredClone(value), numberText);
  const parsed = parseWithTexts(document, (path) => numberText(path) ?? numberText(authoredPath(path)));
  if (parsed.success && violations.length === 0) return { playbook: parsed.data as AuthoredPlaybook<AnyItem> };
  const issues = parsed.success ? [] : parsed.error.issues;
  return {
    violations: [...violations, ...issueViolations(issues, document)],
    salvaged: salvage(document, issues),
  };
}

function parseWithTexts(document: unknown, numberText: NumberText) {
  for (;;) {
    const parsed = playbookSchema.safeParse(document);
    const numbers = parsed.success ? [] : numbersThatShouldBeTexts(parsed.error.issues, document);
    if (numbers.length === 0) return parsed;
    for (const steps of numbers) writeText(document, steps, numberText(pathText(steps)));
  }
}

function numbersThatShouldBeTexts(issues: readonly z.core.$ZodIssue[], document: unknown): Steps[] {
  return flatten(issues)
    .filter((issue) => issue.code === "invalid_type" && issue.expected === "string")
    .map((issue) => issue.path)
    .filter((steps) => typeof valueAt(document, steps) === "number");
}

function writeText(document: unknown, steps: Steps, source: string | undefined): void {
  const parent = valueAt(document, steps.slice(0, -1)) as Record<PropertyKey, unknown>;
  const name = steps.at(-1)!;
  parent[name] = source ?? String(parent[name]);
}

import type * as z from "zod/mini";
import type { Violation } from "#shared/domain/foundation/refusal.ts";
import { pathText, valueAt } from "#shared/domain/playbook/path.ts";

type Issue = z.core.$ZodIssue;

/** What a schema found wrong with `value`, place by place, in words. */
export function violationsOf(issue: Issue, value: unknown): Violation[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: pathText([...issue.path, key]), message: "is not a known field" }));
  }
  const deeper = deeperIssues(issue);
  if (deeper.length > 0) return deeper.flatMap((inner) => violationsOf(inner, value));
  return [{ path: pathText(issue.path), message: sentence(issue, value) }];
}

/** Of a choice that fits nowhere, what is wrong inside the branches that came furthest. */
function deeperIssues(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union") return [];
  return issue.errors
    .flat()
    .filter((inner) => inner.path.length > 0 || inner.code === "unrecognized_keys")
    .map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** The schema library's own texts would weigh as much as the library. */
function sentence(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case "invalid_type":
      return valueAt(value, issue.path) === undefined ? "is missing" : `must be of type ${issue.expected}`;
    case "invalid_value":
      return `must be ${issue.values.map((allowed) => JSON.stringify(allowed)).join(" or ")}`;
    case "too_small":
      return `must be at least ${issue.minimum}${unitOf(issue.origin)}`;
    case "too_big":
      return `must be at most ${issue.maximum}${unitOf(issue.origin)}`;
    case "invalid_format":
      return given(issue) ?? `must be of the form ${issue.format}`;
    default:
      return given(issue) ?? "does not fit";
  }
}

const given = ({ message }: Issue): string | undefined => (message === "Invalid input" ? undefined : message);

const unitOf = (origin: string): string =>
  origin === "string" ? " characters long" : origin === "array" ? " elements long" : "";

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
  const inside = issue.errors.filter((branch) => branch.some(isInside));
  const best = inside.toSorted(byDistance).filter((branch, _, [first]) => byDistance(branch, first!) === 0);
  return best.flatMap((branch) =>
    branch.filter(isInside).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })),
  );
}

const isInside = ({ path, code }: Issue): boolean => path.length > 0 || code === "unrecognized_keys";

/** Less that is wrong comes further; of equals, what goes wrong deeper inside. */
const byDistance = (a: readonly Issue[], b: readonly Issue[]): number => faults(a) - faults(b) || depth(b) - depth(a);

const faults = (branch: readonly Issue[]): number =>
  branch.reduce((sum, issue) => sum + (issue.code === "unrecognized_keys" ? issue.keys.length : 1), 0);

const depth = (branch: readonly Issue[]): number => Math.max(...branch.map(({ path }) => path.length));

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
    case "invalid_key":
      return `has a name that ${sentence(issue.issues[0]!, value)}`;
    case "invalid_union":
      return valueAt(value, issue.path) === undefined ? "is missing" : (choicesOf(issue) ?? "does not fit");
    default:
      return given(issue) ?? "does not fit";
  }
}

/** What a choice takes, where its branches say it shortly: the values of the field that decides, or bare types. */
function choicesOf(issue: Extract<Issue, { code: "invalid_union" }>): string | undefined {
  const options = "options" in issue ? issue.options : undefined;
  if (options) return `must be ${options.map((option) => JSON.stringify(option)).join(" or ")}`;
  const types = new Set(issue.errors.flat().flatMap((inner) => (inner.code === "invalid_type" ? inner.expected : [])));
  return types.size === 0 ? undefined : `must be of type ${[...types].join(" or ")}`;
}

const given = ({ message }: Issue): string | undefined => (message === "Invalid input" ? undefined : message);

const unitOf = (origin: string): string =>
  origin === "string" ? " characters long" : origin === "array" ? " elements long" : "";

import type * as z from "zod/mini";
import type { Violation } from "../foundation/refusal.ts";
import { pathText, type Steps, valueAt } from "./path.ts";

type Issue = z.core.$ZodIssue;

/** Says each schema issue of `document` in words: where, what is wrong, and what to do about it. */
export function issueViolations(issues: readonly Issue[], document: unknown): Violation[] {
  return flatten(issues).flatMap((issue) => describeIssue(issue, document));
}

/** Issues with full paths, those of a union replaced by the ones of the branch that fits best. */
export function flatten(issues: readonly Issue[], base: Steps = []): Issue[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path];
    const branches = issue.code === "invalid_union" ? issue.errors.map((branch) => flatten(branch, path)) : [];
    const best = branches.sort((a, b) => distance(a) - distance(b))[0];
    return best ?? [{ ...issue, path } as Issue];
  });
}

/** How far a value is from a branch: unknown fields show that another branch was meant. */
const distance = (issues: readonly Issue[]): number =>
  issues.reduce((total, issue) => total + (issue.code === "unrecognized_keys" ? 10 * issue.keys.length : 1), 0);

function describeIssue(issue: Issue, document: unknown): Violation[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownField([...issue.path, key]));
  const found = valueAt(document, issue.path);
  const [message, remedy] = found === undefined ? missing(issue) : wording(issue, found);
  return [{ path: pathText(issue.path), message, remedy }];
}

const unknownField = (path: Steps): Violation => ({
  path: pathText(path),
  message: `there is no field "${String(path.at(-1))}" here`,
  remedy: "remove it, or correct its spelling or its place",
});

const missing = (issue: Issue): [string, string] => [
  `the field "${String(issue.path.at(-1))}" is missing`,
  "add it; the reference of fields says what it takes",
];

function wording(issue: Issue, found: unknown): [string, string] {
  const remedy = expectation(issue);
  const shown = JSON.stringify(found) ?? String(found);
  const value = shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
  return [
    `${value} can't stand here`,
    remedy ? `write ${remedy}` : "see the authoring guide for what this field takes",
  ];
}

const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "fields with values",
  record: "names with values",
};

function expectation(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return KINDS[issue.expected] ?? `a value of kind ${issue.expected}`;
    case "invalid_value":
      return oneOf(issue.values);
    case "too_small":
      return `${measure(issue.origin)} of at least ${issue.minimum}`;
    case "too_big":
      return `${measure(issue.origin)} of at most ${issue.maximum}`;
    case "invalid_format":
      return formatExpectation(issue.pattern ?? "");
    case "invalid_union":
      return "options" in issue && Array.isArray(issue.options) ? oneOf(issue.options) : "";
    default:
      return "";
  }
}

const oneOf = (values: readonly unknown[]): string =>
  `${values.length > 1 ? "one of " : ""}${values.map((value) => JSON.stringify(value)).join(", ")}`;

const MEASURES: Readonly<Record<string, string>> = { string: "a text with a length", array: "a list with a length" };
const measure = (origin: string): string => MEASURES[origin] ?? "a number";

function formatExpectation(pattern: string): string {
  if (pattern.includes("[a-z][a-z0-9]*")) return "an id: lower-case words joined by - or _";
  if (pattern.includes("\\d")) return "a plain decimal number such as 0.60";
  return `a text of the form ${pattern}`;
}

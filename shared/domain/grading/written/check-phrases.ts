import type { Violation } from "../../foundation/refusal.ts";
import { tokenize } from "../tokens.ts";
import { expandPhrase, groupsNamed } from "./groups.ts";
import type { Check, Criterion, Phrase, Rubric } from "./schema.ts";

/** Violations of a check that can't do what it says: phrases without words, an empty band, nothing to avoid. */
export function checkPhrases(check: Check, path: string): Violation[] {
  const wordless = phrasesOf(check)
    .flat()
    .find((phrase) => tokenize(phrase).length === 0);
  return [
    ...(wordless === undefined
      ? []
      : [{ path, message: `"${wordless}" has no word to look for`, remedy: "write words" }]),
    ...(check.check === "words" && check.min > check.max
      ? [{ path, message: "the band is empty", remedy: "let min be below max" }]
      : []),
    ...(check.check === "absent" && check.lists.length + check.any_of.length === 0
      ? [{ path, message: "nothing is to be avoided", remedy: "name a list or phrases" }]
      : []),
  ];
}

/** Violations of checks that need what isn't there, or something that says nothing itself. */
export function checkNeeds(criteria: readonly Criterion[]): Violation[] {
  const saying = criteria.flatMap(({ checks }) => checks).filter(({ check, needs }) => SAYING.has(check) && !needs);
  const ids = new Set(saying.map(({ id }) => id));
  return criteria.flatMap(({ checks }, criterion) =>
    checks.flatMap(({ needs = [] }, index) =>
      needs
        .filter((id) => !ids.has(id))
        .map((id) => ({
          path: `rubric.criteria[${criterion}].checks[${index}].needs`,
          message: `"${id}" is no check of an idea, a date, a number or an owner that needs nothing itself`,
          remedy: "name such a check",
        })),
    ),
  );
}

const SAYING: ReadonlySet<Check["check"]> = new Set(["idea", "date", "number", "owner"] as const);
/** A phrase with several groups has the product of their sizes as wordings; more only cost time. */
const MOST_WORDINGS = 2000;

/** Violations of phrases that name a group which isn't there, or that have too many wordings. */
export function checkGroups({ groups, criteria, subject = [] }: Rubric): Violation[] {
  const phrases = [...subject, ...criteria.flatMap(({ checks }) => checks.flatMap(phrasesOf))].flat();
  const unknown = [...new Set(groupsNamed(phrases))].filter((name) => !Object.hasOwn(groups, name));
  const vast = phrases.find((phrase) => expandPhrase(phrase, groups).length > MOST_WORDINGS);
  const nested = Object.keys(groups).filter((name) => groupsNamed(groups[name]!).length > 0);
  const path = "rubric.groups";
  return [
    ...unknown.map((name) => ({ path, message: `there is no group "${name}"`, remedy: "add it, or correct the name" })),
    ...nested.map((name) => ({ path, message: `the group "${name}" names a group`, remedy: "list plain phrases" })),
    ...(vast === undefined
      ? []
      : [{ path, message: `"${vast}" has too many wordings`, remedy: "use fewer groups in it" }]),
  ];
}

function phrasesOf(check: Check): Phrase[] {
  switch (check.check) {
    case "idea":
      return [...check.any_of, ...check.unless];
    case "date":
      return [...(check.any_of ?? []), ...check.also, ...check.except, ...(check.near ?? []), ...check.unless];
    case "number":
      return [...(check.near ?? []), ...check.unless];
    case "owner":
      return [...check.owners, ...(check.actions ?? [])];
    case "order":
      return [...check.first, ...check.next];
    case "absent":
      return check.any_of;
    default:
      return [];
  }
}

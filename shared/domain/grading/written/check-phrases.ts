import type { Violation } from "../../foundation/refusal.ts";
import { tokenize } from "../tokens.ts";
import type { Check } from "./schema.ts";

/** Violations of a check that can't do what it says: phrases without words, an empty band, nothing to avoid. */
export function checkPhrases(check: Check, path: string): Violation[] {
  const wordless = phrasesOf(check).find((phrase) => tokenize(phrase).length === 0);
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

function phrasesOf(check: Check): string[] {
  switch (check.check) {
    case "idea":
      return [...check.any_of.flat(), ...check.unless];
    case "date":
      return [...(check.any_of ?? []), ...check.also, ...(check.near ?? []).flat()];
    case "number":
      return (check.near ?? []).flat();
    case "owner":
      return [...check.owners, ...(check.actions ?? [])];
    case "order":
      return [...check.first.flat(), ...check.next.flat()];
    case "absent":
      return check.any_of.flat();
    default:
      return [];
  }
}

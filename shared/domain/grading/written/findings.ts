import { findDate, findNumber, findOwner } from "./facts.ts";
import { type Finding, notMet, unclear } from "./finding.ts";
import { type Claims, findIdea } from "./idea.ts";
import type { Reading } from "./reading.ts";
import type { Check, Criterion } from "./schema.ts";
import { judgeClosing, judgeGreeting, judgeOrder, judgeParagraphs, judgeWords } from "./structure.ts";
import { judgeAbsent } from "./tone.ts";

const SAYS_SOMETHING: ReadonlySet<Check["check"]> = new Set(["idea", "date", "number", "owner"] as const);

/**
 * Runs every check. What an answer says comes first: its tone and form count only where it says something asked for,
 * or a blank page would be polite.
 */
export function findAll(criteria: readonly Criterion[], reading: Reading): Map<Check, Finding> {
  const claims: Claims = [];
  const checks = criteria.flatMap((criterion) => criterion.checks);
  const said = checks
    .filter(({ check }) => SAYS_SOMETHING.has(check))
    .map((check): [Check, Finding] => [check, runCheck(check, reading, claims)]);
  const substance = substanceOf(said.map(([, finding]) => finding));
  const formed = checks
    .filter(({ check }) => !SAYS_SOMETHING.has(check))
    .map((check): [Check, Finding] => [check, withSubstance(substance, runCheck(check, reading, claims))]);
  return new Map([...said, ...formed]);
}

function substanceOf(findings: readonly Finding[]): Finding["state"] {
  if (findings.length === 0 || findings.some(({ state }) => state === "met")) return "met";
  return findings.some(({ state }) => state === "unclear") ? "unclear" : "not_met";
}

function withSubstance(substance: Finding["state"], finding: Finding): Finding {
  if (substance === "met" || finding.state === "not_met") return finding;
  return substance === "unclear"
    ? unclear("it is unclear whether the answer says anything asked for", finding.spans)
    : notMet("the answer says nothing that was asked for", finding.spans);
}

function runCheck(check: Check, reading: Reading, claims: Claims): Finding {
  switch (check.check) {
    case "idea":
      return findIdea(check, reading, claims);
    case "date":
      return findDate(check, reading);
    case "number":
      return findNumber(check, reading);
    case "owner":
      return findOwner(check, reading);
    case "order":
      return judgeOrder(check, reading);
    case "words":
      return judgeWords(check, reading);
    case "greeting":
      return judgeGreeting(reading);
    case "closing":
      return judgeClosing(reading);
    case "paragraphs":
      return judgeParagraphs(check, reading);
    case "absent":
      return judgeAbsent(check, reading);
  }
}

import { findDate, findNumber } from "./facts.ts";
import { type Finding, notMet, unclear } from "./finding.ts";
import type { Doubts } from "./guards.ts";
import { type Claims, findIdea } from "./idea.ts";
import { findOwner } from "./owner.ts";
import { judgeReadability } from "./readability.ts";
import type { Reading } from "./reading.ts";
import type { Check, Criterion } from "./schema.ts";
import { judgeClosing, judgeGreeting, judgeOrder, judgeParagraphs, judgeWords } from "./structure.ts";
import { judgeAbsent } from "./tone.ts";

const SAYS_SOMETHING: ReadonlySet<Check["check"]> = new Set(["idea", "date", "number", "owner"] as const);

/**
 * Runs every check. What an answer says comes first: its tone and form count only where it says something asked for,
 * or a blank page would be polite. What is doubted is unclear.
 */
export function findAll(
  criteria: readonly Criterion[],
  { reading, doubts }: { reading: Reading; doubts: Doubts },
): Map<Check, Finding> {
  const claims: Claims = [];
  const run = (checks: readonly Check[]) =>
    checks.map((check): [Check, Finding] => [check, doubted(doubts, runCheck(check, reading, claims))]);
  const isSubstance = substantial(criteria);
  const checks = criteria.flatMap((criterion) => criterion.checks);
  const said = run(checks.filter(isSubstance));
  const substance = substanceOf(said.map(([, finding]) => finding));
  const formed = run(checks.filter((check) => !isSubstance(check))).map(([check, finding]): [Check, Finding] => [
    check,
    withSubstance(substance, finding),
  ]);
  return withNeeds([...said, ...formed]);
}

/** What an answer to the task has to say: facts and ideas, those of tone and structure only where there are no others. */
function substantial(criteria: readonly Criterion[]): (check: Check) => boolean {
  const saying = ({ checks }: Criterion) => checks.filter(({ check }) => SAYS_SOMETHING.has(check));
  const content = criteria.filter(({ kind }) => kind === "content").flatMap(saying);
  const substance = new Set(content.length > 0 ? content : criteria.flatMap(saying));
  return (check) => substance.has(check);
}

function doubted({ claims, unread }: Doubts, finding: Finding): Finding {
  if (finding.state === "met" && claims !== undefined) return unclear(claims, finding.spans);
  if (finding.state === "not_met" && unread) return unclear("most of it is in another language", finding.spans);
  return finding;
}

/** A check that needs others is at most what they are. */
function withNeeds(findings: readonly [Check, Finding][]): Map<Check, Finding> {
  const states = new Map(findings.map(([{ id }, { state }]) => [id, state]));
  return new Map(
    findings.map(([check, finding]): [Check, Finding] => {
      const needed = (check.needs ?? []).map((id) => states.get(id) ?? "not_met");
      if (finding.state === "not_met" || needed.every((state) => state === "met")) return [check, finding];
      return [
        check,
        needed.includes("not_met") ? notMet("what it needs isn't said") : unclear("what it needs is unclear"),
      ];
    }),
  );
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
    case "readability":
      return judgeReadability(check, reading);
  }
}

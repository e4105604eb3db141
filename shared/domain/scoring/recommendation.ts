import { compare, exact } from "../foundation/exact.ts";
import type { Band, Playbook } from "../playbook/schema.ts";
import type { FlagStanding } from "./flags.ts";
import type { ScoreInputs } from "./inputs.ts";
import type { Mark } from "./marks.ts";
import type { SettledQuestion } from "./ratings.ts";
import * as because from "./reasons.ts";
import type { Figure, GateResult, Reason, Recommendation } from "./result.ts";

/** What a recommendation is made from. */
export type Standing = {
  ended: NonNullable<ScoreInputs["ended"]> | null;
  score: Figure | null;
  flags: readonly FlagStanding[];
  gates: readonly GateResult[];
  marks: readonly Mark[];
  questions: readonly SettledQuestion[];
};

export type Verdict = { recommendation: Recommendation | null; reasons: Reason[] };

/** The first rule that matches decides; the reasons name everything that spoke against a better recommendation. */
export function recommend(playbook: Playbook, standing: Standing): Verdict {
  const rules: Verdict[] = [
    { recommendation: null, reasons: standing.ended ? [because.sessionEnded(standing.ended)] : [] },
    { recommendation: "disqualified", reasons: disqualifiers(standing) },
    { recommendation: "reject", reasons: gatesWith("reject", standing) },
    { recommendation: "incomplete", reasons: gaps(standing) },
  ];
  const decided = rules.find(({ reasons }) => reasons.length > 0);
  const caps = [...cautions(standing), ...gatesWith("review", standing)];
  const banded = byBand(playbook, standing.score);
  return {
    recommendation: decided ? decided.recommendation : capped(banded.recommendation, caps.length > 0),
    reasons: [...rules.flatMap(({ reasons }) => reasons), ...caps, ...banded.reasons],
  };
}

/** The band that a published figure lies in. Bands are half-open, except that the last one holds its end. */
export function bandOf(playbook: Playbook, score: Figure): Band {
  const value = exact(score);
  const rising = playbook.bands.toSorted((a, b) => compare(exact(a.from), exact(b.from)));
  const band = rising.findLast(({ from }) => compare(value, exact(from)) >= 0);
  if (!band) throw new RangeError(`no band holds ${score}`);
  return band;
}

function byBand(playbook: Playbook, score: Figure | null): Verdict {
  if (score === null) return { recommendation: null, reasons: [because.noScore()] };
  const { from, to, recommendation } = bandOf(playbook, score);
  return { recommendation, reasons: [because.inBand({ score, from, to, recommendation })] };
}

const capped = (banded: Verdict["recommendation"], cap: boolean): Verdict["recommendation"] =>
  cap && banded === "advance" ? "review" : banded;

const disqualifiers = ({ flags }: Standing): Reason[] =>
  flags.filter(({ severity, state }) => severity === "disqualify" && state === "confirmed").map(because.flagCounts);

const gatesWith = (effect: GateResult["effect"], { gates }: Standing): Reason[] =>
  gates.filter((gate) => gate.fired && gate.effect === effect).map(because.gateFired);

/** Parts lost through our fault and ratings that still have to be reconciled. */
function gaps({ marks, questions }: Standing): Reason[] {
  const lost = marks.filter(({ counts }) => !counts);
  return [
    ...lost.map(({ item, result }) =>
      result.outcome === "void" ? because.itemVoid(item.id) : because.itemNotGradable(item.id),
    ),
    ...questions
      .filter(({ disputed }) => disputed.length > 0)
      .map(({ question }) => because.needsReconciliation(question.id)),
  ];
}

/** Flags that allow a review at best. */
function cautions({ flags }: Standing): Reason[] {
  const majors = flags.filter(({ severity, state }) => severity === "major" && state === "confirmed");
  const open = flags.filter(
    ({ severity, state }) => state === "overridden" || (severity === "disqualify" && state === "raised"),
  );
  return [
    ...open.map(because.flagCounts),
    ...(majors.length >= 2 ? [because.majorFlags(majors.map(({ flag }) => flag))] : []),
  ];
}

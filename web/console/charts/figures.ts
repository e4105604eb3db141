import type { AnswerOf } from "../api/types.ts";
import { recommendationWords } from "../words/verdicts.ts";

type Result = AnswerOf<"read-result">;
type Frame = AnswerOf<"read-session-report">["playbook"];

/** A stretch of 0 to 100 with what a score in it recommends. */
export type Zone = { from: number; to: number; recommendation: Frame["bands"][number]["recommendation"] };

/** The score in its bounds, before the bands. */
export type RangeData = { zones: Zone[]; score: number | null; low: number; high: number; label: string };

export type FigureKind = "assessment" | "interview" | "score";

/** One figure of a category; `value` is null where there is none yet. */
export type BarRow = { category: string; kind: FigureKind; value: number | null };
/** A figure that a gate compares: below it the gate fires. */
export type GateTick = { category: string; kind: FigureKind; below: number; effect: string; fired: boolean };
export type BarsData = { rows: BarRow[]; gates: GateTick[]; edges: number[]; label: string };

const zonesOf = ({ bands }: Frame): Zone[] =>
  bands
    .map(({ from, to, recommendation }) => ({ from: Number(from), to: Number(to), recommendation }))
    .sort((a, b) => a.from - b.from);

export function rangeOf(result: Result, frame: Frame): RangeData {
  const { score, bounds, coverage, stage } = result;
  const standing = score === null ? "There is no score yet" : `The ${stage} score is ${score} of 100`;
  const bands = zonesOf(frame).map(
    (zone) => `${recommendationWords(zone.recommendation)} from ${zone.from} to ${zone.to}`,
  );
  return {
    zones: zonesOf(frame),
    score: score === null ? null : Number(score),
    low: Number(bounds.low),
    high: Number(bounds.high),
    label: `${standing}; with all that is missing it lies between ${bounds.low} and ${bounds.high}. ${coverage} percent of the weight is known. Bands: ${bands.join(", ")}.`,
  };
}

/** Every figure that each category can have: an assessment share of 1 leaves no room for an interview. */
export function barsOf(result: Result, frame: Frame): BarsData {
  const rows = result.categories.flatMap((category) =>
    kindsOf(category.id, result, frame).map((kind) => ({
      ...{ category: category.title, kind },
      value: category[kind] === null ? null : Number(category[kind]),
    })),
  );
  return {
    rows,
    gates: gateTicks(result, frame).filter(({ category, kind }) =>
      rows.some((row) => row.category === category && row.kind === kind),
    ),
    edges: zonesOf(frame)
      .slice(1)
      .map(({ from }) => from),
    label: `Figures by category. ${result.categories.map(categoryWords).join(" ")}`,
  };
}

function kindsOf(id: string, { stage }: Result, { categories }: Frame): FigureKind[] {
  const share = Number(categories.find((category) => category.id === id)?.assessment_share ?? "1");
  const sources: FigureKind[] = [
    ...(share > 0 ? (["assessment"] as const) : []),
    ...(share < 1 ? (["interview"] as const) : []),
  ];
  return stage === "final" && sources.length > 1 ? [...sources, "score"] : sources;
}

const categoryWords = ({ title, weight, assessment, interview, score }: Result["categories"][number]): string => {
  const figures = [
    ["assessment", assessment],
    ["interview", interview],
    ["score", score],
  ].flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]));
  return `${title}, weight ${weight}: ${figures.join(", ") || "nothing yet"}.`;
};

function gateTicks(result: Result, { gates, categories }: Frame): GateTick[] {
  return gates.flatMap(({ id, effect, any_of }) =>
    any_of.flatMap((condition) => {
      if (!("category" in condition)) return [];
      const { title = condition.category } = categories.find((category) => category.id === condition.category) ?? {};
      const fired = result.gates.find((gate) => gate.id === id)?.fired ?? false;
      return [{ category: title, kind: condition.figure, below: Number(condition.below), effect, fired }];
    }),
  );
}

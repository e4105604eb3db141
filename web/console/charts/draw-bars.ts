import { axisX, axisY, barX, type Markish, ruleX, text, tickX } from "@observablehq/plot";
import { drawing, FIGURES, SMALL } from "./drawing.ts";
import type { BarRow, BarsData, FigureKind, GateTick } from "./figures.ts";
import { patterns } from "./patterns.ts";

const FILLS: { [K in FigureKind]: string } = {
  assessment: "url(#pattern-assessment)",
  interview: "url(#pattern-interview)",
  score: "var(--chart-score)",
};
const WORDS: { [K in FigureKind]: string } = { assessment: "Assessment", interview: "Interview", score: "Together" };

const ROW = 26;
const AXIS = 26;

type Named = { category: string; kind: FigureKind };
const lineOf = ({ category, kind }: Named): string => `${kind} ${category}`;

/** The names of all lines from top to bottom: each category's own, then its figures'. */
const linesOf = (rows: BarRow[]): string[] =>
  [...new Set(rows.map(({ category }) => category))].flatMap((category) => [
    category,
    ...rows.filter((row) => row.category === category).map(lineOf),
  ]);

/** Under each category's name its figures, with the gates that they must not fall below and the edges of the bands. */
export default function drawBars({ rows, gates, edges, label }: BarsData, width: number): Element {
  const lines = linesOf(rows);
  return drawing(label, {
    ...{ width, height: AXIS + lines.length * ROW, marginLeft: 88, marginRight: 48, marginTop: AXIS, marginBottom: 0 },
    x: FIGURES,
    y: { type: "band", domain: lines, padding: 0.24, label: null },
    marks: [
      patterns,
      axisX({ anchor: "top", ticks: [0, ...edges, 100], tickSize: 0, fontSize: SMALL }),
      ruleX(edges, { stroke: "var(--line-strong)", strokeDasharray: "2 4" }),
      ...nameMarks(rows),
      ...rowMarks(rows),
      ...gateMarks(gates),
    ],
  });
}

function nameMarks(rows: BarRow[]): Markish[] {
  const kinds = new Map(rows.map((row) => [lineOf(row), WORDS[row.kind]]));
  const categories = [...new Set(rows.map(({ category }) => category))];
  return [
    axisY([...kinds.keys()], { tickSize: 0, fontSize: SMALL, tickFormat: (line: string) => kinds.get(line) ?? "" }),
    text(categories, {
      ...{
        frameAnchor: "left",
        dx: -86,
        dy: 3,
        textAnchor: "start",
        fontSize: 13,
        fontWeight: 650,
        fill: "var(--ink)",
      },
      ...{ y: (category: string) => category, text: (category: string) => category },
      ...{ stroke: "var(--surface)", strokeWidth: 5 },
    }),
  ];
}

const rowMarks = (rows: BarRow[]): Markish[] => [
  barX(rows, { x1: 0, x2: 100, y: lineOf, fill: "var(--chart-rail)", rx: 2 }),
  barX(
    rows.filter(({ value }) => value !== null),
    { x1: 0, x2: "value", y: lineOf, fill: ({ kind }: BarRow) => FILLS[kind], rx: 2 },
  ),
  text(rows, {
    ...{ x: ({ value }: BarRow) => (value === null ? 0 : 100), y: lineOf, dx: 6, textAnchor: "start", fontSize: SMALL },
    text: ({ value }: BarRow) => (value === null ? "not yet" : value.toFixed(2)),
    fontWeight: 600,
    fill: "var(--ink)",
  }),
];

const gateMarks = (gates: GateTick[]): Markish[] => [
  tickX(gates, { x: "below", y: lineOf, stroke: "var(--surface)", strokeWidth: 7, inset: -3 }),
  tickX(gates, {
    ...{ x: "below", y: lineOf, strokeWidth: 3, inset: -3 },
    stroke: ({ fired }: GateTick) => (fired ? "var(--alert)" : "var(--ink)"),
  }),
];

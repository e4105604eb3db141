import { axisX, type Markish, rect, ruleX, ruleY, text } from "@observablehq/plot";
import { recommendationWords } from "../words/verdicts.ts";
import { drawing, FIGURES, SMALL } from "./drawing.ts";
import type { RangeData, Zone } from "./figures.ts";
import { patterns } from "./patterns.ts";

const ZONE_FILLS: { [R in Zone["recommendation"]]: string } = {
  reject: "url(#pattern-reject)",
  review: "url(#pattern-review)",
  advance: "var(--accent-soft)",
};

/** Where things stand between the lower (0) and the upper (1) edge. */
const STRIP = 0.6;
const BOUNDS = 0.36;

/** The bands as a strip, the bounds as a bar with ends, and the score as a line across both. */
export default function drawRange({ zones, score, low, high, label }: RangeData, width: number): Element {
  return drawing(label, {
    ...{ width, height: 148, marginLeft: 18, marginRight: 18, marginTop: 30, marginBottom: 24 },
    x: FIGURES,
    y: { domain: [0, 1], axis: null },
    marks: [patterns, ...zoneMarks(zones, width), ...boundMarks({ low, high }), ...scoreMarks(score), axis(zones)],
  });
}

const axis = (zones: Zone[]): Markish =>
  axisX({ ticks: [0, ...zones.map(({ to }) => to)], tickSize: 4, fontSize: SMALL, anchor: "bottom" });

/** Below this many pixels the words of the bands need less room. */
const NARROW = 480;

const zoneMarks = (zones: Zone[], width: number): Markish[] => [
  rect(zones, { x1: "from", x2: "to", y1: STRIP, y2: 1, fill: (zone: Zone) => ZONE_FILLS[zone.recommendation] }),
  rect(zones, { x1: "from", x2: "to", y1: STRIP, y2: 1, stroke: "var(--line-strong)" }),
  text(zones, {
    ...{ x: "from", y: (1 + STRIP) / 2, dx: width < NARROW ? 4 : 8, textAnchor: "start" },
    text: ({ recommendation }: Zone) => recommendationWords(recommendation),
    ...{ fontSize: width < NARROW ? 10 : SMALL, fontWeight: 600 },
    ...{ fill: "var(--ink)", stroke: "var(--surface)", strokeWidth: 4 },
  }),
];

/** Figures further apart than this have room for a word at each end. */
const APART = 26;

/** Where the score can still come to lie; nothing to draw where it can't move. */
function boundMarks({ low, high }: { low: number; high: number }): Markish[] {
  if (low === high) return [];
  const ends = [low, high];
  return [
    ruleY([{ low, high }], { x1: "low", x2: "high", y: BOUNDS, stroke: "var(--ink-soft)", strokeWidth: 4 }),
    ...ends.map((end) =>
      ruleX([end], { y1: BOUNDS - 0.09, y2: BOUNDS + 0.09, stroke: "var(--ink-soft)", strokeWidth: 2 }),
    ),
    text(high - low > APART ? ends : [high], {
      ...{ x: (end: number) => end, y: BOUNDS, dy: 14, fontSize: SMALL, fill: "var(--ink-soft)" },
      text: (end: number) => (high - low > APART ? end.toFixed(2) : `${low.toFixed(2)} to ${high.toFixed(2)}`),
      textAnchor: "middle",
    }),
  ];
}

const scoreMarks = (score: number | null): Markish[] =>
  score === null
    ? []
    : [
        ruleX([score], { y1: BOUNDS - 0.14, y2: 1.06, stroke: "var(--surface)", strokeWidth: 6 }),
        ruleX([score], { y1: BOUNDS - 0.14, y2: 1.06, stroke: "var(--ink)", strokeWidth: 2.5 }),
        text([score], {
          ...{ x: score, y: 1, dy: -16, fontSize: 15, fontWeight: 700, fill: "var(--ink)" },
          text: () => score.toFixed(2),
          textAnchor: score > 94 ? "end" : score < 6 ? "start" : "middle",
        }),
      ];

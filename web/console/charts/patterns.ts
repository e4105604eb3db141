const SVG = "http://www.w3.org/2000/svg";

type Shape = [name: string, attributes: { [name: string]: string | number }];

/** What tells areas apart without colour. */
const PATTERNS: { [id: string]: { size: number; shapes: Shape[] } } = {
  "pattern-assessment": {
    size: 6,
    shapes: [
      ["rect", { width: 6, height: 6, fill: "var(--chart-assessment)" }],
      ["path", { d: "M-1 1 1 -1M0 6 6 0M5 7 7 5", stroke: "var(--surface)", "stroke-width": 1.5 }],
    ],
  },
  "pattern-interview": {
    size: 6,
    shapes: [
      ["rect", { width: 6, height: 6, fill: "var(--chart-interview)" }],
      ["circle", { cx: 3, cy: 3, r: 1.25, fill: "var(--surface)" }],
    ],
  },
  "pattern-reject": {
    size: 8,
    shapes: [
      ["rect", { width: 8, height: 8, fill: "var(--alert-soft)" }],
      ["path", { d: "M0 8 8 0", stroke: "var(--alert)", "stroke-width": 0.75, opacity: 0.6 }],
    ],
  },
  "pattern-review": {
    size: 8,
    shapes: [
      ["rect", { width: 8, height: 8, fill: "var(--warn-soft)" }],
      ["circle", { cx: 4, cy: 4, r: 0.9, fill: "var(--warn)", opacity: 0.7 }],
    ],
  },
};

const element = (name: string, attributes: { [name: string]: string | number }): SVGElement => {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  return made;
};

/** The patterns as a mark of a chart. */
export function patterns(): SVGElement {
  const definitions = element("defs", {});
  for (const [id, { size, shapes }] of Object.entries(PATTERNS)) {
    const pattern = element("pattern", { id, width: size, height: size, patternUnits: "userSpaceOnUse" });
    pattern.append(...shapes.map(([name, attributes]) => element(name, attributes)));
    definitions.append(pattern);
  }
  return definitions;
}

import { type PlotOptions, plot } from "@observablehq/plot";

/** Pixels of the small words in a chart. */
export const SMALL = 12;

/** What every chart measures: figures from 0 to 100. */
export const FIGURES = { domain: [0, 100], label: null } as const;

/**
 * The library's own style element is left out: the page's policy takes styles from its files alone. So are the labels
 * of its groups: the drawing is one image, and its label says all of it.
 */
export function drawing(label: string, options: PlotOptions): Element {
  const drawn = plot({ className: "chart-drawing", ariaLabel: label, ...options });
  drawn.querySelector("style")?.remove();
  for (const group of drawn.querySelectorAll("[aria-label]")) group.removeAttribute("aria-label");
  drawn.setAttribute("role", "img");
  return drawn;
}

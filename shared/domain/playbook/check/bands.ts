import { compare, exact } from "../../foundation/exact.ts";
import type { Violation } from "../../foundation/refusal.ts";
import type { Band } from "../schema.ts";
import { type Rule, unless } from "./rule.ts";

/** In their order the bands cover [0, 100] without gap or overlap. */
export const checkBands: Rule = ({ bands }) => [
  ...bands.flatMap((band, index) => joins(bands[index - 1], band, `bands[${index}]`)),
  ...unless(same(bands.at(-1)!.to, "100"), {
    path: `bands[${bands.length - 1}].to`,
    message: `scores from ${bands.at(-1)!.to} to 100 have no recommendation`,
    remedy: "let the last band end at 100",
  }),
];

function joins(previous: Band | undefined, band: Band, path: string): Violation[] {
  const from = previous?.to ?? "0";
  return [
    ...unless(same(band.from, from), {
      path: `${path}.from`,
      message: `${compare(exact(band.from), exact(from)) > 0 ? "a gap" : "an overlap"}: the band must begin at ${from}`,
      remedy: `write ${from}`,
    }),
    ...unless(compare(exact(band.from), exact(band.to)) < 0, {
      path,
      message: `the band from ${band.from} to ${band.to} is empty`,
      remedy: "let it end above its begin",
    }),
  ];
}

const same = (a: string, b: string): boolean => compare(exact(a), exact(b)) === 0;

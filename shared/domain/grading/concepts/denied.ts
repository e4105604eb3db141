import { findPhrases, isNegation, type Occurrence } from "../phrases.ts";
import { stem } from "../stem.ts";
import type { Token } from "../tokens.ts";
import type { Concept } from "./schema.ts";

/** Words that carry a negation on to what follows: `does not result in any kind of error`. */
const CARRYING = new Set(
  `a an any the some single such kind of sort at all ever even actually really simply be will would can could do have
  get give cause produce raise result in into lead to go going run see show print report return runtime time js javascript
  reference type syntax occur happen there trigger generate yield encounter end with or nor`
    .split(/\s+/)
    .map(stem),
);

/** How many words a negation carries at most. */
const FARTHEST = 6;

/** Where an idea is said; `denied` holds the places that a plain negation governs, from that negation on. */
export type Said = { affirmed: Occurrence[]; denied: Occurrence[] };

/** Parts the places of an idea's phrases by whether a negation governs them, where the idea asks for that. */
export function findSaid(tokens: readonly Token[], { phrases, negated }: Concept): Said {
  const all = findPhrases(tokens, phrases);
  if (negated === "review") return { affirmed: all, denied: [] };
  const carrying = new Set([...CARRYING, ...phrases.filter((phrase) => !/\s/.test(phrase)).map(stem)]);
  const negations = all.map((place) => governing(tokens, { place: place.first, carrying }));
  return {
    affirmed: all.filter((_, index) => negations[index] === undefined),
    denied: all.flatMap((place, index) => {
      const first = negations[index];
      return first === undefined ? [] : [{ ...place, first }];
    }),
  };
}

/** The place of the negation that governs a place: before it in its clause, with nothing but carrying words between. */
function governing(
  tokens: readonly Token[],
  { place, carrying }: { place: number; carrying: ReadonlySet<string> },
): number | undefined {
  for (let index = place - 1; index >= Math.max(0, place - FARTHEST); index--) {
    const token = tokens[index]!;
    if (token.clause !== tokens[place]!.clause) return undefined;
    if (isNegation(token)) return index;
    if (!carrying.has(token.stem)) return undefined;
  }
  return undefined;
}

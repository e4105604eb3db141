import { findNegations, findPhrases, followsNegation, isNegation, isSupposed, type Occurrence } from "../phrases.ts";
import { type Token, tokenize } from "../tokens.ts";
import { findSaid, type Said } from "./denied.ts";
import type { Concept } from "./schema.ts";

/** How far from a term, in words, something that speaks against it is looked for. */
const NEAR = 3;

/** What an explanation says about one idea; `by` is what decided. */
export type ConceptFinding =
  | { state: "met"; by: Occurrence }
  /** Said, with a plain `no` or `not`, or a denial of something else, beside it: counts, and a person looks. */
  | { state: "doubtful"; by: Occurrence }
  | { state: "contradicted"; by: Occurrence }
  | { state: "absent" };

export type Explanation = { tokens: Token[]; findings: ConceptFinding[] };

/** Looks for each idea in an explanation; linear in its length. */
export function findConcepts(text: string, concepts: readonly Concept[]): Explanation {
  const tokens = tokenize(text);
  const said = concepts.map((concept) => findSaid(tokens, concept));
  const inTerm = coverage(
    said.flatMap(({ affirmed }) => affirmed),
    tokens.length,
  );
  const free = (occurrence: Occurrence) => !inTerm[occurrence.first];
  const negations = findNegations(tokens).filter(free);
  const findings = concepts.map((concept, index): ConceptFinding => {
    const denials = findPhrases(tokens, concept.denials).filter((place) => isAsserted(tokens, place));
    if (denials.length > 0) return beside(denials, said[index]!, concept);
    const contradictions = findPhrases(tokens, concept.contradictions)
      .filter(free)
      .filter(({ first }) => !followsNegation(tokens, first));
    return judge(tokens, said[index]!, { contradictions, negations });
  });
  return { tokens, findings };
}

/** `Doesn't print 6` and `it should print 6` say nothing against an idea. */
const isAsserted = (tokens: readonly Token[], { first }: Occurrence): boolean =>
  !followsNegation(tokens, first) && (isNegation(tokens[first]!) || !isSupposed(tokens, first));

/** What a denial leaves of an idea: nothing, unless a decisive phrase says it all the same. */
function beside(denials: readonly Occurrence[], { affirmed }: Said, { decisive }: Concept): ConceptFinding {
  const isWithin = (place: Occurrence) => denials.some(({ first, last }) => first <= place.first && place.last <= last);
  const stands = affirmed.some((place) => decisive.includes(place.phrase) && !isWithin(place));
  return { state: stands ? "doubtful" : "contradicted", by: denials[0]! };
}

/** Which tokens belong to a term: a `not` inside `not defined` speaks against nothing. */
function coverage(terms: readonly Occurrence[], length: number): boolean[] {
  const covered = new Array<boolean>(length).fill(false);
  for (const { first, last } of terms) covered.fill(true, first, last + 1);
  return covered;
}

function judge(
  tokens: readonly Token[],
  { affirmed, denied }: Said,
  against: { contradictions: Occurrence[]; negations: Occurrence[] },
): ConceptFinding {
  const first = affirmed[0];
  if (!first) return denied[0] ? { state: "contradicted", by: denied[0] } : { state: "absent" };
  const covered = coverage(affirmed, tokens.length);
  const isNear = (within: "sentence" | "clause") => (other: Occurrence) =>
    around(other).some((index) => covered[index] && tokens[index]![within] === tokens[other.first]![within]);
  const contradiction = against.contradictions.find(isNear("sentence"));
  if (contradiction) return { state: "contradicted", by: contradiction };
  const negation = against.negations.find(isNear("clause"));
  return negation ? { state: "doubtful", by: negation } : { state: "met", by: first };
}

/** The places of the words within reach of an occurrence, on both sides. */
const around = ({ first, last }: Occurrence): number[] =>
  Array.from({ length: NEAR }, (_, index) => [first - 1 - index, last + 1 + index]).flat();

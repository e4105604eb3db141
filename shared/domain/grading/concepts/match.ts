import { findNegations, findPhrases, followsNegation, type Occurrence } from "../phrases.ts";
import { type Token, tokenize } from "../tokens.ts";
import type { Concept } from "./schema.ts";

/** How far from a term, in words, something that speaks against it is looked for. */
const NEAR = 3;

/** What an explanation says about one idea; `by` is what decided. */
export type ConceptFinding =
  | { state: "met"; by: Occurrence }
  /** Said, with a plain `no` or `not` beside it: counts, and a person looks. */
  | { state: "doubtful"; by: Occurrence }
  | { state: "contradicted"; by: Occurrence }
  | { state: "absent" };

export type Explanation = { tokens: Token[]; findings: ConceptFinding[] };

/** Looks for each idea in an explanation; linear in its length. */
export function findConcepts(text: string, concepts: readonly Concept[]): Explanation {
  const tokens = tokenize(text);
  const terms = concepts.map(({ phrases }) => findPhrases(tokens, phrases));
  const inTerm = coverage(terms.flat(), tokens.length);
  const free = (occurrence: Occurrence) => !inTerm[occurrence.first];
  /** `Doesn't print 6` and `it isn't a missing semicolon` speak against nothing. */
  const affirmed = ({ first }: Occurrence) => !followsNegation(tokens, first);
  const negations = findNegations(tokens).filter(free);
  const findings = concepts.map((concept, index): ConceptFinding => {
    const denial = findPhrases(tokens, concept.denials).find(affirmed);
    if (denial) return { state: "contradicted", by: denial };
    const contradictions = findPhrases(tokens, concept.contradictions).filter(free).filter(affirmed);
    return judge(tokens, terms[index]!, { contradictions, negations });
  });
  return { tokens, findings };
}

/** Which tokens belong to a term: a `not` inside `not defined` speaks against nothing. */
function coverage(terms: readonly Occurrence[], length: number): boolean[] {
  const covered = new Array<boolean>(length).fill(false);
  for (const { first, last } of terms) covered.fill(true, first, last + 1);
  return covered;
}

function judge(
  tokens: readonly Token[],
  terms: readonly Occurrence[],
  against: { contradictions: Occurrence[]; negations: Occurrence[] },
): ConceptFinding {
  const first = terms[0];
  if (!first) return { state: "absent" };
  const covered = coverage(terms, tokens.length);
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

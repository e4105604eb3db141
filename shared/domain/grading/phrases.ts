import { stem } from "./stem.ts";
import type { Span, Token } from "./tokens.ts";
import { tokenize } from "./tokens.ts";

/** Where a phrase stands: its first and last token. */
export type Occurrence = { first: number; last: number; phrase: string };

/** Every place where a phrase stands within one sentence; words match with their endings. */
export function findPhrase(tokens: readonly Token[], phrase: string): Occurrence[] {
  const stems = stemsOf(phrase);
  if (stems.length === 0) return [];
  return placesOfStem(tokens, stems[0]!).flatMap((first) => {
    const last = first + stems.length - 1;
    const here = stems.every((stem, offset) => tokens[first + offset]?.stem === stem);
    return here && tokens[first]!.sentence === tokens[last]!.sentence ? [{ first, last, phrase }] : [];
  });
}

/** Phrases come from playbooks: a few thousand, and always the same. */
const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 20_000;

function stemsOf(phrase: string): readonly string[] {
  const stems = known.get(phrase) ?? tokenize(phrase).map((token) => token.stem);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(phrase, stems);
  return stems;
}

/** A text is searched for hundreds of phrases: where its words stand is looked up, not searched again. */
const indexes = new WeakMap<readonly Token[], ReadonlyMap<string, number[]>>();

const NOWHERE: readonly number[] = [];
function placesOfStem(tokens: readonly Token[], stem: string): readonly number[] {
  const index = indexes.get(tokens) ?? indexTokens(tokens);
  indexes.set(tokens, index);
  return index.get(stem) ?? NOWHERE;
}

function indexTokens(tokens: readonly Token[]): ReadonlyMap<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [place, { stem }] of tokens.entries()) {
    const places = index.get(stem);
    if (places) places.push(place);
    else index.set(stem, [place]);
  }
  return index;
}

/** As {@link findPhrase} for each of several phrases, in the order of the text. */
export const findPhrases = (tokens: readonly Token[], phrases: readonly string[]): Occurrence[] =>
  phrases.flatMap((phrase) => findPhrase(tokens, phrase)).sort((a, b) => a.first - b.first || b.last - a.last);

export const spanOf = (tokens: readonly Token[], { first, last }: Occurrence): Span => ({
  start: tokens[first]!.start,
  end: tokens[last]!.end,
});

const NEGATIONS = new Set(["no", "not", "never", "without", "neither", "nor"]);

export const isNegation = ({ word }: Token): boolean => NEGATIONS.has(word);

/** Plain negations, one occurrence each. */
export const findNegations = (tokens: readonly Token[]): Occurrence[] =>
  tokens.flatMap((token, index) => (isNegation(token) ? [{ first: index, last: index, phrase: token.word }] : []));

/** How many words after a plain negation something is taken to be negated. */
const NEGATED_WITHIN = 3;

/** Whether a plain negation stands shortly before a place, in the same clause. */
export const followsNegation = (tokens: readonly Token[], place: number): boolean => follows(tokens, place, isNegation);

/** Words of what isn't so: `it should print 6`, `instead of printing 6`. */
const SUPPOSITIONS = new Set(
  ["should", "would", "could", "might", "expected", "supposed", "meant", "intended", "instead", "rather", "before"].map(
    stem,
  ),
);

/** Whether a place stands shortly after a word that says what might be or should be, in the same clause. */
export const isSupposed = (tokens: readonly Token[], place: number): boolean =>
  follows(tokens, place, (token) => SUPPOSITIONS.has(token.stem));

function follows(tokens: readonly Token[], place: number, is: (token: Token) => boolean): boolean {
  const before = tokens.slice(Math.max(0, place - NEGATED_WITHIN), place);
  return before.some((token) => is(token) && token.clause === tokens[place]!.clause);
}

import type { Span, Token } from "./tokens.ts";
import { tokenize } from "./tokens.ts";

/** Where a phrase stands: its first and last token. */
export type Occurrence = { first: number; last: number; phrase: string };

/** Every place where a phrase stands within one sentence; words match with their endings. */
export function findPhrase(tokens: readonly Token[], phrase: string): Occurrence[] {
  const stems = tokenize(phrase).map((token) => token.stem);
  if (stems.length === 0) return [];
  const found: Occurrence[] = [];
  for (let first = 0; first + stems.length <= tokens.length; first++) {
    if (tokens[first]!.stem !== stems[0]) continue;
    const last = first + stems.length - 1;
    const here = stems.every((stem, offset) => tokens[first + offset]!.stem === stem);
    if (here && tokens[first]!.sentence === tokens[last]!.sentence) found.push({ first, last, phrase });
  }
  return found;
}

/** As {@link findPhrase} for each of several phrases, in the order of the text. */
export const findPhrases = (tokens: readonly Token[], phrases: readonly string[]): Occurrence[] =>
  phrases.flatMap((phrase) => findPhrase(tokens, phrase)).sort((a, b) => a.first - b.first || b.last - a.last);

export const spanOf = (tokens: readonly Token[], { first, last }: Occurrence): Span => ({
  start: tokens[first]!.start,
  end: tokens[last]!.end,
});

const NEGATIONS = new Set(["no", "not", "never", "without", "neither", "nor"]);

/** Plain negations, one occurrence each. */
export const findNegations = (tokens: readonly Token[]): Occurrence[] =>
  tokens.flatMap(({ word }, index) => (NEGATIONS.has(word) ? [{ first: index, last: index, phrase: word }] : []));

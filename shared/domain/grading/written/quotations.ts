import type { Token } from "../tokens.ts";

type Run = { first: number; last: number };

/** So many words of the prompt in a row are a quotation. */
const QUOTED_RUN = 7;
const QUOTED_SCRAP = 2;

/**
 * Runs of an answer that stand in the prompt word for word, whoever is spoken of. Where they make up half of it, the
 * scraps between them are quoted too.
 */
export function quotations(tokens: readonly Token[], prompt: readonly Token[]): Run[] {
  const quoted = sharedRuns(tokens, prompt, QUOTED_RUN);
  const words = new Set(
    quoted.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at)),
  );
  return words.size * 2 > tokens.length ? sharedRuns(tokens, prompt, QUOTED_SCRAP) : quoted;
}

function sharedRuns(tokens: readonly Token[], prompt: readonly Token[], length: number): Run[] {
  const runs = new Set(runsOf(prompt, length));
  return runsOf(tokens, length).flatMap((run, first) => (runs.has(run) ? [{ first, last: first + length - 1 }] : []));
}

const runsOf = (tokens: readonly Token[], length: number): string[] =>
  Array.from({ length: Math.max(0, tokens.length - length + 1) }, (_, first) =>
    tokens
      .slice(first, first + length)
      .map(({ word, stem }) => (PERSONS.has(word) ? "I" : stem))
      .join(" "),
  );

/** `You promised her` copied as `I promised you` is a copy. */
const PERSONS = new Set("i you he she we they me him her us them my your his our their".split(" "));

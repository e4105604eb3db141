import { type Token, tokenize } from "../tokens.ts";
import { FUNCTION_WORDS } from "./lexicon.ts";

/** Why a word of an answer can't be evidence. */
type Unusable = "quoted" | "repeated" | "beyond";

/** An answer prepared for its checks. `unusable` and `fragment` are by token. */
export type Reading = {
  text: string;
  tokens: Token[];
  unusable: (Unusable | undefined)[];
  /** Words that stand in no sentence: a keyword list, or another language. */
  fragment: boolean[];
  repeatedSentences: number;
};

type Sentence = { first: number; last: number };

/** So many words of the prompt in a row are a quotation. */
const QUOTED_RUN = 10;
const QUOTED_SCRAP = 2;
const FEWEST_WORDS_READ = 300;
const MOST_WORDS_READ = 2000;

/** Reads an answer; time is linear in its length. */
export function readAnswer(
  text: string,
  { prompt, longest }: { prompt: string; longest?: number | undefined },
): Reading {
  const tokens = tokenize(text);
  const sentences = sentencesOf(tokens);
  const repeated = repeatedSentences(tokens, sentences);
  const limit = longest === undefined ? MOST_WORDS_READ : Math.max(FEWEST_WORDS_READ, 3 * longest);
  const unusable = new Array<Unusable | undefined>(tokens.length).fill(undefined);
  for (const { first, last } of repeated) unusable.fill("repeated", first, last + 1);
  for (const { first, last } of quotations(tokens, tokenize(prompt))) unusable.fill("quoted", first, last + 1);
  unusable.fill("beyond", limit);
  const fragment = new Array<boolean>(tokens.length).fill(false);
  for (const sentence of sentences) {
    if (!isSentence(tokens, sentence)) fragment.fill(true, sentence.first, sentence.last + 1);
  }
  return { text, tokens, unusable, fragment, repeatedSentences: repeated.length };
}

function sentencesOf(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  for (const [index, { sentence }] of tokens.entries()) {
    const last = sentences.at(-1);
    if (last && tokens[last.first]!.sentence === sentence) last.last = index;
    else sentences.push({ first: index, last: index });
  }
  return sentences;
}

/** In sentences of eight words and more, a third to two thirds are small words; in keyword lists, hardly any. */
const SMALL_WORDS = { long: 0.28, short: 0.12, longFrom: 8 };

/** Whether words make a sentence: enough small words among them, and not a list of one or two words between commas. */
function isSentence(tokens: readonly Token[], { first, last }: Sentence): boolean {
  const words = tokens.slice(first, last + 1);
  const small = words.filter(({ word }) => FUNCTION_WORDS.has(word)).length;
  const clauses = 1 + tokens[last]!.clause - tokens[first]!.clause;
  const isList = clauses >= 4 && words.length / clauses < 2.5;
  const enough = words.length >= SMALL_WORDS.longFrom ? SMALL_WORDS.long : SMALL_WORDS.short;
  return words.length >= 3 && small / words.length >= enough && !isList;
}

function repeatedSentences(tokens: readonly Token[], sentences: readonly Sentence[]): Sentence[] {
  const seen = new Set<string>();
  return sentences.filter(({ first, last }) => {
    const key = tokens
      .slice(first, last + 1)
      .map(({ stem }) => stem)
      .join(" ");
    const again = seen.has(key);
    seen.add(key);
    return again;
  });
}

/**
 * Runs of an answer that stand in the prompt word for word. Where they make up half of it, the scraps between them are
 * quoted too.
 */
function quotations(tokens: readonly Token[], prompt: readonly Token[]): Sentence[] {
  const quoted = sharedRuns(tokens, prompt, QUOTED_RUN);
  const words = new Set(
    quoted.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at)),
  );
  return words.size * 2 > tokens.length ? sharedRuns(tokens, prompt, QUOTED_SCRAP) : quoted;
}

function sharedRuns(tokens: readonly Token[], prompt: readonly Token[], length: number): Sentence[] {
  const runs = new Set(runsOf(prompt, length));
  return runsOf(tokens, length).flatMap((run, first) => (runs.has(run) ? [{ first, last: first + length - 1 }] : []));
}

const runsOf = (tokens: readonly Token[], length: number): string[] =>
  Array.from({ length: Math.max(0, tokens.length - length + 1) }, (_, first) =>
    tokens
      .slice(first, first + length)
      .map(({ stem }) => stem)
      .join(" "),
  );

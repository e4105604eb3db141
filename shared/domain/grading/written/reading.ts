import { type Token, tokenize } from "../tokens.ts";
import type { Groups } from "./groups.ts";
import { otherLanguage } from "./language.ts";
import { FUNCTION_WORDS } from "./lexicon.ts";
import { quotations } from "./quotations.ts";

/** Why a word of an answer can't be evidence. */
type Unusable = "quoted" | "repeated" | "beyond";

/** An answer prepared for its checks. `unusable` and `fragment` are by token. */
export type Reading = {
  text: string;
  tokens: Token[];
  groups: Groups;
  unusable: (Unusable | undefined)[];
  /** Words that stand in no sentence: a keyword list, or another language. */
  fragment: boolean[];
  repeatedSentences: number;
  /** Sentences in another language, which are fragments too; `words` are theirs. */
  foreign: { words: number; languages: string[] };
};

type Sentence = { first: number; last: number };

const FEWEST_WORDS_READ = 300;
const MOST_WORDS_READ = 2000;

type Asked = { prompt: string; longest?: number | undefined; groups?: Groups };

/** Reads an answer; time is linear in its length. */
export function readAnswer(text: string, { prompt, longest, groups = {} }: Asked): Reading {
  const tokens = tokenize(text);
  const sentences = sentencesOf(tokens);
  const repeated = repeatedSentences(tokens, sentences);
  const limit = longest === undefined ? MOST_WORDS_READ : Math.max(FEWEST_WORDS_READ, 3 * longest);
  const unusable = new Array<Unusable | undefined>(tokens.length).fill(undefined);
  for (const { first, last } of repeated) unusable.fill("repeated", first, last + 1);
  for (const { first, last } of quotations(tokens, tokenize(prompt))) unusable.fill("quoted", first, last + 1);
  unusable.fill("beyond", limit);
  return {
    text,
    tokens,
    groups,
    unusable,
    repeatedSentences: repeated.length,
    ...unlikeSentences(text, tokens, sentences),
  };
}

function unlikeSentences(
  text: string,
  tokens: readonly Token[],
  sentences: Sentence[],
): Pick<Reading, "fragment" | "foreign"> {
  const foreign = foreignSentences(tokens, sentences);
  const loose = sentences.filter((sentence) => !foreign.has(sentence) && !isSentence(tokens, sentence));
  const inSentences = wordsIn(loose) + wordsIn([...foreign.keys()]) <= MOST_LOOSE * tokens.length;
  const fragment = new Array<boolean>(tokens.length).fill(false);
  for (const sentence of [...foreign.keys(), ...loose.filter((each) => !(inSentences && isNote(text, tokens, each)))])
    fragment.fill(true, sentence.first, sentence.last + 1);
  const languages = [...new Set(foreign.values())].sort();
  return { fragment, foreign: { words: wordsIn([...foreign.keys()]), languages } };
}

const wordsIn = (sentences: readonly Sentence[]): number =>
  sentences.reduce((sum, { first, last }) => sum + last - first + 1, 0);

/** Among so many sentences a short note with a label, as in `New date: Thursday`, says what a sentence would. */
const MOST_LOOSE = 0.2;
const LONGEST_NOTE = 6;

const isNote = (text: string, tokens: readonly Token[], { first, last }: Sentence): boolean =>
  last - first < LONGEST_NOTE && text.slice(tokens[first]!.end, tokens[last]!.start).includes(":");

/** Sentences in another language, each with its language. */
function foreignSentences(tokens: readonly Token[], sentences: readonly Sentence[]): Map<Sentence, string> {
  const found = new Map<Sentence, string>();
  for (const sentence of sentences) {
    const language = otherLanguage(tokens.slice(sentence.first, sentence.last + 1));
    if (language !== undefined) found.set(sentence, language);
  }
  return found;
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
const SMALL_WORDS = { long: 0.25, short: 0.12, longFrom: 8 };

/** Two words make a sentence where the first does what the second says: `I apologize`. */
const SUBJECTS = new Set(["i", "we", "it", "he", "she", "they"]);

/** Whether words make a sentence: enough small words among them, figures apart, and not a list. */
function isSentence(all: readonly Token[], { first, last }: Sentence): boolean {
  const words = all.slice(first, last + 1);
  const small = words.filter(({ word }) => FUNCTION_WORDS.has(word)).length;
  const written = words.filter(({ word }) => !/^\p{N}+$/u.test(word)).length;
  const enough = words.length >= SMALL_WORDS.longFrom ? SMALL_WORDS.long : SMALL_WORDS.short;
  const isShort = words.length === 2 && SUBJECTS.has(words[0]!.word);
  return (words.length >= 3 || isShort) && small >= enough * Math.max(1, written) && !isList(words, small);
}

/** One or two words between commas, or many pieces joined by `and`. */
function isList(words: readonly Token[], small: number): boolean {
  const clauses = 1 + words.at(-1)!.clause - words[0]!.clause;
  const pieces = clauses + words.filter(({ word }) => word === "and" || word === "or").length;
  return (clauses >= 4 && words.length / clauses < 2.5) || (pieces >= 8 && (words.length - small) / pieces < 2.5);
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

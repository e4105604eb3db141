import { stem } from "./stem.ts";
import { foldCase, plain } from "./text.ts";

/** A piece of the original text, in UTF-16 units. */
export type Span = { start: number; end: number };

/** A word of a text, ready to be matched. `sentence` and `clause` count from 0. */
export type Token = Span & { word: string; stem: string; sentence: number; clause: number };

// Marks and zero-width characters belong to the word they stand in; hyphens part words, apostrophes don't. Code symbols
// are words where they stand in quotes or alone, as in: the stray `;`.
const WORD =
  /[\p{L}\p{N}\p{M}\u00AD\u200B-\u200F\u2060\uFEFF]+(?:['\u2018\u2019\u02BC][\p{L}\p{N}\p{M}]+)*|(?<=[`'"\u2018\u201C])[;:{}()[\]=<>!+*/%&|^~.,-]{1,3}(?=[`'"\u2019\u201D])|(?<![^\s])[;{}=]{1,3}(?![^\s.,)])/gu;
const SENTENCE_END = /[.!?\u2026\u3002](?=["')\]\u201D\u2019]*(?:\s|$))|\n[^\S\n]*\n|\n\s*(?=[-*\u2022\p{Lu}\d])/u;
const CLAUSE_END = /[,;:()\u2013\u2014\n]|\s-\s/;
const LONGEST_GAP = 200;
const LONGEST_WORD = 100;

/** The words of a text with their stems, sentences and clauses; time is linear in the text. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let [end, sentence, clause] = [0, 0, 0];
  for (const match of text.matchAll(WORD)) {
    const gap = text.slice(end, match.index + 1).slice(0, LONGEST_GAP);
    if (tokens.length > 0 && SENTENCE_END.test(gap)) sentence++;
    if (tokens.length > 0 && (SENTENCE_END.test(gap) || CLAUSE_END.test(gap))) clause++;
    end = match.index + match[0].length;
    for (const word of expand(foldCase(plain(match[0].slice(0, LONGEST_WORD))))) {
      tokens.push({ word, stem: stem(word), start: match.index, end, sentence, clause });
    }
  }
  return tokens;
}

const IRREGULAR_SHORT: ReadonlyMap<string, readonly string[]> = new Map([
  ["can't", ["can", "not"]],
  ["cant", ["can", "not"]],
  ["cannot", ["can", "not"]],
  ["won't", ["will", "not"]],
  ["wont", ["will", "not"]],
  ["shan't", ["shall", "not"]],
  ["ain't", ["is", "not"]],
  ["i'm", ["i", "am"]],
  ["im", ["i", "am"]],
  ["let's", ["let", "us"]],
]);
const BARE_NEGATED = /^(is|are|was|were|do|does|did|has|have|had|would|should|could)n'?t$/;
const SHORT_ENDINGS: ReadonlyMap<string, string> = new Map([
  ["ll", "will"],
  ["ve", "have"],
  ["re", "are"],
]);
const SHORT_IS = new Set(["it", "that", "there", "here", "what", "he", "she", "who", "where"]);

/** `doesn't` as `does not`, `we'll` as `we will`: the words that a contraction stands for. */
function expand(word: string): readonly string[] {
  const irregular = IRREGULAR_SHORT.get(word);
  if (irregular) return irregular;
  const negated = BARE_NEGATED.exec(word)?.[1];
  if (negated !== undefined) return [negated, "not"];
  const apostrophe = word.indexOf("'");
  if (apostrophe < 0) return [word];
  const [start, ending] = [word.slice(0, apostrophe), word.slice(apostrophe + 1)];
  const full = ending === "s" && SHORT_IS.has(start) ? "is" : SHORT_ENDINGS.get(ending);
  return full === undefined ? [word] : [start, full];
}

import { tokenize } from "../tokens.ts";
import { wordCount } from "../words.ts";
import { type Finding, met, notMet, unclear } from "./finding.ts";
import type { Reading } from "./reading.ts";
import type { CheckOf } from "./schema.ts";

/** Fewer words say nothing about how a text reads. */
const FEWEST_WORDS = 30;
/** The count of syllables is an estimate: closer to the limit than this, nobody can tell. */
const MARGIN = 0.5;

/** Whether a text is as easy to read as asked for. */
export function judgeReadability(check: CheckOf<"readability">, { text }: Reading): Finding {
  if (wordCount(text) < FEWEST_WORDS) return unclear("too short to tell how it reads");
  const grade = readingGrade(text);
  const because = `grade ${grade.toFixed(1)}, at most ${check.max_grade} asked for`;
  const over = grade - Number(check.max_grade);
  if (Math.abs(over) <= MARGIN) return unclear(because);
  return over < 0 ? met(because) : notMet(because);
}

/**
 * The Flesch-Kincaid grade of an English text: the years at school that reading it takes (Kincaid and others, 1975).
 * Rounded to a tenth, so that every machine says the same.
 */
export function readingGrade(text: string): number {
  const tokens = tokenize(text).filter(({ word }) => /\p{L}/u.test(word));
  if (tokens.length === 0) return 0;
  const sentences = new Set(tokens.map(({ sentence }) => sentence)).size;
  const syllables = tokens.reduce((sum, { word }) => sum + syllablesIn(word), 0);
  const grade = 0.39 * (tokens.length / sentences) + 11.8 * (syllables / tokens.length) - 15.59;
  return Math.round(grade * 10) / 10;
}

/** Groups of vowels, less a silent `e` at the end. */
function syllablesIn(word: string): number {
  const groups = word.match(/[aeiouyà-öø-ÿ]+/g)?.length ?? 0;
  const silent = /[^aeiouyl]e(?:d|s)?$/.test(word) && !/[td]ed$|(?:[sxz]|ch|sh|[cg])es$/.test(word);
  return Math.max(1, groups - (silent ? 1 : 0));
}

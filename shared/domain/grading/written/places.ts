import { findPhrase } from "../phrases.ts";
import type { Span } from "../tokens.ts";
import { expandPhrase } from "./groups.ts";
import type { Reading } from "./reading.ts";
import type { Phrase } from "./schema.ts";

/** Where something is said: the places of its words in the reading, in order. */
export type Place = number[];

/** Every place where one of the phrases is said; a list of phrases is said where all stand in one sentence. */
export const findPlaces = (reading: Reading, phrases: readonly Phrase[]): Place[] =>
  phrases
    .flatMap((phrase) => (typeof phrase === "string" ? placesOf(reading, phrase) : together(reading, phrase)))
    .sort((a, b) => a[0]! - b[0]!);

const placesOf = (reading: Reading, phrase: string): Place[] =>
  phrase === COLOUR_CODE ? colourCodes(reading) : placesOfWords(reading, phrase);

/** Stands in a rubric for any code of a colour. */
const COLOUR_CODE = "#rrggbb";

const colourCodes = ({ text, tokens }: Reading): Place[] =>
  tokens.flatMap(({ word, start }, index) =>
    text[start - 1] === "#" && /^(?:[0-9a-f]{3}){1,2}$/.test(word) ? [[index]] : [],
  );

const placesOfWords = (reading: Reading, phrase: string): Place[] =>
  expandPhrase(phrase, reading.groups).flatMap((wording) =>
    findPhrase(reading.tokens, wording).map(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, offset) => first + offset),
    ),
  );

function together(reading: Reading, phrases: readonly string[]): Place[] {
  const bySentence = phrases.map((phrase) => firstInSentence(reading, placesOf(reading, phrase)));
  const [first, ...others] = bySentence;
  return [...first!.keys()]
    .filter((sentence) => others.every((places) => places.has(sentence)))
    .map((sentence) => [...new Set(bySentence.flatMap((places) => places.get(sentence)!))].sort((a, b) => a - b));
}

function firstInSentence(reading: Reading, places: readonly Place[]): Map<number, Place> {
  const found = new Map<number, Place>();
  for (const place of places) {
    const sentence = sentenceOf(reading, place);
    if (!found.has(sentence)) found.set(sentence, place);
  }
  return found;
}

export const sentenceOf = (reading: Reading, place: Place): number => reading.tokens[place[0]!]!.sentence;
export const clauseOf = (reading: Reading, place: Place): number => reading.tokens[place[0]!]!.clause;

/** Places whose words may be evidence: neither quoted, nor repeated, nor beyond what is read. */
export const usable = (reading: Reading, places: readonly Place[]): Place[] =>
  places.filter((place) => place.every((index) => reading.unusable[index] === undefined));

export const isFragment = (reading: Reading, place: Place): boolean => place.some((index) => reading.fragment[index]);

/** Runs of neighbouring words of a place, as pieces of the text. */
export function spansOf(reading: Reading, place: Place): Span[] {
  const spans: Span[] = [];
  for (const [at, index] of place.entries()) {
    const { start, end } = reading.tokens[index]!;
    const last = spans.at(-1);
    if (last && place[at - 1] === index - 1) last.end = end;
    else spans.push({ start, end });
  }
  return spans;
}

/** The sentences in which one of the phrases stands; undefined where none are asked for. */
export const sentencesWith = (reading: Reading, phrases: readonly Phrase[] | undefined): Set<number> | undefined =>
  phrases && new Set(findPlaces(reading, phrases).map((place) => sentenceOf(reading, place)));

import { compare, exact, parseExact, subtract, ZERO } from "../../foundation/exact.ts";
import type { Token } from "../tokens.ts";
import { type Finding, met, notMet, unclear } from "./finding.ts";
import { DAY_PHRASES, MONTHS, NUMBERS, TIME_UNITS, WEEKDAYS } from "./lexicon.ts";
import { clauseOf, findPlaces, isFragment, type Place, sentenceOf, sentencesWith, spansOf, usable } from "./places.ts";
import type { Reading } from "./reading.ts";
import type { CheckOf, Phrase } from "./schema.ts";
import { HEDGES } from "./tone-lists.ts";

/** Whether a day is named. */
export function findDate(check: CheckOf<"date">, reading: Reading): Finding {
  const days = check.any_of
    ? findPlaces(reading, check.any_of)
    : [...daysIn(reading), ...findPlaces(reading, [...DAY_PHRASES, ...check.also])].sort((a, b) => a[0]! - b[0]!);
  const excepted = new Set(findPlaces(reading, check.except).flat());
  const places = outside(reading, days, check.unless).filter((place) => place.some((index) => !excepted.has(index)));
  return decide(reading, places, { near: check.near, missing: "no day is named", hedges: HEDGES });
}

/** Whether a number is named. */
export function findNumber(check: CheckOf<"number">, reading: Reading): Finding {
  const numbers = reading.tokens.flatMap((token, index) => (isNumber(reading, token, check) ? [[index]] : []));
  return decide(reading, outside(reading, numbers, check.unless), {
    near: check.near,
    missing: `the number ${check.value} isn't named`,
  });
}

/** The places in whose clause none of the phrases stands. */
function outside(reading: Reading, places: readonly Place[], unless: readonly Phrase[]): Place[] {
  const others = new Set(findPlaces(reading, unless).map((place) => clauseOf(reading, place)));
  return places.filter((place) => !others.has(clauseOf(reading, place)));
}

function decide(
  reading: Reading,
  places: readonly Place[],
  { near, missing, hedges = [] }: { near: readonly Phrase[] | undefined; missing: string; hedges?: readonly string[] },
): Finding {
  const sentences = sentencesWith(reading, near);
  const found = usable(reading, places).filter((place) => !sentences || sentences.has(sentenceOf(reading, place)));
  const hedged = new Set(findPlaces(reading, hedges).map((place) => clauseOf(reading, place)));
  const clear = found.find((place) => !isFragment(reading, place) && !hedged.has(clauseOf(reading, place)));
  if (clear) return met("named", spansOf(reading, clear));
  if (!found[0]) return notMet(missing);
  const because = isFragment(reading, found[0]) ? "its words stand in no sentence" : "it is hedged";
  return unclear(because, spansOf(reading, found[0]));
}

/** Weekdays, `14 March`, `in two days`, `the 14th`, `2026-03-14`, `14/3`. */
const daysIn = (reading: Reading): Place[] =>
  reading.tokens.flatMap((token, index) => dayAt(reading, token, index) ?? []);

function dayAt({ tokens, text }: Reading, token: Token, index: number): Place[] | undefined {
  const [next, after] = [tokens[index + 1], tokens[index + 2]];
  if (WEEKDAYS.has(token.word)) return [[index]];
  if (MONTHS.has(token.word) && next && isDayNumber(next.word)) return [[index, index + 1]];
  if (isDayNumber(token.word) && next && MONTHS.has(next.word)) return [[index, index + 1]];
  if (token.word === "the" && next && /^\d{1,2}(?:st|nd|rd|th)$/.test(next.word)) return [[index, index + 1]];
  if (
    (token.word === "in" || token.word === "within") &&
    next &&
    after &&
    isCount(next.word) &&
    TIME_UNITS.has(after.word)
  ) {
    return [[index, index + 1, index + 2]];
  }
  return numericDate(text, token) ? [[index]] : undefined;
}

const isDayNumber = (word: string): boolean => /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/.test(word);
const isCount = (word: string): boolean => NUMBERS.has(word) || /^\d{1,2}$/.test(word);

/** Hyphens, slashes and stops part words, so that a written date is found by what follows its first number. */
const numericDate = (text: string, { start }: Token): boolean =>
  /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)(?![\d%])/.test(text.slice(start, start + 12)) &&
  !/^\d{1,2}\.\d{1,2}(?![.\d])/.test(text.slice(start, start + 12));

function isNumber({ text }: Reading, { word, start }: Token, check: CheckOf<"number">): boolean {
  const digits = /^\d{1,15}(?:,\d{3}){0,4}(?:\.\d{1,9})?/.exec(text.slice(start, start + 40))?.[0].replaceAll(",", "");
  const value = parseExact(digits ?? String(NUMBERS.get(word) ?? ""));
  if (!value) return false;
  const difference = subtract(value, exact(check.value));
  const distance = compare(difference, ZERO) < 0 ? subtract(ZERO, difference) : difference;
  return compare(distance, exact(check.tolerance)) <= 0;
}

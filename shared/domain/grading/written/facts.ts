import { compare, exact, parseExact, subtract, ZERO } from "../../foundation/exact.ts";
import type { Token } from "../tokens.ts";
import { type Finding, met, notMet, unclear } from "./finding.ts";
import { DAY_PHRASES, MONTHS, NUMBERS, TIME_UNITS, WEEKDAYS } from "./lexicon.ts";
import { findPlaces, isFragment, type Place, sentenceOf, sentencesWith, spansOf, usable } from "./places.ts";
import type { Reading } from "./reading.ts";
import type { CheckOf, Phrase } from "./schema.ts";

/** Whether a day is named. */
export function findDate(check: CheckOf<"date">, reading: Reading): Finding {
  const places = check.any_of
    ? findPlaces(reading, check.any_of)
    : [...days(reading), ...findPlaces(reading, [...DAY_PHRASES, ...check.also])];
  return decide(reading, places, { near: check.near, missing: "no day is named" });
}

/** Whether a number is named. */
export function findNumber(check: CheckOf<"number">, reading: Reading): Finding {
  const places = reading.tokens.flatMap((token, index) => (isNumber(reading, token, check) ? [[index]] : []));
  return decide(reading, places, { near: check.near, missing: `the number ${check.value} isn't named` });
}

/** Whether somebody is said to do something. */
export function findOwner(check: CheckOf<"owner">, reading: Reading): Finding {
  const owners = findPlaces(reading, ["i", "we", ...check.owners]).filter((place) => promises(reading, place.at(-1)!));
  return decide(reading, owners, { near: check.actions, missing: "nobody is said to do it" });
}

function decide(
  reading: Reading,
  places: readonly Place[],
  { near, missing }: { near: readonly Phrase[] | undefined; missing: string },
): Finding {
  const sentences = sentencesWith(reading, near);
  const found = usable(reading, places).filter((place) => !sentences || sentences.has(sentenceOf(reading, place)));
  const clear = found.find((place) => !isFragment(reading, place));
  if (clear) return met("named", spansOf(reading, clear));
  return found[0] ? unclear("its words stand in no sentence", spansOf(reading, found[0])) : notMet(missing);
}

/** Weekdays, `14 March`, `in two days`, `the 14th`, `2026-03-14`, `14/3`. */
const days = (reading: Reading): Place[] =>
  reading.tokens.flatMap((token, index) => dayAt(reading, token, index) ?? []).map((place) => place);

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

/** Whether the words after an owner promise something: `will`, `am testing`, `is going to`, `plan to`. */
function promises({ tokens }: Reading, owner: number): boolean {
  const words = tokens.slice(owner + 1, owner + 5).filter(({ sentence }) => sentence === tokens[owner]!.sentence);
  return words.some(({ word, stem }, index) => {
    const next = words[index + 1]?.word ?? "";
    if (word === "will" || word === "shall") return next !== "not";
    return (stem === "be" && next.endsWith("ing")) || (stem === "plan" && next === "to");
  });
}

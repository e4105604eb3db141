import { findNegations } from "../phrases.ts";
import type { Span, Token } from "../tokens.ts";
import { type Finding, met, notMet, unclear } from "./finding.ts";
import { BLAME, FUNCTION_WORDS, INSULTS } from "./lexicon.ts";
import { findPlaces, type Place, spansOf } from "./places.ts";
import type { Reading } from "./reading.ts";
import type { CheckOf } from "./schema.ts";

const CAPITAL_RUN = 3;
const LONG_RUN = 5;

/** Whether what should be avoided is avoided; found with a negation before it, it is unclear. */
export function judgeAbsent(check: CheckOf<"absent">, reading: Reading): Finding {
  const shouting = check.lists.includes("shouting") ? findShouting(reading) : undefined;
  if (shouting) return notMet("shouts", [shouting]);
  const phrases = [
    ...(check.lists.includes("blame") ? BLAME : []),
    ...(check.lists.includes("insult") ? INSULTS : []),
    ...check.any_of,
  ];
  const places = findPlaces(reading, phrases).filter((place) => reading.unusable[place[0]!] !== "quoted");
  const negations = new Set(findNegations(reading.tokens).map(({ first }) => first));
  const plain = places.find((place) => !followsNegation(place, negations));
  if (plain) return notMet("found", spansOf(reading, plain));
  return places[0] ? unclear("found with a negation before it", spansOf(reading, places[0])) : met("not found");
}

const followsNegation = ([first]: Place, negations: ReadonlySet<number>): boolean =>
  [1, 2, 3].some((distance) => negations.has(first! - distance));

/** Several words in capitals in a row, more than a run of abbreviations, or three exclamation marks. */
function findShouting({ text, tokens }: Reading): Span | undefined {
  const marks = text.indexOf("!!!");
  if (marks >= 0) return { start: marks, end: marks + 3 };
  let run: Token[] = [];
  for (const token of tokens) {
    run = isCapital(text.slice(token.start, token.end)) ? [...run, token] : [];
    if (isShouted(run)) return { start: run[0]!.start, end: token.end };
  }
  return undefined;
}

const isCapital = (word: string): boolean => /^\p{Lu}+$/u.test(word);

const isShouted = (run: readonly Token[]): boolean =>
  run.length >= LONG_RUN || (run.length >= CAPITAL_RUN && run.some(({ word }) => FUNCTION_WORDS.has(word)));

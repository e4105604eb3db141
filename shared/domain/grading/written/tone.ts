import { findPhrases, followsNegation, type Occurrence } from "../phrases.ts";
import type { Span, Token } from "../tokens.ts";
import { type Finding, met, notMet, unclear } from "./finding.ts";
import { FUNCTION_WORDS } from "./lexicon.ts";
import { findPlaces, type Place, spansOf } from "./places.ts";
import type { Reading } from "./reading.ts";
import type { CheckOf } from "./schema.ts";
import { BLAME, HEDGES, INSULTS, NO_BLAME, PERHAPS_BLAME } from "./tone-lists.ts";

const CAPITAL_RUN = 3;
const LONG_RUN = 5;

/** Whether what should be avoided is avoided; where it only may be there, it is unclear. */
export function judgeAbsent(check: CheckOf<"absent">, reading: Reading): Finding {
  const shouting = check.lists.includes("shouting") ? findShouting(reading) : undefined;
  if (shouting) return notMet("shouts", [shouting]);
  const hedges = check.lists.includes("hedging") ? tooManyHedges(reading) : [];
  if (hedges.length > 0) return notMet("hedges too often", hedges);
  const blames = check.lists.includes("blame") ? findBlame(reading) : { sure: [], perhaps: [] };
  const insults = check.lists.includes("insult") ? INSULTS : [];
  const places = [...blames.sure, ...findPlaces(reading, [...insults, ...check.any_of])].filter(isOwn(reading));
  const plain = places.find(([first]) => !followsNegation(reading.tokens, first!));
  if (plain) return notMet("found", spansOf(reading, plain));
  const doubtful = places[0] ?? blames.perhaps.find(isOwn(reading));
  return doubtful ? unclear("may be there", spansOf(reading, doubtful)) : met("not found");
}

/** What is quoted from the task was said by somebody else. */
const isOwn =
  ({ unusable }: Reading) =>
  (place: Place): boolean =>
    unusable[place[0]!] !== "quoted";

/** Blame of others; what the writer takes upon himself is none. */
function findBlame(reading: Reading): { sure: Place[]; perhaps: Place[] } {
  const owned = findPhrases(reading.tokens, NO_BLAME);
  const blames = (place: Place) => !owned.some(({ first, last }) => first <= place.at(-1)! && place[0]! <= last);
  return {
    sure: [...findPlaces(reading, BLAME), ...othersFaults(reading.tokens)].filter(blames),
    perhaps: [...findPlaces(reading, PERHAPS_BLAME), ...othersDuties(reading.tokens)].filter(blames),
  };
}

const NOBODY = new Set(["nobody's", "noone's", "one's", "anybody's", "anyone's", "today's", "yesterday's"]);

/** `Ravi's fault`. */
const othersFaults = (tokens: readonly Token[]): Place[] =>
  tokens.flatMap(({ word }, index) => {
    const next = tokens[index + 1]?.stem;
    const blames = word.endsWith("'s") && !NOBODY.has(word) && (next === "fault" || next === "mistak");
    return blames ? [[index, index + 1]] : [];
  });

/** `QA should have caught this`, but not `I should have`, `it should have`. */
const othersDuties = (tokens: readonly Token[]): Place[] =>
  findPhrases(tokens, ["should have"]).flatMap(({ first }: Occurrence) => {
    const who = tokens[first - 1];
    const others = who && who.sentence === tokens[first]!.sentence && !FUNCTION_WORDS.has(who.word);
    return others ? [[first - 1, first, first + 1]] : [];
  });

const FEWEST_HEDGES = 3;
const WORDS_PER_HEDGE = 25;

/** The hedges of a text that has one in every other sentence or so; none where there are fewer. */
function tooManyHedges({ tokens }: Reading): Span[] {
  const found = findPhrases(tokens, HEDGES);
  const tooMany = found.length >= FEWEST_HEDGES && found.length * WORDS_PER_HEDGE >= tokens.length;
  return tooMany ? found.map(({ first, last }) => ({ start: tokens[first]!.start, end: tokens[last]!.end })) : [];
}

/** Several words in capitals in a row, more than a run of abbreviations, or three exclamation marks. */
function findShouting({ text, tokens }: Reading): Span | undefined {
  const marks = text.indexOf("!!!");
  if (marks >= 0) return { start: marks, end: marks + 3 };
  let run: Token[] = [];
  for (const token of tokens) {
    run = isCapital(text.slice(token.start, token.end)) ? [...run, token].slice(-LONG_RUN) : [];
    if (isShouted(run)) return { start: run[0]!.start, end: token.end };
  }
  return undefined;
}

const isCapital = (word: string): boolean => /^\p{Lu}+$/u.test(word);

const isShouted = (run: readonly Token[]): boolean =>
  run.length >= LONG_RUN || (run.length >= CAPITAL_RUN && run.some(({ word }) => FUNCTION_WORDS.has(word)));

import { findNegations } from "../phrases.ts";
import type { Span } from "../tokens.ts";
import { type Finding, met, notMet, unclear } from "./finding.ts";
import { BLAME, INSULTS } from "./lexicon.ts";
import { findPlaces, type Place, spansOf } from "./places.ts";
import type { Reading } from "./reading.ts";
import type { CheckOf } from "./schema.ts";

const CAPITAL_RUN = 3;

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

/** Three words in capitals in a row, or three exclamation marks. */
function findShouting({ text, tokens }: Reading): Span | undefined {
  const marks = text.indexOf("!!!");
  if (marks >= 0) return { start: marks, end: marks + 3 };
  let run = 0;
  for (const [index, { start, end }] of tokens.entries()) {
    run = isShouted(text.slice(start, end)) ? run + 1 : 0;
    if (run === CAPITAL_RUN) return { start: tokens[index - CAPITAL_RUN + 1]!.start, end };
  }
  return undefined;
}

const isShouted = (word: string): boolean => /^\p{Lu}{3,}$/u.test(word);

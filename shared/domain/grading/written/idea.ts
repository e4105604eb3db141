import { followsNegation } from "../phrases.ts";
import { type Finding, met, notMet, unclear } from "./finding.ts";
import { findPlaces, isFragment, type Place, sentenceOf, spansOf, usable } from "./places.ts";
import type { Reading } from "./reading.ts";
import type { CheckOf } from "./schema.ts";

/** What earlier checks were rewarded for: the same words aren't rewarded twice. */
export type Claims = Place[];

/** Whether an idea is said; the place that says it is added to `claims`. */
export function findIdea(check: CheckOf<"idea">, reading: Reading, claims: Claims): Finding {
  const places = findPlaces(reading, check.any_of);
  const counted = usable(reading, places);
  const fresh = counted.filter((place) => !isClaimed(place, claims));
  const denied = new Set(findPlaces(reading, check.unless).map((place) => sentenceOf(reading, place)));
  const said = fresh.filter((place) => !denied.has(sentenceOf(reading, place)));
  const clear = said.find((place) => !isFragment(reading, place) && !followsNegation(reading.tokens, place[0]!));
  if (clear) {
    claims.push(clear);
    return met("said", spansOf(reading, clear));
  }
  if (said[0]) return unclear(whyUnclear(reading, said[0]), spansOf(reading, said[0]));
  return notMet(whyNot({ places, counted, fresh }), fresh[0] ? spansOf(reading, fresh[0]) : []);
}

const isClaimed = (place: Place, claims: Claims): boolean =>
  claims.some((claim) => place.every((index) => claim.includes(index)));

const whyUnclear = (reading: Reading, place: Place): string =>
  isFragment(reading, place) ? "its words stand in no sentence" : "a negation stands before it";

function whyNot({ places, counted, fresh }: { places: Place[]; counted: Place[]; fresh: Place[] }): string {
  if (places.length === 0) return "not said";
  if (counted.length === 0) return "said only in words that don't count";
  return fresh.length === 0
    ? "said only in words that another check was rewarded for"
    : "said, and denied in the same sentence";
}

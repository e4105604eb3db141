import { findPhrases } from "../phrases.ts";
import type { Token } from "../tokens.ts";
import { type Finding, met, notMet, unclear } from "./finding.ts";
import { FUNCTION_WORDS, FUTURE_MARKS, MONTHS, PAST_FORMS, WEEKDAYS } from "./lexicon.ts";
import { findPlaces, isFragment, type Place, spansOf, usable } from "./places.ts";
import type { Reading } from "./reading.ts";
import type { CheckOf } from "./schema.ts";

/** How far behind its owner a verb is looked for, and how far behind the verb the action. */
const VERB_WITHIN = 4;
const ACTION_WITHIN = 6;

/** A sentence in which something is going to happen: its words as places, and whether it names a time. */
type Setting = { reading: Reading; actions: ReadonlySet<number> | undefined; timed: ReadonlySet<number> };

/** Whether somebody is said to do something from now on. */
export function findOwner(check: CheckOf<"owner">, reading: Reading): Finding {
  const setting = settingOf(check, reading);
  const owners = [...findPlaces(reading, ["i", "we", ...check.owners]), ...namesIn(reading)];
  const found = usable(reading, owners)
    .sort((a, b) => a[0]! - b[0]!)
    .flatMap((owner) => promiseOf(owner, setting) ?? []);
  const clear = found.find((place) => !isFragment(reading, place));
  if (clear) return met("named", spansOf(reading, clear));
  return found[0]
    ? unclear("its words stand in no sentence", spansOf(reading, found[0]))
    : notMet("nobody is said to do it");
}

function settingOf({ actions }: CheckOf<"owner">, reading: Reading): Setting {
  const firsts = actions && new Set(findPlaces(reading, actions).map(([first]) => first!));
  const days = reading.tokens.flatMap(({ word, sentence }) => (WEEKDAYS.has(word) ? [sentence] : []));
  const marks = findPhrases(reading.tokens, FUTURE_MARKS).map(({ first }) => reading.tokens[first]!.sentence);
  return { reading, actions: firsts, timed: new Set([...days, ...marks]) };
}

/** The owner with the words that promise: `will send`, `am going to test`, and `tests` where a time is named. */
function promiseOf(owner: Place, setting: Setting): Place[] | undefined {
  const { tokens } = setting.reading;
  const from = owner.at(-1)! + 1;
  const { sentence, clause } = tokens[from - 1]!;
  for (let at = from; at < from + VERB_WITHIN && tokens[at]?.clause === clause; at++) {
    if (promises(tokens, at)) {
      const action = actionAfter(at, setting);
      return action === undefined ? undefined : [[...owner, ...new Set([at, action])]];
    }
    if (setting.timed.has(sentence) && isPresentAction(owner, at, setting)) return [[...owner, at]];
    if (STOPS.has(tokens[at]!.stem)) return undefined;
  }
  return undefined;
}

/** Verbs that say something else than a promise: what was, what can't be, what one knows. */
const STOPS = new Set(["have", "do", "can", "could", "would", "should", "must", "might", "not"]);

/** `will`, `am testing`, `is going to`, `plan to`; not `will not`, `have been testing`, nor the formula `I am writing`. */
function promises(tokens: readonly Token[], at: number): boolean {
  const [{ word, stem }, next] = [tokens[at]!, tokens[at + 1]?.word ?? ""];
  if (word === "will" || word === "shall") return next !== "not";
  if (stem === "be") return !PAST_FORMS.has(word) && next.endsWith("ing") && next !== "writing";
  return stem === "plan" && next === "to";
}

/** The place of the action that is promised; the verb itself where any will do. */
function actionAfter(at: number, { reading, actions }: Setting): number | undefined {
  if (!actions) return at;
  const { sentence } = reading.tokens[at]!;
  for (let place = at + 1; place <= at + ACTION_WITHIN && reading.tokens[place]?.sentence === sentence; place++) {
    if (actions.has(place)) return place;
  }
  return undefined;
}

/** `I finish`, `Ana tests`: an action in the present, which a time puts into the future. */
function isPresentAction(owner: Place, at: number, { reading, actions }: Setting): boolean {
  const [{ word }, first] = [reading.tokens[at]!, reading.tokens[owner[0]!]!.word];
  if (!actions?.has(at) || word.endsWith("ed") || PAST_FORMS.has(word)) return false;
  return first === "i" || first === "we" ? !word.endsWith("ing") : word.endsWith("s");
}

/** Words with a capital that begin no sentence, or that a verb with `-s` or `will` may follow: names. */
function namesIn({ text, tokens }: Reading): Place[] {
  return tokens.flatMap((token, index) => {
    const isName = /^\p{Lu}/u.test(text.slice(token.start, token.end)) && !NO_NAMES.has(token.word);
    return isName ? [[index]] : [];
  });
}

const NO_NAMES: ReadonlySet<string> = new Set([
  ...FUNCTION_WORDS,
  ...WEEKDAYS,
  ...MONTHS,
  "tomorrow",
  "today",
  "then",
  "next",
]);

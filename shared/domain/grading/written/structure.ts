import { findPhrase } from "../phrases.ts";
import { tokenize } from "../tokens.ts";
import { wordCount } from "../words.ts";
import { type Finding, met, notMet } from "./finding.ts";
import { CLOSINGS, GREETINGS } from "./lexicon.ts";
import { findPlaces, spansOf, usable } from "./places.ts";
import type { Reading } from "./reading.ts";
import type { CheckOf } from "./schema.ts";

/** A closing stands within so many words of the end: a name and a role may follow it. */
const CLOSING_WITHIN = 12;
const GREETING_WITHIN = 3;
const PARAGRAPH_WORDS = 5;

export function judgeWords({ min, max }: CheckOf<"words">, { text }: Reading): Finding {
  const count = wordCount(text);
  return count >= min && count <= max ? met(`${count} words`) : notMet(`${count} words, not ${min} to ${max}`);
}

/** What stands above an e-mail: `Subject: …`, line by line. */
const HEADER = /^\s*(?:(?:subject|to|from|cc|re|date)[^\S\n]*:[^\n]*\n\s*)+/i;

export function judgeGreeting({ text, tokens, unusable }: Reading): Finding {
  const header = HEADER.exec(text)?.[0].length ?? 0;
  const own = tokens.findIndex(({ start }, index) => start >= header && unusable[index] !== "quoted");
  const start = tokens.slice(Math.max(0, own)).slice(0, GREETING_WITHIN);
  const found = GREETINGS.flatMap((greeting) => findPhrase(start, greeting))[0];
  if (found) return met("greets", [{ start: start[found.first]!.start, end: start[found.last]!.end }]);
  const line = text.slice(start[0]?.start).split("\n", 1)[0] ?? "";
  const isName = /,\s*$/.test(line) && wordCount(line) <= GREETING_WITHIN;
  return isName ? met("opens with a name") : notMet("no greeting at the start");
}

export function judgeClosing({ tokens }: Reading): Finding {
  const end = tokens.slice(-CLOSING_WITHIN);
  const found = CLOSINGS.flatMap((closing) => findPhrase(end, closing)).find(({ last, phrase }) =>
    phrase.endsWith(end[last]!.word),
  );
  if (!found) return notMet("no closing at the end");
  return met("closes", [{ start: end[found.first]!.start, end: end[found.last]!.end }]);
}

export function judgeParagraphs({ min }: CheckOf<"paragraphs">, { text }: Reading): Finding {
  const blocks = text.split(/\n[^\S\n]*\n/).filter((block) => tokenize(block).length >= PARAGRAPH_WORDS);
  return blocks.length >= min ? met(`${blocks.length} paragraphs`) : notMet(`${blocks.length} paragraphs, not ${min}`);
}

export function judgeOrder(check: CheckOf<"order">, reading: Reading): Finding {
  const [first] = usable(reading, findPlaces(reading, check.first));
  const [next] = usable(reading, findPlaces(reading, check.next));
  if (!first || !next) return notMet("one of the two isn't said");
  const spans = [...spansOf(reading, first), ...spansOf(reading, next)];
  return first[0]! < next[0]! ? met("in this order", spans) : notMet("in the other order", spans);
}

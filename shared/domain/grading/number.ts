import { type Exact, exact, multiply } from "../foundation/exact.ts";
import type { NumericKey, UnitRule } from "./numeric/schema.ts";
import { normalizeText, tidy } from "./text.ts";

/** What a number field says: one number in the key's unit, or why it isn't one. */
export type NumberReading =
  | { value: Exact }
  /** `ambiguous`: it holds something like a number, so that a person may make sense of it. */
  | { problem: "not_a_number"; ambiguous: boolean }
  | { problem: "unit_missing" | "unit_wrong" };

type Notation = Pick<NumericKey, "format" | "words" | "unit">;
type NamedUnit = Exclude<UnitRule, { rule: "forbidden" }>;

const LONGEST = 100;
const NUMBER_WORDS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const LARGER_WORDS = "thirty forty fifty sixty seventy eighty ninety hundred thousand million half dozen".split(" ");
const ANY_NUMBER_WORD = new Set([...NUMBER_WORDS, ...LARGER_WORDS]);
const MARKS = {
  "1,234.5": { group: ",", decimal: "." },
  "1.234,5": { group: ".", decimal: "," },
  "1 234,5": { group: " ", decimal: "," },
  "1'234.5": { group: "'", decimal: "." },
} as const;

/** Reads a whole field as one number, as the key allows; `1 or 2` is none. */
export function readNumber(field: string, notation: Notation): NumberReading {
  const text = normalizeText(tidy(field).slice(0, LONGEST + 1));
  if (text.length > LONGEST) return notANumber(text);
  const leading = withoutLeadingUnit(text, notation.unit);
  const split = splitNumber(leading.rest, notation);
  if (!split) return notANumber(text);
  if (leading.unit !== "" && split.rest !== "") return notANumber(text);
  return inKeysUnit(split.value, leading.unit + split.rest, notation.unit);
}

const notANumber = (text: string): NumberReading => ({
  problem: "not_a_number",
  ambiguous: holdsNumber(text),
});

const holdsNumber = (text: string): boolean =>
  /\p{Nd}/u.test(text) || text.split(/[^\p{L}]+/u).some((word) => ANY_NUMBER_WORD.has(word));

/** `-€5` and `€-5` alike: the unit taken from the front, the sign left. */
function withoutLeadingUnit(text: string, unit: UnitRule): { unit: string; rest: string } {
  if (unit.rule === "forbidden" || !unit.leading) return { unit: "", rest: text };
  const sign = /^[+-]/.exec(text)?.[0] ?? "";
  const unsigned = text.slice(sign.length).trimStart();
  const found = unitNames(unit).find(({ name }) => unsigned.startsWith(name));
  if (!found) return { unit: "", rest: text };
  return { unit: found.name, rest: sign + unsigned.slice(found.name.length).trimStart() };
}

/** The units an answer may name, longest names first. */
function unitNames(unit: NamedUnit): { name: string; factor: string }[] {
  const own = [unit.name, ...unit.synonyms].map((name) => ({ name, factor: "1" }));
  const others = unit.conversions.flatMap((other) =>
    [other.unit, ...other.synonyms].map((name) => ({ name, factor: other.factor })),
  );
  return [...own, ...others]
    .map(({ name, factor }) => ({ name: normalizeText(name), factor }))
    .sort((a, b) => b.name.length - a.name.length);
}

function splitNumber(text: string, notation: Notation): { value: Exact; rest: string } | undefined {
  const word = /^\p{L}+/u.exec(text)?.[0];
  if (word !== undefined) return notation.words ? splitWord(text, word) : undefined;
  return splitDigits(text, notation.format);
}

function splitWord(text: string, word: string): { value: Exact; rest: string } | undefined {
  const value = NUMBER_WORDS.indexOf(word);
  return value < 0 ? undefined : { value: exact(value), rest: text.slice(word.length).trim() };
}

function splitDigits(text: string, format: NumericKey["format"]): { value: Exact; rest: string } | undefined {
  const { group, decimal } = MARKS[format];
  const signed = /^([+-]?) ?(.*)$/.exec(text);
  const [, sign = "", unsigned = ""] = signed ?? [];
  const end = endOfDigits(unsigned, group + decimal);
  const digits = plainDigits(unsigned.slice(0, end).trimEnd(), group, decimal);
  if (digits === undefined) return undefined;
  return { value: exact(sign === "-" ? `-${digits}` : digits), rest: unsigned.slice(end).trim() };
}

function endOfDigits(text: string, marks: string): number {
  let end = 0;
  while (end < text.length && (isDigit(text[end]!) || marks.includes(text[end]!))) end++;
  return end;
}

const isDigit = (character: string): boolean => character >= "0" && character <= "9";

/** `1,234.5` as `1234.5`; undefined where the marks stand in the wrong places. */
function plainDigits(text: string, group: string, decimal: string): string | undefined {
  const [whole = "", decimals, ...more] = text.split(decimal);
  const groups = whole.split(group);
  const grouped = groups.length > 1;
  if (more.length > 0 || !/^\d*$/.test(groups.join("")) || !/^\d*$/.test(decimals ?? "")) return undefined;
  if (grouped && !groups.every((digits, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(digits)))
    return undefined;
  const joined = groups.join("");
  if (joined === "" && (decimals ?? "") === "") return undefined;
  return `${joined || "0"}.${decimals || "0"}`;
}

function inKeysUnit(value: Exact, unit: string, rule: UnitRule): NumberReading {
  if (unit === "") return rule.rule === "required" ? { problem: "unit_missing" } : { value };
  const named = rule.rule === "forbidden" ? undefined : unitNames(rule).find(({ name }) => name === unit);
  if (named) return { value: multiply(value, exact(named.factor)) };
  return holdsNumber(unit) || unit.includes(" ")
    ? { problem: "not_a_number", ambiguous: true }
    : { problem: "unit_wrong" };
}

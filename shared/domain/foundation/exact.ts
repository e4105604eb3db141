/**
 * Exact rational numbers, so that no score is ever a binary float (see docs/scoring.md).
 * Texts are decimals (`"5.1"`) or, where a decimal wouldn't end, fractions (`"1/3"`).
 */
export type Exact = { readonly numerator: bigint; readonly denominator: bigint };

/** The text form of an {@link Exact}: `"5.1"`, `"-3"`, `"1/3"`. */
export type ExactText = string;

const TEXT = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i;
const FRACTION = /^(-?\d+)\/([1-9]\d*)$/;

export const ZERO: Exact = { numerator: 0n, denominator: 1n };
export const HUNDRED: Exact = { numerator: 100n, denominator: 1n };

/** @throws RangeError when `denominator` is zero. */
export function fraction(numerator: bigint, denominator: bigint): Exact {
  if (denominator === 0n) throw new RangeError("division by zero");
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator * sign) || 1n;
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Reads `"5.1"`, `"1e2"`, `"1/3"`, or a number by its shortest decimal text. Returns `undefined` for anything else. */
export function parseExact(text: string | number): Exact | undefined {
  const source = String(text).trim();
  const ratio = FRACTION.exec(source);
  if (ratio) return fraction(BigInt(ratio[1]!), BigInt(ratio[2]!));
  const decimal = TEXT.exec(source);
  if (!decimal) return undefined;
  const [, sign, whole, decimals = "", exponent = "0"] = decimal;
  const digits = BigInt(`${sign === "-" ? "-" : ""}${whole}${decimals}`);
  const shift = Number(exponent) - decimals.length;
  return shift >= 0 ? fraction(digits * 10n ** BigInt(shift), 1n) : fraction(digits, 10n ** BigInt(-shift));
}

/** As {@link parseExact}. @throws RangeError when the text is no number. */
export function exact(text: string | number | bigint): Exact {
  const value = typeof text === "bigint" ? fraction(text, 1n) : parseExact(text);
  if (!value) throw new RangeError(`not a number: ${text}`);
  return value;
}

export const add = (a: Exact, b: Exact): Exact =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
export const subtract = (a: Exact, b: Exact): Exact => add(a, { ...b, numerator: -b.numerator });
export const multiply = (a: Exact, b: Exact): Exact =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator);
/** @throws RangeError when `b` is zero. */
export const divide = (a: Exact, b: Exact): Exact => fraction(a.numerator * b.denominator, a.denominator * b.numerator);
export const sum = (values: Iterable<Exact>): Exact => [...values].reduce(add, ZERO);

/** Negative, zero or positive, as `a` is below, equal to or above `b`. */
export function compare(a: Exact, b: Exact): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
export const isZero = (a: Exact): boolean => a.numerator === 0n;
export const minimum = (a: Exact, b: Exact): Exact => (compare(a, b) <= 0 ? a : b);
export const maximum = (a: Exact, b: Exact): Exact => (compare(a, b) >= 0 ? a : b);

/** Rounded half up (away from zero) to `places` decimals: `figure(exact("79.995"))` is `"80.00"`. */
export function figure(value: Exact, places = 2): string {
  const scale = 10n ** BigInt(places);
  const magnitude = value.numerator < 0n ? -value.numerator : value.numerator;
  const rounded = (2n * magnitude * scale + value.denominator) / (2n * value.denominator);
  const digits = rounded.toString().padStart(places + 1, "0");
  const sign = value.numerator < 0n && rounded > 0n ? "-" : "";
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** The shortest exact text: a decimal where one ends (`"5.1"`), a fraction where none does (`"1/3"`). */
export function exactText(value: Exact): ExactText {
  const places = decimalPlaces(value.denominator);
  if (places === undefined) return `${value.numerator}/${value.denominator}`;
  return figure(value, places);
}

function decimalPlaces(denominator: bigint): number | undefined {
  let [rest, twos, fives] = [denominator, 0, 0];
  for (; rest % 2n === 0n; twos++) rest /= 2n;
  for (; rest % 5n === 0n; fives++) rest /= 5n;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

/** UTF-8 and base64, which the language itself doesn't have. */

const REPLACEMENT = 0xfffd;

export function utf8Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text.toWellFormed()) {
    const point = character.codePointAt(0)!;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), continuation(point));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), continuation(point >> 6), continuation(point));
    else bytes.push(0xf0 | (point >> 18), continuation(point >> 12), continuation(point >> 6), continuation(point));
  }
  return bytes;
}

const continuation = (bits: number): number => 0x80 | (bits & 0x3f);

/** Malformed sequences become U+FFFD, one for each byte that can't be read. */
export function utf8Text(bytes: ArrayLike<number>): string {
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes[at]!);
    const point = readPoint(bytes, at, length);
    text += String.fromCodePoint(point ?? REPLACEMENT);
    at += point === undefined ? 1 : length;
  }
  return text;
}

function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  return first >= 0xe0 && first < 0xf0 ? 3 : 4;
}

function readPoint(bytes: ArrayLike<number>, at: number, length: number): number | undefined {
  const first = bytes[at]!;
  if (length === 1) return first;
  let point = first & (0xff >> (length + 1));
  for (let offset = 1; offset < length; offset++) {
    const byte = bytes[at + offset];
    if (byte === undefined || byte >> 6 !== 2) return undefined;
    point = (point << 6) | (byte & 0x3f);
  }
  const lowest = [0, 0, 0x80, 0x800, 0x10000][length]!;
  const isSurrogate = point >= 0xd800 && point < 0xe000;
  return point >= lowest && point <= 0x10ffff && !isSurrogate && first < 0xf8 ? point : undefined;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function base64Text(bytes: ArrayLike<number>): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const triple = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const digits = [18, 12, 6, 0].map((shift) => ALPHABET[(triple >> shift) & 0x3f]);
    const used = Math.min(3, bytes.length - at) + 1;
    text += digits.slice(0, used).join("").padEnd(4, "=");
  }
  return text;
}

export function base64Bytes(text: string): number[] {
  const digits = [...text.replace(/-/g, "+").replace(/_/g, "/")]
    .map((digit) => ALPHABET.indexOf(digit))
    .filter((digit) => digit >= 0);
  const bytes: number[] = [];
  for (let at = 0; at + 1 < digits.length; at += 4) {
    const [a, b, c, d] = [digits[at]!, digits[at + 1]!, digits[at + 2], digits[at + 3]];
    bytes.push((a << 2) | (b >> 4));
    if (c !== undefined) bytes.push(((b & 15) << 4) | (c >> 2));
    if (c !== undefined && d !== undefined) bytes.push(((c & 3) << 6) | d);
  }
  return bytes;
}

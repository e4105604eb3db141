import { base64Bytes, base64Text, utf8Bytes, utf8Text } from "./text.ts";

const hexBytes = (text: string): number[] =>
  (text.match(/[0-9a-f]{2}/gi) ?? []).map((pair) => Number.parseInt(pair, 16));
const latinBytes = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0) & 0xff);

function decode(text: string, encoding: string): number[] {
  if (encoding === "hex") return hexBytes(text);
  if (encoding === "base64" || encoding === "base64url") return base64Bytes(text);
  if (encoding === "latin1" || encoding === "binary" || encoding === "ascii") return latinBytes(text);
  return utf8Bytes(text);
}

/** The part of Node's Buffer that programs use: texts in and out in UTF-8, hex, base64 and Latin-1. */
export class Buffer extends Uint8Array {
  static override from(source: unknown, encoding?: unknown): Buffer {
    if (typeof source === "string") return new Buffer(decode(source, String(encoding ?? "utf8")));
    return new Buffer(source instanceof ArrayBuffer ? new Uint8Array(source) : Array.from(source as ArrayLike<number>));
  }

  static alloc(size: number, fill = 0): Buffer {
    return new Buffer(size).fill(fill) as Buffer;
  }

  static concat(parts: Uint8Array[]): Buffer {
    return new Buffer(parts.flatMap((part) => Array.from(part)));
  }

  static byteLength(text: string, encoding = "utf8"): number {
    return decode(text, encoding).length;
  }

  static isBuffer(value: unknown): boolean {
    return value instanceof Buffer;
  }

  override toString(encoding = "utf8"): string {
    if (encoding === "hex") return Array.from(this, (byte) => byte.toString(16).padStart(2, "0")).join("");
    if (encoding === "base64") return base64Text(this);
    if (encoding === "base64url") return base64Text(this).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
    if (encoding === "latin1" || encoding === "binary" || encoding === "ascii") return String.fromCharCode(...this);
    return utf8Text(this);
  }

  equals(other: Uint8Array): boolean {
    return this.length === other.length && this.every((byte, index) => byte === other[index]);
  }

  toJSON(): { type: "Buffer"; data: number[] } {
    return { type: "Buffer", data: Array.from(this) };
  }
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "#shared/domain/foundation/json.ts";
import {
  describeValue,
  ENCODING_LIMITS,
  encodeValue,
  isUnchanged,
  sameValue,
} from "#shared/domain/grading/encoding.ts";

class Point {
  x = 1;
}
const loop: unknown[] = [1];
loop.push({ back: loop });

const DISTINCT: [name: string, value: unknown][] = [
  ["zero", 0],
  ["minus zero", -0],
  ["NaN", Number.NaN],
  ["infinity", Number.POSITIVE_INFINITY],
  ["a number in a string", "0"],
  ["a BigInt", 0n],
  ["null", null],
  ["undefined", undefined],
  ["an empty array", []],
  ["a hole", new Array(1)],
  ["an array of undefined", [undefined]],
  ["an empty object", {}],
  ["an undefined member", { a: undefined }],
  ["an empty map", new Map()],
  ["an empty set", new Set()],
  ["a map", new Map([["a", 1]])],
  ["an object", { a: 1 }],
  ["a date", new Date(0)],
  ["an invalid date", new Date(Number.NaN)],
  ["a date's text", "1970-01-01T00:00:00.000Z"],
  ["a boxed number", Object(0)],
  ["a symbol", Symbol("a")],
  ["a function", () => 0],
  ["a class instance", new Point()],
  ["its members", { x: 1 }],
  ["a cycle", loop],
  ["bytes", new Uint8Array([1])],
  ["a list of one", [1]],
  ["a regular expression", /a/g],
  ["an error", new TypeError("a")],
  ["an object that looks tagged", { $: ["undefined"] }],
  ["a promise", Promise.resolve(1)],
];

describe("the encoding of a program's values", () => {
  test("keeps values of different kinds apart", () => {
    const texts = DISTINCT.map(([, value]) => encodeValue(value));
    expect(new Set(texts).size).toBe(DISTINCT.length);
  });

  test("is JSON for every value", () => {
    for (const [, value] of DISTINCT) expect(() => JSON.parse(encodeValue(value))).not.toThrow();
  });

  test("doesn't depend on the order in which keys were added", () => {
    expect(encodeValue({ b: 1, a: 2 })).toBe('{"a":2,"b":1}');
  });

  test("shows a shared object wherever it stands, and a cycle as one", () => {
    const shared = { a: 1 };
    expect(encodeValue([shared, shared])).toBe('[{"a":1},{"a":1}]');
    expect(encodeValue(loop)).toBe('[1,{"back":{"$":["cycle",0]}}]');
  });

  test("refuses values with too many parts, too much text or too much depth", () => {
    let deep: unknown = 0;
    for (let level = 0; level <= ENCODING_LIMITS.depth; level++) deep = [deep];
    for (const value of [new Array(200_001).fill(0), "x".repeat(1_048_577), deep, new Array(4_000_000_000)])
      expect(() => encodeValue(value)).toThrow(RangeError);
  });
});

const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;
const observed = (value: unknown) => ({ text: encodeValue(value) });

describe("comparing an observed value with the expected one", () => {
  test("every JSON value is the same as itself and unchanged", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(sameValue(observed(value), value)).toBe(true);
        expect(isUnchanged(observed(structuredClone(value)), value)).toBe(true);
      }),
    );
  });

  test("different JSON values differ", () => {
    fc.assert(
      fc.property(json, json, (left, right) => {
        const equal = JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
        expect(sameValue(observed(left), right)).toBe(equal);
      }),
    );
  });

  test("numbers may lie apart by the tolerance and no more", () => {
    expect(sameValue(observed({ c: 0.1 + 0.2 }), { c: 0.3 }, { tolerance: 1e-9 })).toBe(true);
    expect(sameValue(observed({ c: 0.1 + 0.2 }), { c: 0.3 })).toBe(false);
    expect(sameValue(observed([1.01]), [1], { tolerance: 1e-9 })).toBe(false);
    expect(sameValue(observed([Number.NaN]), [1], { tolerance: 1e9 })).toBe(false);
  });

  test("minus zero is zero by value but a change of the input", () => {
    expect(sameValue(observed(-0), 0)).toBe(true);
    expect(isUnchanged(observed([-0]), [0])).toBe(false);
  });

  test("a value too large to keep, or none at all, is never equal", () => {
    expect(sameValue({ sha256: "00", bytes: 20_000 }, 1)).toBe(false);
    expect(sameValue(undefined, null)).toBe(false);
  });

  test("an object that looks like a tag isn't taken for one", () => {
    expect(sameValue(observed({ $: ["number", "1"] }), 1)).toBe(false);
    expect(sameValue(observed(Number.NaN), { $: ["number", "NaN"] })).toBe(false);
  });
});

const sorted = (value: Json): Json =>
  Array.isArray(value)
    ? value.map(sorted)
    : value && typeof value === "object"
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((key) => [key, sorted(value[key]!)]),
        )
      : Object.is(value, -0)
        ? 0
        : value;

test("an observed value reads as a person would write it", () => {
  expect(describeValue(observed({ a: [Number.NaN, undefined, 1n] }))).toBe('{ "a": [NaN, undefined, 1n] }');
  expect(describeValue(observed("x".repeat(300)), 10)).toBe(`"${"x".repeat(8)}…`);
});

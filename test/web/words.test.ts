import { describe, expect, test } from "vitest";
import { extraTimeInWords } from "#web/candidate/parts/conditions.ts";
import { isAnswered } from "#web/items/answered.ts";
import { wordsAgainst } from "#web/items/written/written.tsx";
import { equal } from "#web/shared/equal.ts";
import { literal } from "#web/shared/literal.ts";
import { clockFace, countWords, listed, minutesInWords, spokenDuration } from "#web/shared/words.ts";

describe("times in words", () => {
  test.each([
    [0, "0:00"],
    [-5, "0:00"],
    [1, "0:01"],
    [59_001, "1:00"],
    [245_000, "4:05"],
    [3_845_000, "1:04:05"],
  ])("%i ms left reads %s", (left, face) => expect(clockFace(left)).toBe(face));

  test("the ear hears units", () => {
    expect(spokenDuration(245_000)).toBe("4 minutes 5 seconds");
    expect(spokenDuration(60_000)).toBe("1 minute");
    expect(spokenDuration(0)).toBe("0 seconds");
  });

  test("fractions of minutes are told in seconds", () => {
    expect(minutesInWords("7.5")).toBe("7 minutes 30 seconds");
    expect(minutesInWords("0.05")).toBe("3 seconds");
    expect(minutesInWords("1")).toBe("1 minute");
  });

  test("extra time is told as it was given", () => {
    expect(extraTimeInWords(null)).toBeUndefined();
    expect(extraTimeInWords({ kind: "multiplier", factor: "1.25" })).toContain("25 % more time");
    expect(extraTimeInWords({ kind: "minutes", minutes: "3" })).toContain("3 minutes more in every section");
    expect(extraTimeInWords({ kind: "untimed" })).toContain("No section has a time limit");
  });
});

describe("counting words", () => {
  test.each([
    ["", 0],
    ["  one  two\nthree ", 3],
    ["don't re-send it", 3],
    ["— … !", 0],
    ["größer 2,5 naïve", 4],
  ])("%j has %i", (text, count) => expect(countWords(text)).toBe(count));

  test("the count is told against the length asked for", () => {
    const band = { min: 80, max: 150 };
    expect(wordsAgainst(70, band)).toBe("10 to go to 80");
    expect(wordsAgainst(80, band)).toBe("within the length asked for");
    expect(wordsAgainst(153, band)).toBe("3 over 150");
  });
});

test("lists read as a person would say them", () => {
  expect(listed([])).toBe("");
  expect(listed(["a"])).toBe("a");
  expect(listed(["a", "b", "c"])).toBe("a, b and c");
});

describe("whether something is answered", () => {
  test.each([[null], [undefined], [""], ["  \n"], [[]], [{}], [{ best: null, worst: null }]])("%j is not", (value) =>
    expect(isAnswered(value)).toBe(false),
  );
  test.each([["0"], [["a"]], [{ best: "a", worst: null }], [{ part: "x" }], [{ query: "SELECT 1" }]])(
    "%j is",
    (value) => expect(isAnswered(value)).toBe(true),
  );
  test("a language without a program is not", () => {
    expect(isAnswered({ language: "javascript", source: " " })).toBe(false);
    expect(isAnswered({ language: "javascript", source: "x" })).toBe(true);
  });
});

test("values are equal by what they say, not by the order of their fields", () => {
  expect(equal({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
  expect(equal({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(equal([1], { 0: 1 })).toBe(false);
  expect(equal(null, {})).toBe(false);
});

test("examples read like code", () => {
  expect(literal({ customerId: "ada", "odd-name": null, list: [] })).toBe(
    '{ customerId: "ada", "odd-name": null, list: [] }',
  );
  expect(literal({})).toBe("{}");
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marksOf, numberOf, piecesOf, type TextMark } from "#web/console/words/marked-text.ts";

const line = (code: string, data: { [key: string]: never } | object) => ({ code, data: data as never, text: code });
const mark = (start: number, end: number, more: Partial<TextMark> = {}): TextMark => ({
  ...{ start, end, line: 1, kind: "met", part: null, ...more },
});

describe("the words that a working rests on", () => {
  const working = [
    line("guard_length", { found: false }),
    line("check_met", {
      spans: [
        { start: 0, end: 3 },
        { start: 5, end: 7 },
      ],
    }),
    line("check_not_met", { spans: [] }),
    line("concept_doubtful", { start: 2, end: 6, part: "fault" }),
  ];

  test("carry the number of their line, counted among the lines that have words", () => {
    expect(marksOf(working).map(({ start, line: number, kind, part }) => [start, number, kind, part])).toEqual([
      [0, 1, "met", null],
      [5, 1, "met", null],
      [2, 2, "unclear", "fault"],
    ]);
    expect(working.map((each) => numberOf(each, working))).toEqual([undefined, 1, undefined, 2]);
  });
});

describe("a marked text", () => {
  test("shows the gravest kind where marks overlap, and names every line", () => {
    const pieces = piecesOf("abcdef", [mark(0, 4), mark(2, 6, { line: 2, kind: "not_met" })]);
    expect(pieces.map(({ text, lines, kind, starts }) => [text, lines, kind, starts])).toEqual([
      ["ab", [1], "met", [1]],
      ["cd", [1, 2], "not_met", [2]],
      ["ef", [2], "not_met", []],
    ]);
  });

  test("says the answer unchanged, wherever the marks are", () => {
    const places = fc.record({ start: fc.integer({ min: -3, max: 30 }), length: fc.nat(12) });
    fc.assert(
      fc.property(fc.string({ maxLength: 24 }), fc.array(places), (text, given) => {
        const marks = given.map(({ start, length }) => mark(start, start + length));
        expect(
          piecesOf(text, marks)
            .map((piece) => piece.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stem } from "#shared/domain/grading/stem.ts";
import { normalizeText } from "#shared/domain/grading/text.ts";
import { tokenize } from "#shared/domain/grading/tokens.ts";
import { wordCount } from "#shared/domain/grading/words.ts";

describe("a normalized text", () => {
  test.each([
    ["  two \n words ", "two words"],
    ["“Quoted”", "quoted"],
    ["'it’s'", "it's"],
    ["Straße", "strasse"],
    ["a\u2013b", "a-b"],
    ["ﬁve", "five"],
    ["done.", "done"],
    ["`done.`", "done"],
    ["done..", "done."],
    [".", "."],
    ['"', '"'],
  ])("of %j is %j", (text, normal) => {
    expect(normalizeText(text)).toBe(normal);
  });

  test("keeps capitals where the key says so", () => {
    expect(normalizeText(" Ab ", { caseSensitive: true })).toBe("Ab");
  });

  test("is the same for every Unicode form of a text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(normalizeText(text.normalize("NFD"))).toBe(normalizeText(text.normalize("NFC")));
      }),
    );
  });
});

describe("words", () => {
  test.each([
    ["", 0],
    ["Hi Ana,\n\nit's late - sorry!", 5],
    ["e-mail of 3.5 kB", 4],
    ["\u2014 ... !", 0],
  ])("of %j are counted as %i", (text, count) => {
    expect(wordCount(text)).toBe(count);
  });

  test.each([
    ["throws throwing threw thrown", "throw"],
    ["delays delayed delaying", "delay"],
    ["stopped stopping stops", "stop"],
    ["queries query", "query"],
    ["crashes crashed crash", "crash"],
    ["releases released releasing release", "releas"],
    ["missing misses missed", "miss"],
    ["customer's customers", "customer"],
  ])("%s meet", (words, root) => {
    expect(words.split(" ").map(stem)).toEqual(words.split(" ").map(() => root));
  });

  test("of a note aren't taken for a negation", () => {
    expect(["note", "notes", "not"].map(stem)).toEqual(["note", "note", "not"]);
  });

  test("are told apart where their endings are part of them", () => {
    expect(["this", "bus", "thing", "need", "class", "no"].map(stem)).toEqual([
      "this",
      "bus",
      "thing",
      "need",
      "class",
      "no",
    ]);
  });

  test("stand for what their contractions mean, at their place in the text", () => {
    const tokens = tokenize("It isn’t done. We'll can't");
    expect(tokens.map(({ word }) => word)).toEqual(["it", "is", "not", "done", "we", "will", "can", "not"]);
    expect(tokens[2]).toMatchObject({ start: 3, end: 8, sentence: 0 });
    expect(tokens[4]).toMatchObject({ sentence: 1 });
  });

  test("can be a code symbol in quotes or alone, and not a mark between words", () => {
    expect(tokenize("the `;` or a ; but, not; this").map(({ word }) => word)).toEqual([
      "the",
      ";",
      "or",
      "a",
      ";",
      "but",
      "not",
      "this",
    ]);
  });

  test("point into the original text, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const inside = tokenize(text).every(({ start, end }) => 0 <= start && start < end && end <= text.length);
        expect(inside).toBe(true);
      }),
    );
  });
});

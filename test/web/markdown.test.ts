import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseInline, parseMarkdown } from "#web/shared/markdown.ts";

const plain = (text: string) => [{ kind: "text", text }];

describe("light Markdown", () => {
  test("paragraphs are parted by blank lines and joined over line ends", () => {
    expect(parseMarkdown("one\ntwo\n\nthree")).toEqual([
      { kind: "paragraph", content: plain("one two") },
      { kind: "paragraph", content: plain("three") },
    ]);
  });

  test("bullets and numbers make lists, with continued lines", () => {
    expect(parseMarkdown("- a\n  b\n- c")).toEqual([
      { kind: "list", ordered: false, items: [plain("a b"), plain("c")] },
    ]);
    expect(parseMarkdown("1. a\n2. b")).toMatchObject([{ kind: "list", ordered: true }]);
  });

  test("fenced code is kept to the letter, also where it is never closed", () => {
    expect(parseMarkdown("```js\n  a *b*\n\n- c\n```\nafter")).toEqual([
      { kind: "code", text: "  a *b*\n\n- c" },
      { kind: "paragraph", content: plain("after") },
    ]);
    expect(parseMarkdown("```\nopen")).toEqual([{ kind: "code", text: "open" }]);
  });

  test("code, strong and emphasis inside a line", () => {
    expect(parseInline("a `b*c*` **d** *e* _f_ g_h_i 2 * 3 * 4")).toEqual([
      { kind: "text", text: "a " },
      { kind: "code", text: "b*c*" },
      { kind: "text", text: " " },
      { kind: "strong", text: "d" },
      { kind: "text", text: " " },
      { kind: "emphasis", text: "e" },
      { kind: "text", text: " " },
      { kind: "emphasis", text: "f" },
      { kind: "text", text: " g_h_i 2 * 3 * 4" },
    ]);
  });

  test("markup of other kinds stays text", () => {
    expect(parseInline('<img src=x onerror="alert(1)">')).toEqual(plain('<img src=x onerror="alert(1)">'));
  });

  test("any text is read to its end", () => {
    const piece = fc.constantFrom("- ", "1. ", "```", "\n", "*", "**", "_", "`", "# ", "word", " ", "\r\n");
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => void parseMarkdown(pieces.join(""))));
  });
});

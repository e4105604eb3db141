import { describe, expect, test } from "vitest";
import { parsePlaybook } from "#shared/domain/playbook/parse.ts";
import type { AuthoredPlaybook } from "#shared/domain/playbook/schema.ts";
import { writeOutVariants } from "#shared/domain/playbook/variants.ts";
import { drawingPlaybook } from "#test/builders/drawing-playbook.ts";
import { examplePlaybook } from "#test/builders/example-playbook.ts";

const template = {
  id: "sum",
  type: "numeric",
  title: "A sum",
  points: 1,
  prompt: "What is {{a}} + {{b}}?",
  key: { value: "{{sum}}", tolerance: 0, unit: { rule: "forbidden" } },
  variants: [
    { id: "small", values: { a: 1, b: 2, sum: 3 } },
    { id: "price", values: { a: 1.1, b: "2.20", sum: "3.30" } },
  ],
};

const documentWith = (item: object) => {
  const document = JSON.parse(JSON.stringify(examplePlaybook()));
  document.sections[0].items[0] = item;
  document.gates = [];
  return document;
};
const parse = (item: object, numberText?: (path: string) => string | undefined) =>
  parsePlaybook(documentWith(item), numberText);
const firstEntry = (parsed: ReturnType<typeof parse>) =>
  (parsed as { playbook: AuthoredPlaybook }).playbook.sections[0]!.items[0];

describe("an item with a list of values", () => {
  test("is read as one item for each variant", () => {
    expect(firstEntry(parse(template))).toMatchObject({
      id: "sum",
      type: "variants",
      variants: [
        { id: "small", item: { id: "sum", prompt: "What is 1 + 2?", points: "1", key: { value: "3" } } },
        { id: "price", item: { id: "sum", prompt: "What is 1.1 + 2.20?", points: "1", key: { value: "3.30" } } },
      ],
    });
  });

  test("keeps the digits that the author wrote", () => {
    const texts: Record<string, string> = {
      "sections[0].items[0].points": "1.0",
      "sections[0].items[0].variants[1].values.a": "1.10",
    };
    expect(firstEntry(parse(template, (path) => texts[path]))).toMatchObject({
      variants: [{ item: { points: "1.0" } }, { item: { points: "1.0", prompt: "What is 1.10 + 2.20?" } }],
    });
  });

  test("puts lists where a text is nothing but a place, and their JSON into longer texts", () => {
    const document = {
      sections: [{ items: [{ text: "{{l}}", more: "of {{l}}", variants: [{ id: "a", values: { l: [1, 2] } }] }] }],
    };
    const { document: written } = writeOutVariants(document, () => undefined);
    expect(written).toMatchObject({
      sections: [{ items: [{ variants: [{ item: { text: [1, 2], more: "of [1,2]" } }] }] }],
    });
  });

  test("is left alone once it is written out", () => {
    const playbook = drawingPlaybook();
    expect(parsePlaybook(playbook)).toEqual({ playbook });
  });

  test.each([
    [
      "a place without a value",
      { ...template, title: "{{title}}" },
      "sections[0].items[0].title",
      /no value for {{title}}/,
    ],
    [
      "a value without a place",
      { ...template, variants: [{ id: "a", values: { a: 1, b: 2, sum: 3, c: 4 } }] },
      "sections[0].items[0].variants[0].values.c",
      /stands nowhere/,
    ],
    [
      "a list without values",
      { ...template, variants: [{ id: "a" }] },
      "sections[0].items[0].variants[0].values",
      /is missing/,
    ],
    [
      "a value that can't stand there",
      { ...template, variants: [{ id: "a", values: { a: 1, b: 2, sum: "three" } }] },
      "sections[0].items[0].variants[0].item.key.value",
      /can't stand here/,
    ],
  ])("is refused for %s, with its place", (_what, item, path, says) => {
    const parsed = parse(item);
    const violations = "violations" in parsed ? parsed.violations : [];
    expect(violations).toContainEqual(expect.objectContaining({ path, message: expect.stringMatching(says) }));
  });
});

import { describe, expect, test } from "vitest";
import { itemSchema } from "#shared/domain/grading/schemas.ts";
import { proveExamples } from "#shared/use-cases/prove-examples.ts";
import { codingItem, ended, programSeen, returned } from "#test/builders/run-items.ts";

/** Sees the shown example of the coding item return this. */
const returning = (value: unknown) => ({ run: async () => programSeen([returned("shown", value, [[1]])]) });

const item = codingItem();
const { id: _id, prompt: _prompt, ...fields } = item;
const inParts = itemSchema.parse({
  id: "both",
  type: "parts",
  title: "Both",
  points: item.points,
  prompt: "Do it.",
  parts: [{ ...fields, id: "program", prompt: "Double." }],
});

describe("a shown example", () => {
  test("that the reference keeps is fine", async () => {
    expect(await proveExamples({ item, path: "sections[0].items[0]" }, returning([2]))).toEqual([]);
  });

  test.each([
    [item, "sections[0].items[0].examples[0]"],
    [inParts, "sections[0].items[0].parts[0].examples[0]"],
  ])("that the reference doesn't keep is a violation at its place", async (placed, path) => {
    const violations = await proveExamples({ item: placed, path: "sections[0].items[0]" }, returning([3]));
    expect(violations).toMatchObject([{ path, message: "the reference gives [3], the example promises [2]" }]);
  });

  test("that the reference throws at says what was thrown", async () => {
    const sandbox = { run: async () => programSeen([ended("shown", "threw", "TypeError: no list")]) };
    expect(await proveExamples({ item, path: "" }, sandbox)).toMatchObject([
      { message: expect.stringContaining("TypeError: no list") },
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { close, handler } from "#functions/grading/javascript/main.ts";
import { ensureEngines } from "#scripts/meter/main.ts";
import { createInProcessSandbox } from "#shared/adapters/sandbox/in-process-sandbox.ts";
import type { Json } from "#shared/domain/foundation/json.ts";
import { proofsOf } from "#shared/domain/grading/registry.ts";
import { itemSchema } from "#shared/domain/grading/schemas.ts";
import { itemGrading } from "#shared/use-cases/item-grading.ts";

beforeAll(() => ensureEngines(), 60_000);
afterAll(close);

const sandbox = createInProcessSandbox({
  javascript: handler,
  sql: () => Promise.reject(new Error("no query is to be run")),
});
const many = Array.from({ length: 400 }, (_, index) => (index * 7919) % 401);
const slow = "function distinct(list) { return list.filter((n, i) => list.slice(0, i).every((m) => m !== n)).length; }";

/** Counts the distinct numbers of a list: 1 point for right answers, 3 for few steps. */
const item = itemSchema.parse({
  id: "distinct",
  type: "coding",
  title: "Distinct numbers",
  points: "4",
  prompt: "How many different numbers does a list hold? Long lists must be counted in few steps.",
  entry: "distinct",
  languages: ["javascript"],
  key: {
    tests: [
      { id: "some", title: "some", arguments: [[1, 2, 1]], expected: 2 },
      { id: "all", title: "all different", arguments: [many], expected: 400, weight: "2", group: "fast" },
      { id: "twice", title: "each twice", arguments: [[...many, ...many]], expected: 400, group: "fast" },
    ],
    reference: { language: "javascript", source: "const distinct = (list) => new Set(list).size;" },
    efficiency: { group: "fast", at_most: "20", slow: { language: "javascript", source: slow } },
  },
});

const grade = (source: string) =>
  itemGrading({ sandbox })({ item, section: "any", answer: { language: "javascript", source } });
const metering = ({ working }: Awaited<ReturnType<typeof grade>>) =>
  working.find(({ code }) => code.startsWith("efficiency"))!;

describe("a program that must take few steps", () => {
  test("is proven: the reference scores full, the slow program all but its group", async () => {
    for (const proof of proofsOf(item).filter(({ name }) => /reference|slow/.test(name))) {
      const { points } = await itemGrading({ sandbox })({ item, section: "any", answer: proof.answer });
      expect({ points }, proof.name).toMatchObject(proof.expects);
    }
  });

  test("is told its steps, the reference's, and their ratio", async () => {
    const { data, code } = metering(await grade("const distinct = (list) => new Set(list).size;"));
    expect(code).toBe("efficiency_met");
    expect(data).toMatchObject({ group: "fast", ratio: "1.00", at_most: "20" });
    expect(data["fuel"]).toBe(data["reference_fuel"]);
  });

  test("takes the same steps every time", async () => {
    const [first, second] = [await grade(slow), await grade(slow)];
    expect(metering(first).code).toBe("efficiency_missed");
    expect(second).toEqual(first);
  });

  test("that is fast and wrong earns nothing for it", async () => {
    const graded = await grade("const distinct = (list) => list.length === 400 ? 400 : 2;");
    expect(metering(graded).code).toBe("efficiency_met");
    expect(graded.points).toBe("1");
  });

  test("isn't metered where it is blank", async () => {
    const answer: Json = { language: "javascript", source: " " };
    expect(await itemGrading({ sandbox })({ item, section: "any", answer })).toMatchObject({
      points: "0",
      evidence: [],
    });
  });
});

import { describe, expect, test } from "vitest";
import { evaluate, evaluateNumber } from "#scripts/local/states/expressions.ts";

describe("an expression", () => {
  test("stands between {% and %}, anywhere in a value", async () => {
    const value = { sum: "{% $a + 1 %}", list: ["{% $a %}", "plain {% $a %}"], nested: { same: true } };
    expect(await evaluate(value, { a: 1 })).toEqual({ sum: 2, list: [1, "plain {% $a %}"], nested: { same: true } });
  });

  test("gives plain JSON, also for lists of one", async () => {
    expect(await evaluate("{% [$a[n > 1].n] %}", { a: [{ n: 1 }, { n: 2 }] })).toEqual([2]);
  });

  test.each([
    ["{% $parse('{\"a\": 1}').a %}", 1],
    ["{% $partition([1, 2, 3], 2) %}", [[1, 2], [3]]],
    ["{% $range(0, 6, 2) %}", [0, 2, 4, 6]],
    ["{% $hash('a', 'SHA-256') %}", "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"],
  ])("knows the functions that Step Functions adds: %s", async (source, expected) => {
    expect(await evaluate(source as string, {})).toEqual(expected);
  });

  test.each(["{% $missing %}", "{% $error('no') %}", "{% 1 + %}", "{% $eval('1') %}", "{% $hash('a', 'CRC') %}"])(
    "fails as States.QueryEvaluationError: %s",
    async (source) => {
      await expect(evaluate(source, {})).rejects.toMatchObject({ code: "States.QueryEvaluationError" });
    },
  );

  test("must give a number where a number is needed", async () => {
    await expect(evaluateNumber("{% 'x' %}", {}, "Seconds")).rejects.toThrow(/Seconds must give a number/);
  });
});

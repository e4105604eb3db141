import { describe, expect, test } from "vitest";
import { readScoreInputs } from "#scripts/playbook/score-inputs.ts";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import { score } from "#shared/domain/scoring/score.ts";
import { shippedNumbers } from "#test/builders/shipped-numbers.ts";

const playbook = shippedNumbers();
const questions = playbook.interview.questions.map(({ id }) => id);
const FULL = { servers: "1", sequence: "1", pseudocode: "1", "paid-totals": "6" };
const rated = (values: Record<string, unknown>) =>
  Object.entries(values).map(([question, value]) => ({ question, rater: "ana", value }));
const everyQuestion = Object.fromEntries(questions.map((question) => [question, "4"]));

function violationsOf(inputs: unknown): string[] {
  try {
    score(readScoreInputs(playbook, inputs));
  } catch (error) {
    if (error instanceof Refusal) return error.violations.map(({ path, message }) => `${path}: ${message}`);
    throw error;
  }
  return [];
}

describe("bare inputs", () => {
  test("take points by their decimal text, and an item left out as 0", () => {
    const { grades } = readScoreInputs(playbook, { points: { ...FULL, "paid-totals": "5.10" } });
    expect(grades.find(({ item }) => item === "paid-totals")?.points).toBe("5.10");
    expect(score(readScoreInputs(playbook, { points: {} })).score).toBe("0.00");
  });

  test("are provisional without an interview, and final with one", () => {
    expect(readScoreInputs(playbook, { points: FULL }).stage).toBe("provisional");
    expect(readScoreInputs(playbook, { points: FULL, ratings: rated(everyQuestion) }).stage).toBe("final");
  });

  test.each([
    ["left out", undefined],
    ["null", null],
    ["not_assessed", "not_assessed"],
  ])("a question that is %s was not assessed where its category has a rating", (_how, value) => {
    const { q4: _, ...others } = everyQuestion;
    const ratings = rated(value === undefined ? others : { ...others, q4: value });
    const result = score(readScoreInputs(playbook, { points: FULL, ratings }));
    expect(result.stage).toBe("final");
    expect(result.reasons.map(({ code, data }) => [code, data.question])).toContainEqual(["not_assessed", "q4"]);
  });

  test("are provisional while a category has no rating at all", () => {
    const { q6: _, overall_attitude: __, ...others } = everyQuestion;
    expect(readScoreInputs(playbook, { points: FULL, ratings: rated(others) }).stage).toBe("provisional");
  });

  test.each([
    [{ points: { nothing: "1" } }, 'points.nothing: the playbook has no item "nothing"'],
    [{ points: { servers: "one" } }, 'points.servers: "one" is not a number'],
    [{ points: { servers: "1.5" } }, "points.servers: 1.5 is not between 0 and 1"],
    [{ points: {}, ratings: rated({ q1: "4.5" }) }, "ratings[0].value: 4.5 is not a whole rating"],
    [{ points: {}, flags: [{ flag: "late" }] }, 'flags[0]: the playbook has no red flag "late"'],
    [{ points: {}, void_sections: ["x"] }, 'void_sections[0]: the playbook has no section "x"'],
    [{}, 'points: the field "points" is missing'],
    [{ points: {}, point: 1 }, 'point: there is no field "point" here'],
  ])("%j are refused with the reason", (inputs, reason) => {
    expect(violationsOf(inputs)).toContain(reason);
  });

  test("are refused for all reasons at once", () => {
    const [points, ratings] = [{ servers: "one", tax: "1" }, rated({ q1: "4.00000000000000000001", q9: "6" })];
    expect(violationsOf({ points, ratings, flags: [{ flag: "late" }], void_sections: ["x"] })).toEqual([
      'points.servers: "one" is not a number',
      "ratings[0].value: 4.00000000000000000001 is not a whole rating",
      'points.tax: the playbook has no item "tax"',
      'ratings[1]: the playbook has no question "q9"',
      "ratings[1].value: 6 is not a whole number from 1 to 5",
      'flags[0]: the playbook has no red flag "late"',
      'void_sections[0]: the playbook has no section "x"',
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { fragilityOf } from "#shared/domain/scoring/fragility.ts";
import { finalInputs, provisionalInputs } from "#test/builders/score-inputs.ts";

describe("fragility", () => {
  test("of the base case: neither a point nor a step would change the outcome", () => {
    expect(fragilityOf(finalInputs())).toEqual({
      fragile: false,
      flips: [],
      text: "The outcome (advance) stands: no single point and no single step of a rating would change it.",
    });
  });

  test("names every point and every step that would", () => {
    const { fragile, flips } = fragilityOf(
      finalInputs({ points: { "calculate-total": "1.299", "unsafe-endpoint": "1" } }),
    );
    expect(fragile).toBe(true);
    expect(flips).toContainEqual({
      change: "points",
      of: "servers",
      rater: null,
      from: "1",
      to: "0",
      recommendation: "review",
      text: "With 0 instead of 1 for the item servers it would be: review.",
    });
    expect(flips).toContainEqual(
      expect.objectContaining({
        change: "rating",
        of: "q3",
        rater: "usr_one",
        from: "4",
        to: "3",
        recommendation: "review",
      }),
    );
    expect(flips.every(({ recommendation }) => recommendation === "review")).toBe(true);
  });

  test("stays within an item's points and the scale", () => {
    const { flips } = fragilityOf(finalInputs({ points: { "calculate-total": "0.2" }, rated: { q1: 1, q4: 5 } }));
    for (const { to } of flips) expect(Number(to)).toBeGreaterThanOrEqual(0);
    expect(flips.filter(({ of, to }) => (of === "q1" && to === "0") || (of === "q4" && to === "6"))).toEqual([]);
  });

  test("knows that an item left out counts 0, and that a rating changes nothing before the interviews are in", () => {
    const { flips } = fragilityOf(provisionalInputs({ grades: [] }));
    expect(flips.filter(({ change }) => change !== "points")).toEqual([]);
  });

  test("tries a consensus in place of the ratings that it replaced", () => {
    const ratings = finalInputs().ratings!;
    const other = ratings.map((rating) => ({
      ...rating,
      rater: "usr_two",
      value: rating.question === "q3" ? 1 : rating.value,
    }));
    const { flips } = fragilityOf(
      finalInputs({
        points: { "calculate-total": "1.299", "unsafe-endpoint": "1" },
        ratings: [...ratings, ...other],
        consensus: [{ question: "q3", value: 4 }],
      }),
    );
    expect(flips.filter(({ of }) => of === "q3").map(({ change, to }) => [change, to])).toEqual([["consensus", "3"]]);
  });
});

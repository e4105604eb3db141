import { describe, expect, test } from "vitest";
import { reportFrame } from "#test/builders/report-frame.ts";
import { isNothing, NOTHING_SUPPOSED, pointsError, suppositionOf } from "#web/console/words/supposition.ts";

const frame = reportFrame({
  items: [{ section: "hard", asked: { id: "orders", title: "Totals of paid orders", points: "6" }, tests: [] }],
});

describe("a supposition", () => {
  test("asks only for what was changed", () => {
    const supposed = {
      points: { orders: " 4,5 " },
      ratings: { q1: "not_assessed", q2: "" },
      flags: { dishonesty: "lifted" },
    };
    expect(suppositionOf(supposed, frame)).toEqual({
      points: { orders: "4.5" },
      ratings: [{ question: "q1", value: "not_assessed" }],
      flags: [{ flag: "dishonesty", state: "lifted" }],
    });
    expect(isNothing(supposed)).toBe(false);
  });

  test("of nothing asks how it stands", () => {
    expect(suppositionOf(NOTHING_SUPPOSED, frame)).toEqual({ points: {}, ratings: [], flags: [] });
    expect(isNothing({ ...NOTHING_SUPPOSED, points: { orders: " " } })).toBe(true);
  });

  test.each([
    ["", undefined],
    ["6", undefined],
    ["0.5", undefined],
    ["6.1", "Between 0 and 6"],
    ["-1", "Between 0 and 6"],
    ["much", "Between 0 and 6"],
  ])("takes as points %j: %s", (text, error) => {
    expect(pointsError(text, "6")).toBe(error);
    const asked = suppositionOf({ ...NOTHING_SUPPOSED, points: { orders: text } }, frame);
    expect(asked === undefined).toBe(error !== undefined);
  });
});

import { describe, expect, test } from "vitest";
import { reportFrame, shownResult } from "#test/builders/report-frame.ts";
import { barsOf, rangeOf } from "#web/console/charts/figures.ts";
import { changesBetween } from "#web/console/words/changes.ts";
import { flipWords, fragilityWords } from "#web/console/words/fragility-words.ts";
import { gateWords } from "#web/console/words/gate-words.ts";
import { namesOf } from "#web/console/words/names.ts";
import { pointsWords } from "#web/console/words/points.ts";
import { reasonWords } from "#web/console/words/reason-words.ts";

const frame = reportFrame();
const names = namesOf(frame, { id: "usr_me", staffName: () => undefined });
const means = { names, frame };

describe("reasons", () => {
  test("name titles and not ids", () => {
    const data = { category: "technical", figure: "assessment", value: "38.00", below: "40.00" };
    const reason = { code: "figure_below", data, text: "The assessment figure of technical is 38.00, below 40.00." };
    expect(reasonWords(reason, means)).toBe("The assessment figure of Technical Skills is 38.00, below 40.00.");
  });

  test("say why a gate exists that fires", () => {
    const reason = { code: "gate_fired", data: { gate: "technical", effect: "reject" }, text: "" };
    expect(reasonWords(reason, means)).toBe("The gate “technical” fires: don't advance. It is what the role does.");
  });

  test("that are not known here stay as the service says them", () => {
    expect(reasonWords({ code: "new_one", data: {}, text: "Something new." }, means)).toBe("Something new.");
  });
});

describe("points", () => {
  test.each([
    ["graded", "0", "4.2 of 6"],
    ["needs_review", "1", "4.2 of 6, up to 1 more"],
    ["needs_review", "0", "4.2 of 6"],
    ["not_gradable", "0", "– of 6"],
    ["void", "0", "– of 6"],
  ] as const)(
    "of what is %s with %s open are said as they stand, never as a nought that isn't one",
    (outcome, open, words) => {
      expect(pointsWords({ points: "4.2", max: "6", outcome }, open)).toBe(words);
    },
  );
});

describe("gates", () => {
  const [gate] = frame.gates;
  const standing = (change: Partial<ReturnType<typeof shownResult>["gates"][number]>) =>
    gateWords(
      gate!,
      shownResult({ gates: [{ id: "technical", effect: "reject", fired: false, because: null, ...change }] }),
      means,
    );

  test("that hold are passed, and say what they ask", () => {
    expect(standing({})).toEqual({
      tone: "good",
      word: "Passed",
      sentence:
        "Where the score of Technical Skills is below 50.00 or the assessment of Technical Skills is below 40.00, the recommendation is not to advance.",
    });
  });

  test("wait while they read the interview", () => {
    expect(standing({ because: { code: "waits_for_interview", data: {}, text: "" } }).word).toBe("Waits");
  });

  test("that fire say what made them", () => {
    const data = { category: "technical", figure: "score", value: "49.99", below: "50.00" };
    const { word, sentence } = standing({ fired: true, because: { code: "figure_below", data, text: "" } });
    expect(word).toBe("Fires");
    expect(sentence).toMatch(/^The score of Technical Skills is 49\.99, below 50\.00\./);
  });
});

describe("how firm a result is", () => {
  const flip = { of: "orders", from: "4.2", to: "5.2", recommendation: "advance", text: "" };

  test("is said of points and of ratings", () => {
    expect(flipWords({ ...flip, change: "points", rater: null }, names)).toBe(
      "It would flip to “Advance” if “Totals of paid orders” had earned 5.2 points instead of 4.2.",
    );
    expect(flipWords({ ...flip, change: "rating", of: "q1", rater: "usr_me", from: "4", to: "5" }, names)).toBe(
      "It would flip to “Advance” if you had rated Q1 5 instead of 4.",
    );
  });

  test("is told in one line", () => {
    expect(fragilityWords({ fragile: false, flips: [], text: "" })).toMatch(/^Firm:/);
    const flips = [{ ...flip, change: "points" as const, rater: null }];
    expect(fragilityWords({ fragile: true, flips, text: "" })).toMatch(/^Fragile: 1 change of one point/);
  });
});

describe("what changed between two results", () => {
  test("is nothing where nothing did", () => {
    expect(changesBetween(shownResult(), shownResult({ version: 2 }), names)).toEqual([]);
  });

  test("names every figure that moved, and what became of grades, gates and flags", () => {
    const later = shownResult({
      score: "70.00",
      items: [{ id: "orders", section: "hard", points: "4", max: "6", outcome: "needs_review", working: [] }],
      gates: [{ id: "technical", effect: "reject", fired: true, because: null }],
      flags: [{ id: "flg_1", flag: "dishonesty", severity: "disqualify", state: "raised", raised_by: "person" }],
    });
    expect(changesBetween(shownResult(), later, names)).toEqual([
      "Score: 72.00 → 70.00",
      "Totals of paid orders: 4.2 of 6 → 4 of 6 (waits for a person)",
      "Gate technical: fires",
      "Red flag “Dishonesty”: none → raised",
    ]);
  });
});

describe("charts", () => {
  test("show a source only where the category has it, and both together once the result is final", () => {
    expect(barsOf(shownResult(), frame).rows.map(({ category, kind }) => `${category}: ${kind}`)).toEqual([
      "Technical Skills: assessment",
      "Technical Skills: interview",
      "Attention to Detail: assessment",
    ]);
    const final = barsOf(shownResult({ stage: "final" }), frame).rows;
    expect(final.filter(({ kind }) => kind === "score").map(({ category }) => category)).toEqual(["Technical Skills"]);
  });

  test("draw a gate at the figure it reads, where that is shown", () => {
    expect(barsOf(shownResult(), frame).gates.map(({ kind, below }) => [kind, below])).toEqual([["assessment", 40]]);
  });

  test("leave out what isn't there instead of drawing a nought", () => {
    const [, interview] = barsOf(shownResult(), frame).rows;
    expect(interview?.value).toBeNull();
    expect(rangeOf(shownResult({ score: null }), frame).score).toBeNull();
  });

  test("say in words what they show", () => {
    expect(rangeOf(shownResult(), frame).label).toBe(
      "The provisional score is 72.00 of 100; with all that is missing it lies between 57.60 and 81.60. 76.00 percent of the weight is known. Bands: Reject from 0 to 60, Review from 60 to 80, Advance from 80 to 100.",
    );
    expect(barsOf(shownResult(), frame).label).toContain("Attention to Detail, weight 40: assessment 75.00.");
  });
});

import { describe, expect, test } from "vitest";
import type { Refusal } from "#shared/domain/foundation/refusal.ts";
import type { ScoreInputs } from "#shared/domain/scoring/inputs.ts";
import { score } from "#shared/domain/scoring/score.ts";
import { BASE_POINTS, finalInputs, grade, gradesOf, provisionalInputs } from "#test/builders/score-inputs.ts";
import { shippedNumbers, withItems } from "#test/builders/shipped-numbers.ts";

const category = (inputs: ScoreInputs, id: string) => score(inputs).categories.find((one) => one.id === id)!;
const codes = (inputs: ScoreInputs) => score(inputs).reasons.map(({ code }) => code);

/** One category, one item of 20000 points, no interview: the score is the item's percentage. */
function oneItem(points: string, max = "20000"): ScoreInputs {
  const playbook = shippedNumbers({
    categories: [{ id: "all", title: "All", weight: "100", assessment_share: "1" }],
    sections: [
      {
        id: "only",
        title: "Only",
        minutes: "30",
        category: "all",
        items: [{ id: "item", type: "short_text", title: "Item", points: max, prompt: "?" }],
      },
    ],
    interview: { scale: { min: 1, max: 5 }, questions: [] },
    gates: [
      { id: "half", effect: "review", any_of: [{ category: "all", figure: "score", below: "50.00" }], why: "Policy." },
    ],
  });
  return { playbook, stage: "final", grades: gradesOf({ item: points }) };
}

describe("figures are exact and rounded once", () => {
  test("79.995 is published as 80.00 and lies in the band that starts at 80", () => {
    expect(score(oneItem("15999"))).toMatchObject({ score: "80.00", recommendation: "advance" });
  });

  test("79.994 is published as 79.99 and lies in the band below", () => {
    expect(score(oneItem("15998.8"))).toMatchObject({ score: "79.99", recommendation: "review" });
  });

  test("50.00 is not below 50.00; 49.995 is published as 50.00 and isn't either; 49.99 is", () => {
    const fired = (points: string) => score(oneItem(points)).gates[0]!.fired;
    expect([fired("10000"), fired("9999"), fired("9998")]).toEqual([false, false, true]);
  });

  test("the last band holds its end", () => {
    expect(score(oneItem("20000"))).toMatchObject({ score: "100.00", recommendation: "advance" });
  });

  test("no rounded figure feeds another", () => {
    const thirds = provisionalInputs({ points: { servers: "1/3", sequence: "1/3", pseudocode: "1/3" } });
    expect(category(thirds, "problem_solving").assessment).toBe("33.33");
    expect(score(thirds).score).toBe("80.00");
  });

  test("points and maxima are decimal texts: exact where they end, else rounded to four places", () => {
    const { items } = score(provisionalInputs({ points: { servers: "2/3", "paid-totals": "5.10" } }));
    const of = (id: string) => items.find((item) => item.id === id)!;
    expect([of("servers").points, of("paid-totals").points, of("paid-totals").max]).toEqual(["0.6667", "5.1", "6"]);
  });

  test("a share splits an item between categories", () => {
    const shares = [
      { category: "communication", share: "0.5" },
      { category: "attitude", share: "0.5" },
    ];
    const inputs = provisionalInputs({
      playbook: withItems({ "delay-email": { shares } }),
      points: { "delay-email": "0" },
    });
    expect(category(inputs, "communication").assessment).toBe("0.00");
    expect(category(inputs, "attitude").assessment).toBe("44.44");
  });
});

describe("missing parts", () => {
  test("an item without a grade counts 0 and is listed", () => {
    const { grades, ...rest } = provisionalInputs();
    const result = score({ ...rest, grades: grades.filter(({ item }) => item !== "servers") });
    expect(result.categories[1]!.assessment).toBe("66.67");
    expect(result.items[0]).toMatchObject({ id: "servers", points: "0", outcome: "graded" });
  });

  test.each(["void", "not_gradable"] as const)(
    "a part that is %s is left out of the sums and makes the result incomplete",
    (why) => {
      const broken = grade("sequence", "0", { outcome: "not_gradable" });
      const lost =
        why === "void"
          ? { void_sections: ["cognitive"] }
          : {
              grades: [...gradesOf({ ...BASE_POINTS, servers: "0" }).filter(({ item }) => item !== "sequence"), broken],
            };
      const result = score(provisionalInputs(lost));
      expect(result.recommendation).toBe("incomplete");
      expect(result.categories[1]!.assessment).toBe(why === "void" ? null : "50.00");
    },
  );

  test("a category lost whole is left out of the provisional score and covers nothing", () => {
    const result = score(provisionalInputs({ void_sections: ["accuracy"] }));
    expect(result).toMatchObject({ score: "88.89", coverage: "54.00", bounds: { low: "53.33", high: "93.33" } });
  });

  test("a category lost whole takes its score from the interview, and says so", () => {
    const inputs = finalInputs({ void_sections: ["soft-skills"] });
    expect(category(inputs, "communication")).toMatchObject({ assessment: null, interview: "87.50", score: "87.50" });
    expect(codes(inputs)).toContain("interview_alone");
  });

  test("where every question of a category is not assessed, its score is that of the assessment, and says so", () => {
    const inputs = finalInputs({ rated: { q3: null, q4: null } });
    expect(category(inputs, "technical")).toMatchObject({ interview: null, score: "85.00" });
    expect(codes(inputs)).toContain("assessment_alone");
  });

  test("not assessed is no gap for the bounds and covers nothing", () => {
    const result = score(finalInputs({ rated: { q4: null } }));
    expect(result).toMatchObject({ coverage: "92.00", bounds: { low: "86.00", high: "86.00" } });
  });

  test("points that an unclear check holds open count 0 and widen the bounds upwards", () => {
    const grades = gradesOf(BASE_POINTS).filter(({ item }) => item !== "delay-email");
    const unclear = grade("delay-email", "3", { open: "1", outcome: "needs_review" });
    const result = score(finalInputs({ grades: [...grades, unclear] }));
    expect(result).toMatchObject({ score: "85.60", bounds: { low: "85.60", high: "88.00" } });
    expect(result.reasons.map(({ code }) => code)).toContain("item_needs_review");
  });

  test("a final result with ratings missing is refused with the gaps named", () => {
    const { ratings, ...rest } = finalInputs();
    const attempt = () => score({ ...rest, ratings: ratings!.filter(({ question }) => question !== "q6") });
    expect(attempt).toThrow(
      expect.objectContaining({ code: "ratings_missing", data: { gaps: [{ question: "q6", raters: 0, needed: 1 }] } }),
    );
  });

  test("inputs that don't fit the playbook are refused with every violation", () => {
    const bad = provisionalInputs({
      grades: [grade("ghost", "1"), grade("servers", "2"), grade("sequence", "1"), grade("sequence", "1")],
      ratings: [{ question: "q1", rater: "usr_one", value: 6 }],
      void_sections: ["nowhere"],
    });
    const violations = (() => {
      try {
        score(bad);
      } catch (refusal) {
        return (refusal as Refusal).violations.map(({ path }) => path);
      }
      return [];
    })();
    expect(violations).toEqual(["grades[0]", "grades[3]", "grades[1].points", "ratings[0].value", "void_sections[0]"]);
  });
});

describe("until the interviews are in", () => {
  test("ratings move coverage and bounds, never the score, and no category has a C or an I", () => {
    const before = score(provisionalInputs());
    const after = score(finalInputs({ stage: "provisional" }));
    expect(after).toMatchObject({ score: before.score, recommendation: before.recommendation });
    expect(after).toMatchObject({ coverage: "100.00", bounds: { low: "88.00", high: "88.00" } });
    expect(after.categories.every((one) => one.score === null && one.interview === null)).toBe(true);
  });

  test("the empty session has the bounds of the interview alone", () => {
    expect(score(provisionalInputs({ grades: [] }))).toMatchObject({
      score: "0.00",
      bounds: { low: "0.00", high: "36.00" },
    });
  });
});

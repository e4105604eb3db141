import { describe, expect, test } from "vitest";
import type { Gate } from "#shared/domain/playbook/schema.ts";
import type { Raising } from "#shared/domain/scoring/inputs.ts";
import { score } from "#shared/domain/scoring/score.ts";
import {
  BASE_POINTS,
  BASE_RATINGS,
  finalInputs,
  grade,
  gradesOf,
  provisionalInputs,
  ratingsOf,
} from "#test/builders/score-inputs.ts";
import { shippedNumbers, withItems } from "#test/builders/shipped-numbers.ts";

let count = 0;
const raising = (flag: string, state: Raising["state"], raised_by: Raising["raised_by"] = "person"): Raising => ({
  id: `flg_${++count}`,
  flag,
  state,
  raised_by,
});
const NO_CODE = { "paid-totals": "0", "busy-customers": "3" };
const fired = (result: ReturnType<typeof score>) => result.gates.filter((gate) => gate.fired).map(({ id }) => id);
const gateOf = (result: ReturnType<typeof score>, id: string) => result.gates.find((gate) => gate.id === id)!;

describe("the order of precedence", () => {
  test("a voided or withdrawn session has no recommendation, whatever else holds, and still shows its score", () => {
    const flags = [raising("dishonesty", "confirmed")];
    for (const ended of ["voided", "withdrawn"] as const) {
      expect(score(finalInputs({ ended, flags }))).toMatchObject({ recommendation: null, score: "88.00" });
    }
  });

  test("a confirmed disqualifying flag comes before a rejecting gate", () => {
    const result = score(finalInputs({ points: NO_CODE, flags: [raising("dishonesty", "confirmed")] }));
    expect(result.recommendation).toBe("disqualified");
    expect(result.reasons.map(({ code }) => code)).toEqual(["flag_confirmed", "gate_fired", "band"]);
  });

  test("a rejecting gate comes before a lost part, and the score is shown next to it", () => {
    const result = score(provisionalInputs({ points: NO_CODE, void_sections: ["accuracy"] }));
    expect(result.recommendation).toBe("reject");
    expect(result.score).not.toBeNull();
  });

  test("a lost part comes before the caution of a flag", () => {
    const result = score(finalInputs({ void_sections: ["accuracy"], flags: [raising("dishonesty", "raised")] }));
    expect(result.recommendation).toBe("incomplete");
  });

  test("a caution yields review at best, and leaves a rejecting band alone", () => {
    const flags = [raising("dishonesty", "raised")];
    expect(score(provisionalInputs({ flags })).recommendation).toBe("review");
    const low = { "busy-customers": "0", "unsafe-endpoint": "0", "delay-email": "0", "calculate-total": "0" };
    expect(score(provisionalInputs({ flags, points: low })).recommendation).toBe("reject");
  });

  test("two confirmed major flags yield review, one doesn't, and two raisings of one flag count once", () => {
    const of = (...flags: Raising[]) => score(finalInputs({ flags })).recommendation;
    const [one, other] = ["security_blind_spot", "resists_feedback"];
    expect(of(raising(one!, "confirmed"))).toBe("advance");
    expect(of(raising(one!, "confirmed"), raising(one!, "confirmed"))).toBe("advance");
    expect(of(raising(one!, "confirmed"), raising(other!, "raised"))).toBe("advance");
    expect(of(raising(one!, "confirmed"), raising(other!, "confirmed"))).toBe("review");
  });

  test("an overridden raising doesn't cover another confirmed raising of the same flag", () => {
    const flags = [raising("dishonesty", "overridden"), raising("dishonesty", "confirmed")];
    expect(score(finalInputs({ flags })).recommendation).toBe("disqualified");
  });
});

describe("gates", () => {
  test("while provisional only conditions on assessment figures and items are read", () => {
    const result = score(provisionalInputs({ points: { "delay-email": "0", ...NO_CODE } }));
    expect(fired(result)).toEqual(["technical"]);
    expect(gateOf(result, "communication").because?.code).toBe("waits_for_interview");
    expect(gateOf(result, "technical").because).toMatchObject({
      code: "figure_below",
      data: { category: "technical", figure: "assessment", value: "30.00", below: "40.00" },
    });
  });

  test("an interview that fails fires the gate once the interviews are in", () => {
    const rated = { q3: 1, q4: 2 };
    expect(fired(score(finalInputs({ rated })))).toEqual(["technical"]);
    expect(fired(score(finalInputs({ rated, stage: "provisional" })))).toEqual([]);
  });

  test("several failing conditions are all named", () => {
    const result = score(finalInputs({ points: NO_CODE, rated: { q3: 1, q4: 1 } }));
    expect(gateOf(result, "technical").because).toMatchObject({ code: "several" });
    expect(gateOf(result, "technical").because?.text).toMatch(/score.*assessment.*interview/s);
  });

  test("a gate with the effect note changes nothing and is named", () => {
    const points = { servers: "0", sequence: "0", pseudocode: "0" };
    const result = score(finalInputs({ points, rated: { q1: 1, q5: 1 } }));
    expect(result).toMatchObject({ score: "74.50", recommendation: "review" });
    expect(result.reasons.map(({ code }) => code)).toEqual(["band", "gate_fired"]);
  });

  test("a gate that reads a void or ungraded item doesn't fire", () => {
    const grades = [
      ...gradesOf({ ...BASE_POINTS, "busy-customers": "0" }).filter(({ item }) => item !== "paid-totals"),
      grade("paid-totals", "0", { outcome: "not_gradable" }),
    ];
    const result = score(finalInputs({ grades, rated: { q3: 1, q4: 1 } }));
    expect(gateOf(result, "technical")).toMatchObject({
      fired: false,
      because: { code: "void_or_ungraded", data: { items: ["paid-totals"] } },
    });
    expect(result.recommendation).toBe("incomplete");
  });

  test("a disputed item never feeds a gate, whatever it earned", () => {
    const playbook = withItems({ "paid-totals": { disputed: true } });
    const of = (points: Record<string, string>) => fired(score(provisionalInputs({ playbook, points })));
    expect(of({ "paid-totals": "0", "busy-customers": "3" })).toEqual([]);
    expect(of({ "paid-totals": "6", "busy-customers": "1" })).toEqual(["technical"]);
  });

  test("a gate reads single items and single ratings", () => {
    const gates: Gate[] = [
      { id: "sql", effect: "review", any_of: [{ item: "busy-customers", points_below: "4" }], why: "Policy." },
      { id: "built", effect: "review", any_of: [{ question: "q4", rating_below: "3" }], why: "Policy." },
    ];
    const playbook = shippedNumbers({ gates });
    const result = score(finalInputs({ playbook, points: { "busy-customers": "3.5" }, rated: { q4: 2 } }));
    expect(fired(result)).toEqual(["sql", "built"]);
    expect(result.recommendation).toBe("review");
    expect(fired(score(finalInputs({ playbook, rated: { q4: 3 } })))).toEqual([]);
    const disputed = withItems({ "busy-customers": { disputed: true } }, playbook);
    expect(fired(score(finalInputs({ playbook: disputed, points: { "busy-customers": "0" } })))).toEqual([]);
  });

  test("a gate's flag stands as raised, counts once with a person's raising, and is confirmed by a person", () => {
    const raised = score(finalInputs({ points: NO_CODE }));
    expect(raised.flags).toEqual([
      { id: null, flag: "cannot_code", severity: "major", state: "raised", raised_by: "gate" },
    ]);
    const both = [raising("cannot_code", "confirmed"), raising("cannot_code", "raised", "gate")];
    const confirmed = score(finalInputs({ points: NO_CODE, flags: both }));
    expect(confirmed.flags.map(({ state, raised_by }) => `${state} by ${raised_by}`)).toEqual([
      "confirmed by person",
      "raised by gate",
    ]);
    expect(confirmed.reasons.map(({ code }) => code)).not.toContain("major_flags_confirmed");
  });
});

describe("critical items", () => {
  const critical = (what: object) => withItems({ "unsafe-endpoint": { critical: { below: "1", ...what } } });

  test("a failed one fires its gate, also while provisional", () => {
    const playbook = critical({ gate: "attitude" });
    expect(fired(score(provisionalInputs({ playbook, points: { "unsafe-endpoint": "0" } })))).toEqual(["attitude"]);
    expect(fired(score(provisionalInputs({ playbook, points: { "unsafe-endpoint": "1" } })))).toEqual([]);
  });

  test("a failed one raises its flag: a disqualifying flag allows a review at best until a person confirms it", () => {
    const playbook = critical({ flag: "refuses_collaboration" });
    const result = score(provisionalInputs({ playbook, points: { "unsafe-endpoint": "0" } }));
    expect(result.flags).toEqual([
      { id: null, flag: "refuses_collaboration", severity: "disqualify", state: "raised", raised_by: "item" },
    ]);
    expect(score(provisionalInputs({ playbook })).flags).toEqual([]);
    expect(result.recommendation).toBe("review");
  });

  test("a disputed, void or ungraded one raises and fires nothing", () => {
    const playbook = critical({ gate: "attitude", flag: "refuses_collaboration" });
    const disputed = withItems({ "unsafe-endpoint": { disputed: true } }, playbook);
    const points = { "unsafe-endpoint": "0" };
    expect(score(provisionalInputs({ playbook: disputed, points })).flags).toEqual([]);
    const lost = score(provisionalInputs({ playbook, points, void_sections: ["situational-judgement"] }));
    expect([lost.flags, fired(lost)]).toEqual([[], []]);
  });
});

describe("several raters", () => {
  const withRatings = (q3: number[], consensus: { question: string; value: number }[] = []) =>
    score(
      finalInputs({
        consensus,
        ratings: [
          ...ratingsOf(BASE_RATINGS).filter(({ question }) => question !== "q3"),
          ...q3.map((value, index) => ({ question: "q3", rater: `usr_${index}`, value })),
        ],
      }),
    );
  const technical = (result: ReturnType<typeof score>) => result.categories[0]!.interview;

  test("their mean counts where they agree within a point", () => {
    expect(technical(withRatings([3, 4]))).toBe("81.25");
    expect(technical(withRatings([3, 4, 4]))).toBe("83.33");
  });

  test("two that differ by 2 or more must be reconciled, and the result is incomplete", () => {
    const result = withRatings([2, 4]);
    expect(result.needs_reconciliation).toEqual([
      {
        question: "q3",
        ratings: [
          { rater: "usr_0", value: 2 },
          { rater: "usr_1", value: 4 },
        ],
      },
    ]);
    expect(result.recommendation).toBe("incomplete");
  });

  test("a consensus replaces both", () => {
    const result = withRatings([2, 4], [{ question: "q3", value: 4 }]);
    expect([technical(result), result.recommendation, result.needs_reconciliation]).toEqual(["87.50", "advance", []]);
  });

  test("a third rater settles it by the median of the three", () => {
    const result = withRatings([1, 5, 4]);
    expect([technical(result), result.needs_reconciliation]).toEqual(["87.50", []]);
  });
});

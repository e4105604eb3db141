import { describe, expect, test } from "vitest";
import { reasonNeeded } from "#web/console/words/decision-words.ts";
import { stepsOf } from "#web/console/words/four-eyes.ts";

describe("the next steps of a red flag", () => {
  const raised = { state: "raised" as const, raiser: "usr_kim", answers: [] };
  const answer = {
    state: "confirmed" as const,
    actor: "usr_lin",
    reason: "So it was.",
    at: "2026-03-01T09:00:00.000Z",
  };
  const confirmed = { state: "confirmed" as const, raiser: "usr_kim", answers: [answer] };

  test("are to confirm or lift it, for anybody but who raised it", () => {
    expect(stepsOf(raised, "usr_lin")).toEqual([
      { step: "confirm", own: null },
      { step: "lift", own: null },
    ]);
    expect(stepsOf(raised, "usr_kim").map(({ own }) => own)).toEqual([
      "You raised this flag. To confirm it takes another person.",
      "You raised this flag. To lift it takes another person.",
    ]);
  });

  test("are anybody's where a gate raised it", () => {
    expect(stepsOf({ ...raised, raiser: null }, "usr_kim").every(({ own }) => own === null)).toBe(true);
  });

  test("is to override a confirmed one, for anybody but who confirmed it", () => {
    expect(stepsOf(confirmed, "usr_kim")).toEqual([{ step: "override", own: null }]);
    expect(stepsOf(confirmed, "usr_lin")[0]?.own).toMatch(/^You confirmed/);
  });

  test.each(["lifted", "overridden"] as const)("are none once it is %s", (state) => {
    expect(stepsOf({ ...confirmed, state }, "usr_kim")).toEqual([]);
  });
});

describe("a decision", () => {
  test.each([
    ["advance", "advance", false],
    ["hold", "advance", true],
    ["hold", "review", false],
    ["advance", "review", true],
    ["reject", "disqualified", false],
    ["reject", "incomplete", true],
    ["advance", null, true],
  ] as const)("to %s where the rules recommend %s takes a reason: %s", (outcome, recommendation, is) => {
    expect(reasonNeeded(outcome, { recommendation, isChange: false }).is).toBe(is);
  });

  test("that changes another always takes one", () => {
    expect(reasonNeeded("advance", { recommendation: "advance", isChange: true })).toEqual({
      is: true,
      sentence: "To change a decision takes a reason.",
    });
  });
});

import { describe, expect, test } from "vitest";
import { resolvePlaybook } from "#scripts/playbook/load.ts";
import { plainReason } from "#shared/domain/session/plain-reason.ts";

const line = (code: string, data = {}) =>
  ({ code, text: "The right answer is KEY.", data: { correct: "KEY", because: "KEY", ...data }, points: "1" }) as const;
const { sections } = resolvePlaybook("back-end-developer@1").playbook;
const item = sections.flatMap(({ items }) => items).find(({ id }) => id === "delay-email")!;

/** Every code of a working that tells of an answer, but those of criteria. */
const CODES = [
  ...[
    "unanswered",
    "reviewed",
    "coding",
    "efficiency_met",
    "efficiency_missed",
    "matching",
    "pair_right",
    "pair_wrong",
  ],
  ...[
    "choice_right",
    "choice_wrong",
    "number_right",
    "number_wrong",
    "text_right",
    "text_wrong",
    "selection",
    "ranking",
  ],
  ...["rows_right", "rows_wrong", "columns_wrong", "order_wrong", "test_failed", "test_passed", "best_wrong"],
  ...["must_be_first", "something_new"],
];

describe("the reasons that a candidate is given", () => {
  test.each(CODES)("%s says nothing of the right answer", (code) => {
    expect(plainReason(line(code, { passed: 1, tests: 2, right: 1, pairs: 2 }), item).join()).not.toContain("KEY");
  });

  test("count what was passed", () => {
    expect(plainReason(line("coding", { passed: 3, tests: 5 }), item)).toEqual(["3 of 5 tests passed."]);
    expect(plainReason(line("matching", { right: 2, pairs: 4 }), item)).toEqual(["2 of 4 pairs are right."]);
  });

  test("name a criterion as people do, also where a person has judged it", () => {
    const judged = line("criterion", { criterion: "cause", max: "2", reviewed: true });
    expect(plainReason(judged, item)).toEqual(["The cause, in plain words: a person gave 1 of 2 points."]);
    const unknown = line("criterion", { criterion: "other", max: "2", reviewed: true });
    expect(plainReason(unknown, item)).toEqual(["other: a person gave 1 of 2 points."]);
  });

  test("are none where nothing can be said without a key", () => {
    expect(plainReason(line("pair_wrong"), item)).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import type { Grade } from "#shared/domain/grading/contract.ts";
import { dueReviews } from "#shared/domain/review/due-reviews.ts";
import { NOBODY_JUDGED } from "#shared/domain/session/people-state.ts";
import type { SessionState } from "#shared/domain/session/state.ts";
import { BASE_POINTS, grade } from "#test/builders/score-inputs.ts";
import { digest } from "#test/builders/scored-journal.ts";
import { shippedNumbers, withItems } from "#test/builders/shipped-numbers.ts";

const playbook = withItems({ "delay-email": { type: "written" } }, shippedNumbers());

/** A scored session with these points, every item answered. */
function stateWith(points: Record<string, string>, changes: { [item: string]: Partial<Grade> } = {}): SessionState {
  const all = { ...BASE_POINTS, ...points };
  const grades = Object.entries(all).map(([item, earned]) => grade(item, earned, changes[item]) as Grade);
  return {
    ...NOBODY_JUDGED,
    id: "ses_1",
    status: "scored",
    results: [],
    grades: new Map(grades.map((one) => [one.item, one])),
    answers: new Map(Object.keys(all).map((item) => [item, { value: "…", revision: 1, saved_at: "" }])),
  } as unknown as SessionState;
}

const causes = (state: SessionState) => dueReviews(state, playbook).map(({ item, because }) => [item, ...because]);

describe("a grade needs a person", () => {
  test("where its grader says so", () => {
    expect(causes(stateWith({}, { servers: { outcome: "needs_review" } }))).toEqual([["servers", "needs_review"]]);
  });

  test("where a written answer lies within one point of a band's edge", () => {
    expect(causes(stateWith({}))).toEqual([]);
    expect(causes(stateWith({ "delay-email": "2", "paid-totals": "3" }))).toEqual([["delay-email", "near_band"]]);
  });

  test("where a written answer decides whether a gate fires", () => {
    const gates = [
      {
        id: "letter",
        effect: "reject" as const,
        any_of: [{ category: "communication", figure: "assessment" as const, below: "40" }],
        why: "…",
      },
    ];
    const own = { ...playbook, gates };
    expect(dueReviews(stateWith({}), own)).toEqual([{ item: "delay-email", because: ["decides_gate"] }]);
  });

  test("no more once a review was opened for it, or a person has graded it", () => {
    const state = stateWith({}, { servers: { outcome: "needs_review" } });
    const review = { item: "servers", because: [], opened_at: "", closed: null };
    expect(causes({ ...state, reviews: new Map([["servers", review]]) })).toEqual([]);
  });

  test("in one case of ten whatever it says, by a seed that always picks the same", () => {
    const state = stateWith({});
    const seeds = Array.from({ length: 500 }, (_, index) => `seed ${index}`);
    const sampled = seeds.map((seed) => dueReviews(state, playbook, { seed, digest }).length);
    const share = sampled.reduce((a, b) => a + b, 0) / (500 * 8);
    expect(share).toBeGreaterThan(0.08);
    expect(share).toBeLessThan(0.12);
    expect(dueReviews(state, playbook, { seed: "seed 1", digest })).toEqual(
      dueReviews(state, playbook, { seed: "seed 1", digest }),
    );
  });
});

import { describe, expect, test } from "vitest";
import { sessionResult } from "#shared/domain/scoring/session-result.ts";
import { NOBODY_JUDGED } from "#shared/domain/session/people-state.ts";
import type { SessionState } from "#shared/domain/session/state.ts";
import { BASE_POINTS, gradesOf } from "#test/builders/score-inputs.ts";
import { shippedNumbers } from "#test/builders/shipped-numbers.ts";

const AT = "2026-03-01T10:30:00.000Z";
const state = (changes: Partial<SessionState>): SessionState =>
  ({
    ...NOBODY_JUDGED,
    id: "ses_1",
    status: "grading",
    results: [],
    grades: new Map(gradesOf(BASE_POINTS).map((grade) => [grade.item, grade])),
    ...changes,
  }) as unknown as SessionState;

describe("a session's result", () => {
  test("says whose it is, which it is and when its entry was made", () => {
    expect(sessionResult(state({}), shippedNumbers(), AT)).toMatchObject({
      session: "ses_1",
      version: 1,
      computed_at: AT,
      stage: "provisional",
      score: "90.00",
    });
  });

  test("a later one counts on, and a session that was voided gets no recommendation", () => {
    const first = sessionResult(state({}), shippedNumbers(), AT);
    const second = sessionResult(state({ results: [first], status: "voided" }), shippedNumbers(), AT);
    expect(second).toMatchObject({ version: 2, recommendation: null, score: "90.00" });
  });
});

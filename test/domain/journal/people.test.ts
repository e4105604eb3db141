import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import { gradeItem } from "#shared/domain/grading/registry.ts";
import { chainAll, EMPTY_TIP } from "#shared/domain/journal/entry.ts";
import { replay } from "#shared/domain/journal/replay.ts";
import { decideFinalize, decideOutcome } from "#shared/domain/session/decide-final.ts";
import { decideConfirm, decideLift, decideOverride, decideRaise } from "#shared/domain/session/decide-flags.ts";
import { decideGrades, decideResult } from "#shared/domain/session/decide-grading.ts";
import { decideConsensus, decideLock } from "#shared/domain/session/decide-interview.ts";
import { decideObjection } from "#shared/domain/session/decide-objection.ts";
import { decideReview } from "#shared/domain/session/decide-review.ts";
import { decideStart } from "#shared/domain/session/decide-start.ts";
import type { SessionEntry, SessionFact } from "#shared/domain/session/facts.ts";
import { OUTCOMES } from "#shared/domain/session/people-facts.ts";
import type { Decision, Situation } from "#shared/domain/session/state.ts";
import { digest } from "#test/builders/scored-journal.ts";
import { sessionPlaybook } from "#test/builders/session-playbook.ts";
import { type Story, sessionStory } from "#test/builders/session-story.ts";

const means = {
  digest,
  regrade: ({ section, item, answer, evidence }: Parameters<Parameters<typeof replay>[2]["regrade"]>[0]) =>
    gradeItem({ item, section: section.id, answer, observations: evidence }),
};

const question = (id: string) => ({
  ...{ id, category: "thinking", weight: "1", text: id, probes: [], anchors: {}, whole_interview: false },
});
const playbook = sessionPlaybook({
  categories: [{ id: "thinking", title: "Thinking", weight: "100", assessment_share: "0.5" }],
  interview: { scale: { min: 1, max: 5 }, questions: [question("q1"), question("q2")] },
  red_flags: [
    { id: "liar", severity: "disqualify", title: "Lies", description: "Lies.", signs: [] },
    { id: "late", severity: "major", title: "Late", description: "Comes late.", signs: [] },
  ],
  policy: { ...sessionPlaybook().policy, share_with_candidate: "working" },
});

/** A session that nobody answered, graded and scored, an hour later. */
function scored(): Story {
  const story = sessionStory({ playbook }).do("09:01:00", decideStart);
  story.at("10:00:00");
  const grades = playbook.sections.flatMap((section) =>
    section.items.map((item) => gradeItem({ item, section: section.id, answer: null, observations: [] })),
  );
  return story
    .do("10:00:00", (now) => decideGrades(now, grades))
    .do("10:00:00", (now) => decideResult(now, { seed: "seed", digest }));
}

type Deed = (situation: Situation) => Decision;
const person = fc.constantFrom("p1", "p2", "p3");
const value = fc.integer({ min: 1, max: 5 });
const reason = "because";
const item = fc.constantFrom("a", "b", "c");
const card = fc
  .subarray(["q1", "q2"], { minLength: 1 })
  .chain((questions) =>
    fc.tuple(...questions.map((id) => value.map((given) => ({ question: id, value: given, observation: "so" })))),
  );

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.tuple(person, card).map(
    ([interviewer, ratings]): Deed =>
      (now) =>
        decideLock(now, { interviewer, ratings }),
  ),
  fc.tuple(person, fc.constantFrom("q1", "q2"), value).map(
    ([actor, id, given]): Deed =>
      (now) =>
        decideConsensus(now, { question: id, value: given, reason, actor }),
  ),
  fc.tuple(person, fc.constantFrom("liar", "late"), fc.nat(99)).map(
    ([actor, flag, id]): Deed =>
      (now) =>
        decideRaise(now, { id: `flg_${id}`, flag, observation: "said", actor }),
  ),
  fc.tuple(person, fc.constantFrom(decideConfirm, decideLift, decideOverride), fc.nat(5)).map(
    ([actor, decide, index]): Deed =>
      (now) => {
        const named = [...now.state.flags.keys()][index] ?? "none";
        return decide(now, { named, id: "flg_new", reason, actor });
      },
  ),
  fc.tuple(person, item, fc.constantFrom("0", "0.5", "1/3", "1")).map(
    ([actor, id, points]): Deed =>
      (now) =>
        decideReview(now, { item: id, actor, marks: [{ criterion: null, points, reason, quote: "said" }] }),
  ),
  person.map(
    (actor): Deed =>
      (now) =>
        decideFinalize(now, { actor }),
  ),
  fc.tuple(person, fc.constantFrom(...OUTCOMES), fc.constantFrom(null, reason)).map(
    ([actor, outcome, why]): Deed =>
      (now) =>
        decideOutcome(now, { outcome, reason: why, actor }),
  ),
  item.map(
    (id): Deed =>
      (now) =>
        decideObjection(now, { item: id, text: "no" }),
  ),
);

/** Does what is allowed; what is refused leaves no trace. */
function live(deeds: readonly Deed[]): Story {
  const story = scored();
  for (const [index, decide] of deeds.entries()) {
    try {
      story.do(`10:${String(1 + index).padStart(2, "0")}:00`, decide);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return story;
}

test("whatever people are let do verifies, and every result comes out again byte for byte", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 25 }), async (deeds) => {
      const { entries, state } = live(deeds);
      const { fault, replayed } = await replay(entries, playbook, means);
      expect(fault).toBeUndefined();
      expect(replayed.results).toBe(state.results.length);
    }),
    { numRuns: 120 },
  );
});

test("raters who lock in any order come to the same final figures", () => {
  const cards = fc.uniqueArray(fc.tuple(person, card), { selector: ([interviewer]) => interviewer, minLength: 2 });
  const figures = (locks: [string, { question: string; value: number; observation: string }[]][]) => {
    const deeds = locks.map(
      ([interviewer, ratings]): Deed =>
        (now) =>
          decideLock(now, { interviewer, ratings }),
    );
    const { state } = live([...deeds, (now) => decideFinalize(now, { actor: "p9" })]);
    const { version: _, computed_at: __, ...result } = state.results.at(-1)!;
    return result;
  };
  fc.assert(
    fc.property(cards, (locks) => {
      expect(figures(locks.toReversed())).toEqual(figures(locks));
    }),
    { numRuns: 60 },
  );
});

/** A journal that an insider rewrote and chained anew. */
async function forged(story: Story, change: (facts: SessionFact[]) => SessionFact[]) {
  const facts = story.entries.map(({ kind, at, actor, payload }) => ({ kind, at, actor, payload }) as SessionFact);
  const entries = chainAll(EMPTY_TIP, change(facts), { salt: () => "s", digest }) as SessionEntry[];
  return (await replay(entries, playbook, means)).fault;
}

const changed =
  (kind: SessionFact["kind"], change: Partial<SessionFact> | ((fact: SessionFact) => object)) => (all: SessionFact[]) =>
    all.map((fact) =>
      fact.kind === kind
        ? ({ ...fact, ...(typeof change === "function" ? change(fact) : change) } as SessionFact)
        : fact,
    );

const ratings = ["q1", "q2"].map((id) => ({ question: id, value: 4, observation: "so" }));
const told = () =>
  live([
    (now) => decideLock(now, { interviewer: "p1", ratings }),
    (now) => decideRaise(now, { id: "flg_1", flag: "liar", observation: "said", actor: "p1" }),
    (now) => decideConfirm(now, { named: "flg_1", id: "flg_2", reason, actor: "p2" }),
    (now) =>
      decideReview(now, { item: "a", actor: "p3", marks: [{ criterion: null, points: "1", reason, quote: "said" }] }),
    (now) => decideFinalize(now, { actor: "p2" }),
    (now) => decideOutcome(now, { outcome: "reject", reason: null, actor: "p2" }),
  ]);

describe("what no person could have done is found in a journal that was chained anew", () => {
  test("the told story itself verifies", async () => {
    expect(await forged(told(), (facts) => facts)).toBeUndefined();
  });

  test.each<[string, (facts: SessionFact[]) => SessionFact[], string]>([
    ["a flag confirmed by whoever raised it", changed("flag.confirmed", { actor: "p1" }), "illegal_fact"],
    ["another's card", changed("scorecard.locked", { actor: "p2" }), "illegal_fact"],
    [
      "a rating without an observation",
      changed("scorecard.locked", ({ payload }) => ({
        payload: { ...payload, ratings: [{ question: "q1", value: 5, observation: "" }] },
      })),
      "illegal_fact",
    ],
    [
      "a rating that was raised",
      changed("scorecard.locked", ({ payload }) => ({
        payload: { ...payload, ratings: ratings.map((rating) => ({ ...rating, value: 5 })) },
      })),
      "wrong_result",
    ],
    [
      "a decision against the recommendation without a reason",
      changed("decision.made", ({ payload }) => ({
        payload: { ...payload, outcome: "advance" },
      })),
      "illegal_fact",
    ],
    [
      "a result that was final before the ratings were in",
      (facts) => facts.filter(({ kind }) => kind !== "scorecard.locked"),
      "wrong_result",
    ],
    [
      "a person's grade that doesn't follow from the review",
      changed("grade.recorded", ({ actor, payload }) =>
        actor === "p3" ? { payload: { ...payload, points: "0.5" } } : {},
      ),
      "illegal_fact",
    ],
    [
      "a machine's grade put in after the result",
      (facts) => {
        const at = facts.findIndex(({ kind }) => kind === "session.finalized");
        const first = facts.find(({ kind }) => kind === "grade.recorded")!;
        return facts.toSpliced(at, 0, { ...first, at: facts[at]!.at });
      },
      "illegal_fact",
    ],
    [
      "a sample that was drawn by hand",
      changed("review.opened", ({ payload }) => ({
        payload: { ...payload, items: [{ item: "a", because: ["sampled"] }] },
      })),
      "wrong_reviews",
    ],
  ])("%s", async (_, change, code) => {
    expect(await forged(told(), change)).toMatchObject({ code });
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { canonicalJson } from "#shared/domain/foundation/json.ts";
import { readScorecards } from "#shared/use-cases/read-scorecards.ts";
import { BASE_RATINGS } from "#test/builders/score-inputs.ts";
import { shippedNumbers } from "#test/builders/shipped-numbers.ts";
import { cardOf, eventsOf, lockCard, resultOf, type Scored, scored, verified } from "./support.ts";

let at: Scored;
beforeEach(async () => {
  at = await scored();
});

const card = (interviewer: string) => ({ session: at.session, interviewer });
const save = (interviewer: string, body: { ratings: unknown[]; revision?: number }) =>
  at.person(interviewer)("save-scorecard", card(interviewer), body as never);

describe("the interview kit", () => {
  test("has questions, probes and anchors, and what the assessment showed without what it was worth", async () => {
    const { body, text } = await at.person("int_1")("read-interview", { session: at.session });
    const technical = body.categories.find(({ id }: { id: string }) => id === "technical");
    expect(technical.questions.map(({ id }: { id: string }) => id)).toEqual(["q3", "q4"]);
    expect(technical.questions[0].anchors).toEqual({ "1": "low", "3": "middle", "5": "high" });
    expect(technical.shown.map(({ item }: { item: string }) => item)).toEqual(["paid-totals", "busy-customers"]);
    expect(text).not.toMatch(/points|score|grade|outcome/);
  });
});

describe("a scorecard", () => {
  test("takes a rating only with the observation that it rests on", async () => {
    for (const observation of [undefined, null, "", "  "]) {
      const reply = await save("int_1", { ratings: [{ question: "q1", value: 4, observation }] });
      expect(reply).toMatchObject({ status: 422, body: { code: "invalid_scorecard" } });
      expect(reply.body.errors[0].path).toBe("ratings[0].observation");
    }
  });

  test("takes the mark `not assessed` only with a reason", async () => {
    const bare = await save("int_1", { ratings: [{ question: "q1", value: null }] });
    expect(bare.body.errors[0]).toMatchObject({ path: "ratings[0].reason" });
    const word = await save("int_1", { ratings: [{ question: "q1", value: "not_assessed", reason: "No time." }] });
    expect(word.body.ratings).toEqual([{ question: "q1", value: null, reason: "No time." }]);
  });

  test.each([
    ["a rating off the scale", { question: "q1", value: 6, observation: "…" }],
    ["an unknown question", { question: "q99", value: 3, observation: "…" }],
  ])("refuses %s", async (_, rating) => {
    expect((await save("int_1", { ratings: [rating] })).body.code).toBe("invalid_scorecard");
  });

  test("keeps what is noted before it is rated, and can't be locked so", async () => {
    const noted = await save("int_1", { ratings: [{ question: "q1", observation: "Asked what the goal is." }] });
    expect(noted).toMatchObject({ status: 200, body: { revision: 1 } });
    const locked = await at.person("int_1")("lock-scorecard", card("int_1"));
    expect(locked.body).toMatchObject({ code: "invalid_scorecard", errors: [{ path: "ratings[0].value" }] });
    expect((await at.person("int_2")("lock-scorecard", card("int_2"))).body.code).toBe("invalid_scorecard");
  });

  test("is saved on the revision last seen, so that two tabs don't overwrite each other", async () => {
    await save("int_1", { ratings: cardOf(), revision: 0 });
    const other = await save("int_1", { ratings: [], revision: 0 });
    expect(other).toMatchObject({ status: 409, body: { code: "revision_conflict", revision: 1 } });
    expect((await save("int_1", { ratings: [] })).body.revision).toBe(2);
  });

  test("never stands in the journal before it is locked, and never changes after", async () => {
    await save("int_1", { ratings: [{ question: "q1", value: 4, observation: "A draft's words." }] });
    expect((await at.person()("read-audit", { session: at.session })).text).not.toContain("A draft's words.");
    expect(await lockCard(at, "int_1")).toMatchObject({ status: 200, body: { unrated: [] } });
    expect(await save("int_1", { ratings: [] })).toMatchObject({ status: 409, body: { code: "scorecard_locked" } });
    expect((await at.person("int_1")("lock-scorecard", card("int_1"))).status).toBe(200);
  });

  test("is filled in by its own interviewer, or by a machine that may name whom it acts for", async () => {
    const stranger = await at.person("int_2")("save-scorecard", card("int_1"), { ratings: cardOf() });
    expect(stranger).toMatchObject({ status: 403, body: { code: "forbidden" } });
    expect((await at.person()("save-scorecard", card("int_1"), { ratings: cardOf() })).status).toBe(200);
    const plain = await at.keyWith(["interviews:write"]);
    expect((await at.person(undefined, plain)("save-scorecard", card("int_1"), { ratings: [] })).status).toBe(403);
    expect((await at.person("int_1", plain)("save-scorecard", card("int_1"), { ratings: [] })).body).toMatchObject({
      code: "forbidden",
      scope: "staff:act",
    });
    expect((await at.person("system")("read-scorecards", { session: at.session })).status).toBe(400);
  });
});

describe("another's scorecard", () => {
  const seen = async (person: string) => (await at.person(person)("read-scorecards", { session: at.session })).body;

  test("is seen only once the own one is locked", async () => {
    await lockCard(at, "int_1");
    expect(await seen("int_2")).toMatchObject({ data: [], hidden: 1 });
    await save("int_2", { ratings: cardOf() });
    expect(await seen("int_2")).toMatchObject({ data: [{ interviewer: "int_2", locked_at: null }], hidden: 1 });
    await at.person("int_2")("lock-scorecard", card("int_2"));
    const both = await seen("int_2");
    expect(both.data.map(({ interviewer }: { interviewer: string }) => interviewer)).toEqual(["int_2", "int_1"]);
  });

  test("is seen, once locked, by who leads the process and doesn't interview", async () => {
    await lockCard(at, "int_1");
    const seenAs = async (id: string, ...roles: string[]) =>
      (await readScorecards(at.at)({ session: at.session, actor: { id, roles, delegate: false } })).data.map(
        ({ interviewer }) => interviewer,
      );
    expect(await seenAs("rec_1", "recruiter")).toEqual(["int_1"]);
    expect(await seenAs("rec_1", "recruiter", "interviewer")).toEqual([]);
    expect(await seenAs("int_2", "interviewer")).toEqual([]);
    await save("rec_1", { ratings: [] });
    expect(await seenAs("rec_1", "recruiter")).toEqual(["rec_1"]);
  });

  test("is never seen while it isn't locked", async () => {
    await lockCard(at, "int_1");
    await save("int_2", { ratings: [{ question: "q1", value: 1, observation: "Something private." }] });
    for (const operation of [
      "read-scorecards",
      "read-interview",
      "read-result",
      "read-audit",
      "read-answers",
    ] as const) {
      expect((await at.person("int_1")(operation, { session: at.session })).text).not.toContain("Something private.");
    }
  });
});

describe("ratings that differ", () => {
  const differing = async () => {
    await lockCard(at, "int_1", { ...BASE_RATINGS, q3: 5 });
    await lockCard(at, "int_2", { ...BASE_RATINGS, q3: 2 });
  };
  const consensus = (question: string, value = 4) =>
    at.person("int_1")("record-consensus", { session: at.session }, { question, value, reason: "We compared notes." });

  test("by 2 or more must be reconciled, and leave the result incomplete until then", async () => {
    await differing();
    await at.person("rec_1")("finalize-session", { session: at.session });
    expect(await resultOf(at)).toMatchObject({
      recommendation: "incomplete",
      needs_reconciliation: [
        {
          question: "q3",
          ratings: [
            { rater: "int_1", value: 5 },
            { rater: "int_2", value: 2 },
          ],
        },
      ],
    });
    expect((await consensus("q3")).body.consensus).toMatchObject([{ question: "q3", value: 4, actor: "int_1" }]);
    expect(await resultOf(at)).toMatchObject({ recommendation: "advance", score: "88.00", needs_reconciliation: [] });
    expect(await verified(at)).toMatchObject({ verdict: "verified", fault: null });
  });

  test("are settled by a third rater with the median", async () => {
    await differing();
    await lockCard(at, "int_3", { ...BASE_RATINGS, q3: 4 });
    await at.person("rec_1")("finalize-session", { session: at.session });
    expect(await resultOf(at)).toMatchObject({ score: "88.00", needs_reconciliation: [] });
  });

  test("by less have nothing to reconcile", async () => {
    await differing();
    expect((await consensus("q4")).body.code).toBe("nothing_to_reconcile");
    expect((await consensus("q3", 9)).body.code).toBe("invalid_scorecard");
  });
});

describe("finalizing", () => {
  const finalize = () => at.person("rec_1")("finalize-session", { session: at.session });

  test("with ratings still missing is refused, the gaps named", async () => {
    const none = await finalize();
    expect(none).toMatchObject({ status: 409, body: { code: "ratings_missing" } });
    expect(none.body.gaps).toHaveLength(8);
    const { q6: _, ...most } = BASE_RATINGS;
    expect((await lockCard(at, "int_1", most)).body.unrated).toEqual(["q6"]);
    expect((await finalize()).body.gaps).toEqual([{ question: "q6", raters: 0, needed: 1 }]);
  });

  test("needs as many raters as the policy asks for", async () => {
    const policy = { ...shippedNumbers().policy, min_raters: 2 };
    at = await scored(undefined, shippedNumbers({ policy }));
    await lockCard(at, "int_1");
    expect((await finalize()).body.gaps[0]).toEqual({ question: "q1", raters: 1, needed: 2 });
    await lockCard(at, "int_2");
    expect(await finalize()).toMatchObject({ status: 200, body: { status: "finalized", score: "88.00" } });
  });

  test("happens by itself once the interviews are in, and again changes nothing", async () => {
    await lockCard(at, "int_1");
    at.at.clock.advance(61_000);
    expect(await at.at.index.due(at.at.clock.now(), 10)).toEqual([at.session]);
    await at.settle(at.session);
    expect(await resultOf(at)).toMatchObject({ stage: "final", score: "88.00" });
    const { version } = await resultOf(at);
    expect((await finalize()).status).toBe(200);
    expect((await resultOf(at)).version).toBe(version);
    expect(eventsOf(at).at(-1)).toMatchObject({ type: "session.finalized", data: { score: "88.00", stage: "final" } });
  });

  test("waits for a disagreement to be settled, unless a recruiter says so", async () => {
    const policy = { ...shippedNumbers().policy, min_raters: 2 };
    at = await scored(undefined, shippedNumbers({ policy }));
    await lockCard(at, "int_1", { ...BASE_RATINGS, q1: 1 });
    await lockCard(at, "int_2", { ...BASE_RATINGS, q1: 5 });
    at.at.clock.advance(61_000);
    await at.settle(at.session);
    expect(await resultOf(at)).toMatchObject({ stage: "provisional" });
    expect((await finalize()).body).toMatchObject({ status: "finalized", recommendation: "incomplete" });
  });
});

test("a locked card moves coverage and bounds of the provisional result, not its score", async () => {
  const before = await resultOf(at);
  const { q1: _, ...others } = BASE_RATINGS;
  await lockCard(at, "int_1", others);
  const after = await resultOf(at);
  expect(after).toMatchObject({ stage: "provisional", score: before.score, version: before.version + 1 });
  expect([before.coverage, after.coverage]).toEqual(["64.00", "98.00"]);
  expect(after.categories).toEqual(before.categories);
});

test("the order in which raters lock makes no difference to the final result", async () => {
  const cards = {
    int_1: { ...BASE_RATINGS, q3: 5 },
    int_2: { ...BASE_RATINGS, q3: 4 },
    int_3: { ...BASE_RATINGS, q2: 3 },
  };
  const results: string[] = [];
  for (const order of [
    ["int_1", "int_2", "int_3"],
    ["int_3", "int_2", "int_1"],
  ] as const) {
    at = await scored();
    for (const interviewer of order) await lockCard(at, interviewer, cards[interviewer]);
    await at.person("rec_1")("finalize-session", { session: at.session });
    const { computed_at: _, session: __, ...result } = await resultOf(at);
    results.push(canonicalJson(result));
  }
  expect(results[0]).toBe(results[1]);
});

test("agreement is told by question and by interviewer, from locked cards alone", async () => {
  await lockCard(at, "int_1", { ...BASE_RATINGS, q3: 5 });
  await lockCard(at, "int_2", { ...BASE_RATINGS, q3: 2 });
  const { body } = await at.person()("read-session-agreement", { session: at.session });
  expect(body.questions.find(({ question }: { question: string }) => question === "q3")).toEqual({
    question: "q3",
    n: 1,
    ratings: 2,
    mean: "3.50",
    spread: "3.00",
  });
  expect(body.raters).toMatchObject([
    { rater: "int_1", n: 8, severity: "-0.38" },
    { rater: "int_2", n: 8, severity: "0.38" },
  ]);
  expect(body.consistency).toMatchObject({ icc: null, n: 8, enough: 10 });
  expect((await at.person()("read-agreement")).body).toMatchObject({ sessions: 1, raters: body.raters });
});

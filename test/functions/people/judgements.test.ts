import { beforeEach, describe, expect, test } from "vitest";
import type { Json } from "#shared/domain/foundation/json.ts";
import { BASE_POINTS, BASE_RATINGS } from "#test/builders/score-inputs.ts";
import { shippedNumbers } from "#test/builders/shipped-numbers.ts";
import { eventsOf, lockCard, resultOf, type Scored, scored, verified } from "./support.ts";

let at: Scored;
const finalOf = async (...given: Parameters<typeof scored>) => {
  at = await scored(...given);
  await lockCard(at, "int_1");
  await at.person("rec_1")("finalize-session", { session: at.session });
};
beforeEach(() => finalOf());

const raise = async (person = "int_1", flag = "dishonesty") =>
  (await at.person(person)("raise-flag", { session: at.session }, { flag, observation: "I did it all alone." })).body;
const answer = (person: string, verb: "confirm" | "lift" | "override", flag: string) =>
  at.person(person)(`${verb}-flag`, { session: at.session, flag }, { reason: "Looked into." });
const flagEvents = () => eventsOf(at).filter(({ type, data }) => type.startsWith("flag.") && data.raising !== null);

describe("a red flag", () => {
  test("is raised with a quoted observation, and counts for a review until somebody answers it", async () => {
    const flag = await raise();
    expect(flag).toMatchObject({ flag: "dishonesty", severity: "disqualify", state: "raised", raiser: "int_1" });
    expect(flag.id).toMatch(/^flg_/);
    expect(await resultOf(at)).toMatchObject({ score: "88.00", recommendation: "review" });
    const bare = await at.person("int_1")(
      "raise-flag",
      { session: at.session },
      { flag: "dishonesty", observation: "" },
    );
    expect(bare.status).toBe(400);
    expect(
      (await at.person("int_1")("raise-flag", { session: at.session }, { flag: "x", observation: "…" })).body.code,
    ).toBe("flag_not_found");
  });

  test.each(["confirm", "lift"] as const)("takes another person to %s it", async (verb) => {
    const { id } = await raise();
    expect(await answer("int_1", verb, id)).toMatchObject({ status: 403, body: { code: "four_eyes" } });
    expect((await answer("rec_1", verb, id)).status).toBe(200);
    expect(await resultOf(at)).toMatchObject({ recommendation: verb === "confirm" ? "disqualified" : "advance" });
  });

  test("that is confirmed is overridden by a second person with a reason, and then recommends a review at best", async () => {
    const { id } = await raise();
    expect((await answer("rec_2", "override", id)).body.code).toBe("flag_resolved");
    await answer("rec_1", "confirm", id);
    expect((await answer("rec_1", "override", id)).body.code).toBe("four_eyes");
    expect((await answer("rec_2", "lift", id)).body.code).toBe("flag_resolved");
    const overridden = await answer("rec_2", "override", id);
    expect(overridden.body.answers).toMatchObject([
      { state: "confirmed", actor: "rec_1" },
      { state: "overridden", actor: "rec_2", reason: "Looked into." },
    ]);
    expect(await resultOf(at)).toMatchObject({ recommendation: "review" });
    expect(flagEvents().map(({ type, data }) => [type, data.state, data.raising])).toEqual([
      ["flag.raised", "raised", id],
      ["flag.resolved", "confirmed", id],
      ["flag.resolved", "overridden", id],
    ]);
    expect(JSON.stringify(flagEvents())).not.toMatch(/alone|Looked/);
    expect(await verified(at)).toMatchObject({ verdict: "verified", fault: null });
  });

  test("that a gate raised by itself is answered under its own name, by any one person", async () => {
    await finalOf({ ...BASE_POINTS, "paid-totals": "0", "busy-customers": "0" });
    const listed = async () => (await at.person()("read-flags", { session: at.session })).body.data;
    expect(await listed()).toMatchObject([{ id: null, flag: "cannot_code", state: "raised", raised_by: "gate" }]);
    expect((await answer("rec_1", "confirm", "cannot_code")).body).toMatchObject({
      state: "confirmed",
      raised_by: "gate",
    });
    expect(await listed()).toMatchObject([{ id: expect.stringMatching(/^flg_/), state: "confirmed" }]);
    expect((await resultOf(at)).flags).toMatchObject([{ flag: "cannot_code", state: "confirmed", raised_by: "gate" }]);
    expect(await verified(at)).toMatchObject({ verdict: "verified" });
  });

  test("of two major ones confirmed, the best is a review", async () => {
    for (const flag of ["poor_communication", "unsystematic"]) {
      const { id } = await raise("int_1", flag);
      await answer("rec_1", "confirm", id);
    }
    expect(await resultOf(at)).toMatchObject({ recommendation: "review" });
  });
});

const decide = (outcome: string, reason?: string) =>
  at.person("rec_1")("decide-session", { session: at.session }, { outcome, ...(reason && { reason }) });

describe("a decision", () => {
  test("that follows the recommendation needs no reason", async () => {
    expect(await decide("advance")).toMatchObject({
      status: 201,
      body: { outcome: "advance", recommendation: "advance", actor: "rec_1" },
    });
    expect((await at.person()("read-session", { session: at.session })).body).toMatchObject({
      status: "decided",
      outcome: "advance",
    });
    expect(eventsOf(at).at(-1)).toMatchObject({ type: "session.decided", data: { outcome: "advance" } });
  });

  test("that departs from it needs one, and so does changing it", async () => {
    expect(await decide("reject")).toMatchObject({
      status: 422,
      body: { code: "reason_required", recommendation: "advance" },
    });
    expect((await decide("reject", "The position is no longer open.")).status).toBe(201);
    expect((await decide("advance")).body.code).toBe("reason_required");
    expect((await decide("advance", "It was opened again.")).status).toBe(201);
    expect(JSON.stringify(eventsOf(at))).not.toContain("position");
    expect(await verified(at)).toMatchObject({ verdict: "verified" });
  });

  test("waits for the final result", async () => {
    at = await scored();
    expect(await decide("advance")).toMatchObject({
      status: 409,
      body: { code: "wrong_status", session_status: "scored" },
    });
  });
});

describe("what the candidate is shown of it", () => {
  const decidedWith = async (share: "none" | "score" | "working", points: Record<string, string> = BASE_POINTS) => {
    const policy = { ...shippedNumbers().policy, share_with_candidate: share };
    await finalOf(points, shippedNumbers({ policy }));
    expect((await at.candidate("view-session")).body.shared).toBeUndefined();
    await decide("hold", "To be discussed.");
    return (await at.candidate("view-session")).body.shared;
  };

  test("is nothing, where nothing is shared", async () => {
    expect(await decidedWith("none")).toBeUndefined();
    const objection = await at.candidate("object-to-grade", {}, { item: "servers", text: "Why?" });
    expect(objection.body.code).toBe("nothing_shared");
  });

  test("is the score by category after the decision, without any working", async () => {
    const shared = await decidedWith("score");
    expect(shared).toMatchObject({ score: "88.00", objection: null });
    expect(shared.categories[0]).toEqual({ id: "technical", title: "technical", score: "86.00" });
    expect(shared.items[0]).toEqual({ id: "servers", section: "cognitive", title: "servers" });
    expect(shared.would_have_changed).toBeUndefined();
  });

  test("is each point's reason, and what would have changed the outcome; nobody's words and no flag", async () => {
    const shared = await decidedWith("working", { ...BASE_POINTS, "delay-email": "0" });
    expect(shared.items.find(({ id }: { id: string }) => id === "delay-email")).toMatchObject({
      points: "0",
      max: "5",
      reasons: ["This answer earned 0 of 5 points.", "A person has graded this answer."],
    });
    expect(shared.would_have_changed).toEqual([
      "At least 40.00 in communication; it was 35.00.",
      "A score of at least 80; it was 78.40.",
    ]);
    expect(JSON.stringify(shared)).not.toMatch(/As the case says|what was answered/);
  });

  test("may be objected to once, which opens a review", async () => {
    await decidedWith("working");
    const object = (body: Json) => at.candidate("object-to-grade", {}, body);
    expect((await object({ item: "nothing", text: "…" })).body.code).toBe("item_not_found");
    const made = await object({ item: "delay-email", text: "I did name the day." });
    expect(made).toMatchObject({ status: 201, body: { shared: { objection: { item: "delay-email" } } } });
    expect((await object({ item: "servers", text: "This one too." })).body.code).toBe("already_objected");
    const { body } = await at.person("rev_2")("read-review", { session: at.session });
    expect(body.items.filter(({ closed }: { closed: boolean }) => !closed)).toMatchObject([
      { item: "delay-email", objection: "I did name the day." },
    ]);
    const more = { item: "delay-email", points: "5", reason: "It does.", quote: "on Thursday" };
    expect((await at.person("rev_2")("review-grade", { session: at.session }, more)).body.result.score).toBe("90.40");
    expect((await at.person()("read-session", { session: at.session })).body).toMatchObject({
      status: "decided",
      open_reviews: 0,
    });
    expect(await verified(at)).toMatchObject({ verdict: "verified", fault: null });
    const own = await at.candidate("export-own-data");
    expect(own.text).toContain("I did name the day.");
    expect(own.body.shared).toMatchObject({ score: "90.40", objection: { item: "delay-email" } });
    expect(own.text).not.toMatch(/scorecard|decision|To be discussed/);
  });
});

describe("what if", () => {
  const suppose = (supposition: Json) => at.person("rec_1")("suppose-result", { session: at.session }, supposition);

  test("computes another result and keeps nothing", async () => {
    const before = (await at.person()("read-audit", { session: at.session })).text;
    const { body } = await suppose({ points: { "delay-email": "0" } });
    expect(body.result).toMatchObject({ score: "78.40", recommendation: "review" });
    const flagged = await suppose({ flags: [{ flag: "dishonesty", state: "confirmed" }] });
    expect(flagged.body.result).toMatchObject({ score: "88.00", recommendation: "disqualified" });
    expect((await suppose({ ratings: [{ question: "q4", value: null }] })).body.result.score).toBe("86.00");
    expect((await at.person()("read-audit", { session: at.session })).text).toBe(before);
  });

  test("of a scored session supposes the interviews", async () => {
    at = await scored();
    const ratings = Object.entries(BASE_RATINGS).map(([question, value]) => ({ question, value }));
    expect((await suppose({ ratings })).body.result).toMatchObject({ stage: "final", score: "88.00" });
    expect((await suppose({})).body.result).toMatchObject({ stage: "provisional", score: "90.00" });
  });

  test("says whether one point or one step would flip the outcome", async () => {
    expect((await suppose({})).body.fragility).toMatchObject({ fragile: false, flips: [] });
    const near = await suppose({ points: { "calculate-total": "1.299", "unsafe-endpoint": "1" } });
    expect(near.body).toMatchObject({
      result: { score: "80.00", recommendation: "advance" },
      fragility: { fragile: true },
    });
    expect(near.body.fragility.flips).toContainEqual(
      expect.objectContaining({ change: "rating", of: "q6", from: "4", to: "3", recommendation: "review" }),
    );
    expect((await suppose({ points: { nothing: "1" } })).body.code).toBe("invalid_score_inputs");
  });
});

test("a session that is voided or withdrawn keeps its score and loses its recommendation", async () => {
  await at.person("rec_1")(
    "void-session",
    { session: at.session },
    { reason: "The interviews were recorded for another." },
  );
  await at.settle(at.session);
  expect(await resultOf(at)).toMatchObject({ score: "88.00", recommendation: null });
  expect(await verified(at)).toMatchObject({ verdict: "verified", fault: null });
  at = await scored();
  await at.candidate("withdraw-session");
  await at.settle(at.session);
  expect(await resultOf(at)).toMatchObject({ score: "90.00", recommendation: null });
  expect(await verified(at)).toMatchObject({ verdict: "verified", fault: null });
});

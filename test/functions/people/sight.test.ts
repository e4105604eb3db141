import { describe, expect, test } from "vitest";
import { type Operation, staffRoutes } from "#shared/contracts/routes.ts";
import type { Json } from "#shared/domain/foundation/json.ts";
import { BASE_RATINGS } from "#test/builders/score-inputs.ts";
import { shippedNumbers } from "#test/builders/shipped-numbers.ts";
import { cardOf, lockCard, type Scored, scored } from "./support.ts";

const ROLES = {
  int_1: ["interviewer"],
  int_2: ["interviewer"],
  int_3: ["interviewer"],
  both_1: ["interviewer", "recruiter"],
  all_1: ["admin", "recruiter", "interviewer", "reviewer", "author", "auditor"],
  rec_1: ["recruiter"],
  adm_1: ["admin"],
  aud_1: ["auditor"],
};

/** A session that needs two raters: int_1 and int_3 have locked and differ, `drafting` has a card of their own begun. */
async function rated(...drafting: string[]): Promise<Scored> {
  const policy = { ...shippedNumbers().policy, min_raters: 2 };
  const at = await scored(undefined, shippedNumbers({ policy }), ROLES);
  for (const person of drafting) await save(at, person, `Private words of ${person}.`);
  await lockCard(at, "int_1", { ...BASE_RATINGS, q3: 5 });
  await lockCard(at, "int_3", { ...BASE_RATINGS, q3: 2 });
  return at;
}

const save = (at: Scored, interviewer: string, observation = "Something.") =>
  at.person(interviewer)(
    "save-scorecard",
    { session: at.session, interviewer },
    {
      ratings: [{ question: "q1", value: 1, observation }],
    },
  );

/** What a request needs to get past its parsing; of the others the empty body is enough. */
const BODIES: { [O in Operation]?: Json } = {
  "record-consensus": { question: "q3", value: 4, reason: "We compared notes." },
  "save-scorecard": { ratings: cardOf() },
  "raise-flag": { flag: "dishonesty", observation: "So it was said." },
  "review-grade": { item: "paid-totals", points: "1", reason: "Read it.", quote: "It says so." },
  "decide-session": { outcome: "hold", reason: "Another talk." },
};

/** After these no card can come any more, and who leads reads them all. */
const ENDING: readonly Operation[] = ["finalize-session", "decide-session", "cancel-session", "void-session"];

/** Every operation of the staff's zone, what ends a session last. */
const operations = staffRoutes.toSorted(
  (a, b) => Number(ENDING.includes(a.operation)) - Number(ENDING.includes(b.operation)),
);

/** The operations that tell somebody of somebody else's card, where every route of the table is tried against it. */
async function leaks(at: Scored, person: string | undefined, secret: RegExp): Promise<string[]> {
  const named = { session: at.session, interviewer: "int_1", playbook: at.at.published.playbook.id };
  const others = { item: "paid-totals", flag: "dishonesty", endpoint: "whe_1", delivery: "dlv_1", key: "key_1" };
  const found: string[] = [];
  for (const { operation, method } of operations) {
    const body = method === "GET" ? undefined : (BODIES[operation] ?? {});
    const { text } = await at.person(person)(operation, { ...named, ...others }, body);
    if (secret.test(text)) found.push(`${operation}: ${text.match(secret)?.[0]}`);
  }
  return found;
}

const SOMEBODYS_CARD = /What was said to|"rater":"int_|We compared notes|"raters":\["int_1/;

describe("a scorecard that isn't locked", () => {
  test.each([...Object.keys(ROLES).filter((person) => person !== "int_2"), undefined])(
    "is told by no route to %s",
    async (person) => {
      const at = await rated("int_2");
      expect(await leaks(at, person, /Private words of int_2/)).toEqual([]);
    },
  );
});

describe("others' locked scorecards", () => {
  test.each([
    ["an interviewer", "int_2", []],
    ["an interviewer with a card begun", "int_2", ["int_2"]],
    ["an interviewer who is a recruiter too", "both_1", []],
    ["a person with all roles", "all_1", []],
    ["a recruiter with a card begun", "rec_1", ["rec_1"]],
    ["somebody whose roles nobody knows, with a card begun", "usr_1", ["usr_1"]],
  ])("are told by no route to %s whose own isn't locked", async (_, person, drafting) => {
    const at = await rated(...drafting);
    expect(await leaks(at, person, SOMEBODYS_CARD)).toEqual([]);
  });

  test("are told of with a way on: the own card first", async () => {
    const at = await rated();
    for (const operation of ["read-result", "read-audit", "export-bundle", "read-session-agreement"] as const) {
      expect((await at.person("both_1")(operation, { session: at.session })).body).toMatchObject({
        ...{ status: 403, code: "own_card_first" },
        detail: expect.stringContaining("Lock yours first"),
      });
    }
    expect((await at.person("both_1")("read-agreement")).body).toMatchObject({ sessions: 0, questions: [] });
    await lockCard(at, "both_1");
    expect((await at.person("both_1")("read-result", { session: at.session })).status).toBe(200);
    expect((await at.person("both_1")("read-scorecards", { session: at.session })).body.data).toHaveLength(3);
  });

  test.each(["rec_1", "adm_1", "aud_1"])("are read at once by %s, who then can't begin one", async (person) => {
    const at = await rated();
    const { body } = await at.person(person)("read-scorecards", { session: at.session });
    expect(body).toMatchObject({ hidden: 0, to_reconcile: ["q3"], progress: { locked: 2, min_raters: 2 } });
    expect(await save(at, person)).toMatchObject({ status: 403, body: { code: "forbidden" } });
  });

  test("are open to whoever interviews and leads once the result is final, who then can't begin one", async () => {
    const at = await rated();
    await at.person("rec_1")("finalize-session", { session: at.session });
    expect((await at.person("both_1")("read-result", { session: at.session })).status).toBe(200);
    expect((await save(at, "both_1")).body.code).toBe("forbidden");
    expect((await at.person("int_2")("read-scorecards", { session: at.session })).body).toMatchObject({ hidden: 2 });
    expect((await save(at, "int_2")).status).toBe(200);
  });
});

test("a consensus names whose ratings it replaces", async () => {
  const at = await rated();
  const { body } = await at.person("int_1")("record-consensus", { session: at.session }, BODIES["record-consensus"]!);
  expect(body.consensus).toMatchObject([{ question: "q3", value: 4, actor: "int_1", raters: ["int_1", "int_3"] }]);
  expect(body.to_reconcile).toEqual([]);
});

describe("the list of interviews", () => {
  test("says how far the own card and the others' are, and never the score", async () => {
    const at = await rated("int_2");
    const seen = async (person: string) => (await at.person(person)("list-interviews")).body.data;
    const common = { session: at.session, title: expect.any(String), candidate: { name: "Ada Example" } };
    expect(await seen("int_2")).toEqual([
      expect.objectContaining({ ...common, own: "draft", locked: 2, min_raters: 2 }),
    ]);
    expect(await seen("int_1")).toMatchObject([{ own: "locked" }]);
    expect(await seen("all_1")).toMatchObject([{ own: "none" }]);
    expect((await at.person("int_2")("list-interviews")).text).not.toMatch(/"score"|recommendation/);
  });

  test("holds what is scored, or what is final", async () => {
    const at = await rated();
    const count = async (status: string) =>
      (await at.ask("list-interviews", { query: { status }, headers: { authorization: `Bearer ${at.key}` } })).body.data
        .length;
    expect([await count("scored"), await count("finalized")]).toEqual([1, 0]);
    await at.person("rec_1")("finalize-session", { session: at.session });
    expect([await count("scored"), await count("finalized")]).toEqual([0, 1]);
  });
});

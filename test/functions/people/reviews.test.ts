import { beforeAll, describe, expect, test } from "vitest";
import { resolvePlaybook } from "#scripts/playbook/load.ts";
import { canonicalJson, type Json } from "#shared/domain/foundation/json.ts";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import type { AuthoredPlaybook } from "#shared/domain/playbook/schema.ts";
import { office } from "#test/builders/office.ts";
import { eventsOf, verified } from "./support.ts";

const shipped = (): AuthoredPlaybook<AnyItem> => structuredClone(resolvePlaybook("back-end-developer").authored);

/** A letter that says when and why, but not what helps meanwhile. */
const LETTER = `Hi Maya,

I promised you the fix for the double charges for today. I'm sorry: it won't be ready. It will be live on Thursday.

The cause is that two parts of our checkout both send the payment when the connection is slow.

Best regards,
Ada Example`;
const ANSWERS: { [item: string]: Json } = { "delay-email": LETTER, servers: "3" };

async function written(playbook = shipped()) {
  const company = await office({ playbook });
  return { ...company, ...(await company.taken(ANSWERS)) };
}

type Written = Awaited<ReturnType<typeof written>>;
let at: Written;
beforeAll(async () => {
  at = await written();
});

type Seen = { item: string; criteria: { id: string; max: string }[]; [field: string]: Json };
const seenBy = async (reviewer: string, { person, session }: Written = at): Promise<Seen[]> =>
  (await person(reviewer)("read-review", { session })).body.items;
const email = (items: Seen[]): Seen => items.find(({ item }) => item === "delay-email")!;

describe("the review queue", () => {
  test("holds sessions with grades that need a person, and tells nobody's name", async () => {
    const { body, text } = await at.person("rev_1")("list-reviews");
    expect(body.data).toMatchObject([{ session: at.session, playbook: "back-end-developer@1", status: "scored" }]);
    expect(body.data[0].open_reviews).toBeGreaterThan(0);
    expect(text).not.toMatch(/Ada|ada@/);
    expect((await at.person("rev_1")("list-reviews", {})).status).toBe(200);
  });

  test("logs the seed by which the sample was drawn, so that anybody can draw it again", async () => {
    const entries = await at.at.journal.read(at.session);
    const opened = entries.find(({ kind }) => kind === "review.opened")!.payload as { seed: string; items: Json[] };
    expect(opened.seed).toHaveLength(22);
    expect(opened.items).toContainEqual(expect.objectContaining({ item: "delay-email" }));
    expect(await verified(at)).toMatchObject({ verdict: "verified", fault: null });
  });
});

describe("the blind view", () => {
  test("shows the answer without name and address, and hides the machine's mark until the own one is in", async () => {
    const { text } = await at.person("rev_1")("read-review", { session: at.session });
    expect(text).not.toMatch(/Ada|Example|ada@/);
    const seen = email(await seenBy("rev_1"));
    expect(seen).toMatchObject({ max: "5", own: null, machine: null, because: null, closed: false });
    expect(seen["answer"]).toContain("Thursday");
    expect(seen.criteria.length).toBeGreaterThan(1);
  });

  test("orders the sections by the logged seed, for each reviewer another way but always the same", async () => {
    const orders = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => (await seenBy(`rev_${index}`)).map(({ item }) => item).join()),
    );
    expect(await seenBy("rev_0")).toEqual(await seenBy("rev_0"));
    const several = (await seenBy("rev_0")).length > 1;
    expect(new Set(orders).size > 1).toBe(several);
  });
});

describe("a review of a whole item", () => {
  const submit = (own: Written, marks: Json, reviewer = "rev_1", item = "delay-email") =>
    own.person(reviewer)("submit-review", { session: own.session, item }, { marks });
  const marksOf = (item: Seen, points = "0"): { [field: string]: Json }[] =>
    item.criteria.map(({ id }) => ({ criterion: id, points, reason: "Read it.", quote: "on Thursday" }));

  test("marks every criterion at once, and only then shows the machine's mark", async () => {
    const own = await written();
    const item = email(await seenBy("rev_1", own));
    expect(item).toMatchObject({ complete: false, task: { id: "delay-email" } });
    expect(item.criteria[0]).toMatchObject({ title: expect.any(String) });
    expect(item.criteria[0]).toHaveProperty("looks_for.0.title");
    const { status, body } = await submit(own, marksOf(item));
    expect(status).toBe(201);
    expect(body).toMatchObject({ complete: true, closed: true, own: { points: "0" }, machine: { points: "4" } });
    expect(body.because).toEqual(expect.any(Array));
    expect(await verified(own)).toMatchObject({ verdict: "verified", fault: null });
  });

  test("is one mark where the item has no criteria, or is judged as a whole", async () => {
    const own = await written();
    const mark = { points: "2.5", reason: "Half of it.", quote: "on Thursday" };
    expect((await submit(own, [mark])).body).toMatchObject({ complete: true, own: { points: "2.5" } });
  });

  test.each([
    ["a criterion left out", (marks: Json[]) => marks.slice(1), "invalid_grade"],
    ["a criterion twice", (marks: Json[]) => [...marks, marks[0]!], "invalid_grade"],
    ["no mark at all", () => [], "invalid_request"],
  ])("is refused with %s", async (_, change, code) => {
    const marks = change(marksOf(email(await seenBy("rev_9"))));
    expect((await submit(at, marks, "rev_9")).body.code).toBe(code);
  });

  test("is refused for an item that waits for nobody", async () => {
    const mark = { points: "1", reason: "Read it.", quote: "3" };
    const waiting = new Set((await seenBy("rev_9")).map(({ item }) => item));
    const other = at.at.published.playbook.sections.flatMap(({ items }) => items).find(({ id }) => !waiting.has(id))!;
    expect((await submit(at, [mark], "rev_9", other.id)).body.code).toBe("item_not_found");
  });
});

describe("the machine's mark of what a reviewer hasn't marked", () => {
  const MACHINES = /"grader":"written|"code":"check_|"because":\["|"spans"/;

  test("is told by none of the routes of reviewing, before and after another's mark", async () => {
    const own = await written();
    const item = email(await seenBy("rev_1", own));
    const grade = { item: "delay-email", points: "1", reason: "Read it.", quote: "on Thursday" };
    const told = async () => [
      (await own.person("rev_2")("read-review", { session: own.session })).text,
      (await own.person("rev_2")("list-reviews")).text,
    ];
    for (const text of await told()) expect(text).not.toMatch(MACHINES);
    await own.person("rev_1")("review-grade", { session: own.session }, grade);
    for (const text of await told()) expect(text).not.toMatch(MACHINES);
    expect(item.criteria.length).toBeGreaterThan(1);
  });

  test("is told criterion by criterion to whoever marks one by one", async () => {
    const own = await written();
    const [first, second] = email(await seenBy("rev_1", own)).criteria;
    const grade = { item: "delay-email", criterion: first!.id, points: "0", reason: "Read it.", quote: "on Thursday" };
    const { body, text } = await own.person("rev_1")("review-grade", { session: own.session }, grade);
    const told = (working: { data: { criterion?: string } }[]) => new Set(working.map(({ data }) => data.criterion));
    expect(told(body.previous.working)).toEqual(new Set([first!.id]));
    expect(text).not.toContain(`"criterion":"${second!.id}"`);
    const seen = email(await seenBy("rev_1", own)) as Seen & { machine: { working: []; max: string } };
    expect(seen).toMatchObject({ complete: false, machine: { max: first!.max } });
    expect(told(seen.machine.working)).toEqual(new Set([first!.id]));
  });
});

describe("a reviewer's grade", () => {
  test("of one criterion moves the points by its difference, and keeps both grades and both results", async () => {
    const own = await written();
    const before = (await own.person()("read-result", { session: own.session })).body;
    const criterion = email(await seenBy("rev_1", own)).criteria[0]!;
    const grade = {
      item: "delay-email",
      criterion: criterion.id,
      points: criterion.max,
      reason: "It is there.",
      quote: "on Thursday",
    };
    const { status, body } = await own.person("rev_1")("review-grade", { session: own.session }, grade);
    expect(status).toBe(201);
    expect(body.grade).toMatchObject({ grader: "person/1", review: { reason: "It is there.", quote: "on Thursday" } });
    expect(body.result.version).toBe(before.version + 1);
    const first = await own.person()("read-result", { session: own.session });
    expect(first.body).toMatchObject({ version: body.result.version, score: body.result.score });
    const { body: answers } = await own.person()("read-answers", { session: own.session });
    const kept = answers.answers.find(({ item }: { item: string }) => item === "delay-email");
    expect(kept.earlier).toMatchObject([{ actor: "system", grade: { grader: "written/1" } }]);
    expect(email(await seenBy("rev_1", own))).toMatchObject({ closed: true, machine: { grader: "written/1" } });
    expect(email(await seenBy("rev_2", own))).toMatchObject({ closed: true, own: null, machine: null });
    expect(eventsOf(own).at(-1)).toMatchObject({ type: "result.updated", data: { version: body.result.version } });
    const report = await verified(own);
    expect(report).toMatchObject({ verdict: "verified", fault: null, replayed: { grades_by_people: 1, results: 2 } });
  });

  test.each([
    ["too many points", { points: "6" }, "invalid_grade"],
    ["an unknown item", { item: "nothing" }, "item_not_found"],
    ["an unknown criterion", { criterion: "nothing" }, "criterion_not_found"],
    ["no reason", { reason: "" }, "invalid_request"],
    ["no quote", { quote: "" }, "invalid_request"],
    ["points that are no number", { points: "many" }, "invalid_request"],
  ])("is refused with %s", async (_, change, code) => {
    const grade = { item: "delay-email", points: "3", reason: "Read it.", quote: "on Thursday", ...change };
    expect((await at.person("rev_1")("review-grade", { session: at.session }, grade)).body.code).toBe(code);
  });
});

/** The same playbook with another key for one item, as version 2. */
function corrected(): AuthoredPlaybook<AnyItem> {
  const playbook = { ...shipped(), version: 2 };
  const servers = playbook.sections.flatMap(({ items }) => items).find(({ id }) => id === "servers") as unknown as {
    key: { value: string };
    specimens: unknown[];
  };
  servers.key.value = "3";
  servers.specimens = [];
  return playbook;
}

describe("regrading", () => {
  const regrade = (own: Written, body: { [field: string]: Json }) =>
    own.person("aut_1")(
      "regrade-sessions",
      { playbook: "back-end-developer@1" },
      {
        to: "back-end-developer@2",
        reason: "The key of the servers was wrong.",
        ...body,
      },
    );
  const publish = async (own: Written, playbook = corrected()) =>
    own.at.playbooks.publish({
      playbook,
      digest: own.at.identity.digest(canonicalJson(playbook)),
      published_at: own.at.clock.now(),
    });

  test("shows who moves before it commits, then keeps both results", async () => {
    const own = await written();
    await publish(own);
    const before = (await own.person()("read-result", { session: own.session })).body;
    const preview = await regrade(own, { commit: false });
    expect(preview.body).toMatchObject({ committed: false, moving: 1, next_cursor: null });
    expect(preview.body.data).toMatchObject([
      { session: own.session, before: { score: before.score }, moves: true, refused: null },
    ]);
    expect((await own.person()("read-result", { session: own.session })).body).toEqual(before);
    const committed = await regrade(own, { commit: true });
    expect(committed.body.data).toEqual(preview.body.data);
    const after = (await own.person()("read-result", { session: own.session })).body;
    expect(after).toMatchObject({ version: before.version + 1, score: preview.body.data[0].after.score });
    expect(after.items.find(({ id }: { id: string }) => id === "servers").points).toBe("1");
    expect((await own.person()("read-session", { session: own.session })).body).toMatchObject({
      playbook: "back-end-developer@1",
      graded_by: "back-end-developer@2",
    });
    expect((await regrade(own, { commit: true })).body.data).toEqual([]);
    expect(eventsOf(own).at(-1)).toMatchObject({ type: "result.updated" });
    const report = await verified(own);
    expect(report).toMatchObject({ verdict: "verified", fault: null, replayed: { results: 2 } });
    expect(report.session?.regraded?.playbook).toBe("back-end-developer@2");
  });

  test("keeps a person's grade of an item whose key changed", async () => {
    const own = await written();
    await publish(own);
    const grade = { item: "servers", points: "0.5", reason: "Half right.", quote: "3" };
    await own.person("rev_1")("review-grade", { session: own.session }, grade);
    expect((await regrade(own, { commit: true })).body).toMatchObject({ moving: 0 });
    expect(await verified(own)).toMatchObject({ verdict: "verified", fault: null });
  });

  test("refuses a version that asks other items, and one that isn't later", async () => {
    const own = await written();
    const playbook = corrected();
    playbook.sections[0]!.items.pop();
    await publish(own, playbook);
    const { body } = await regrade(own, { commit: true });
    expect(body).toMatchObject({
      moving: 0,
      data: [{ after: null, refused: expect.stringContaining("asks other items") }],
    });
    expect((await regrade(own, { commit: true, to: "back-end-developer@1" })).body.code).toBe("regrade_unfit");
    expect((await regrade(own, { commit: true, to: "back-end-developer@9" })).body.code).toBe("playbook_not_found");
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { systemIdentity } from "#shared/adapters/system/identity.ts";
import type { Order } from "#shared/domain/ats/order.ts";
import { verificationReport } from "#shared/domain/journal/verification-report.ts";
import { verifyChain } from "#shared/domain/journal/verify-chain.ts";
import { reconcile } from "#shared/use-cases/reconcile.ts";
import { sweep } from "#shared/use-cases/sweep.ts";
import { invitedPerson, type Known, MARKS, markedPlaybook, STEPS, stored, verifiedBundle } from "./support.ts";

const REASON = { reason: "The candidate has asked for it." };
const DAY = 86_400_000;

async function until(step: number, playbook = markedPlaybook()): Promise<Known> {
  const known = await invitedPerson(playbook);
  for (const act of STEPS.slice(0, step)) await act(known);
  return known;
}

const erase = ({ person, session }: Known) => person("adm_1")("erase-session", { session }, REASON);
const journalOf = ({ at, session }: Known) => at.tables.journals.get(session)!;

describe("erasing a session", () => {
  test("takes away at once what everybody could read, and soon what is stored", async () => {
    const known = await until(STEPS.length);
    const { person, session, settle } = known;
    expect(await erase(known)).toMatchObject({
      status: 200,
      body: { status: "erased", candidate: null, metadata: {} },
    });
    for (const operation of ["read-session", "read-audit", "read-answers", "read-flags", "read-scorecards"] as const) {
      const { text } = await person("int_1")(operation, { session });
      for (const mark of MARKS) expect(text, operation).not.toContain(mark);
    }
    await settle(session);
    const left = await stored(known);
    for (const mark of MARKS) expect(left).not.toContain(mark);
    expect(journalOf(known).filter((entry) => "payload" in entry || "salt" in entry)).toMatchObject([
      {
        kind: "session.erased",
        actor: "adm_1",
        payload: { session, ...REASON, playbook: "small@1", job: "backend-42" },
      },
      { kind: "erasure.completed" },
    ]);
  });

  test("leaves a bundle that verifies, and says what can't be computed any more", async () => {
    const known = await until(STEPS.length);
    await erase(known);
    const verification = await verifiedBundle(known);
    expect(verification).toMatchObject({ verdict: "erased", fault: null, passed: ["chain", "canonical", "signature"] });
    const words = verificationReport(verification);
    expect(words.verdict).toBe("CHAIN INTACT, REGRADE IMPOSSIBLE");
    expect(words.lines.map(({ text }) => text).join(" ")).toMatch(/erased.*can't be computed again/i);
    await known.settle(known.session);
    expect(await verifiedBundle(known)).toMatchObject({ verdict: "erased", fault: null });
  });

  test("ends the candidate's link", async () => {
    const known = await until(3);
    await known.candidate("withdraw-session");
    await erase(known);
    expect((await known.candidate("view-session")).status).toBe(401);
    expect((await known.candidate("export-own-data")).status).toBe(401);
  });

  test("is told by one event that names nobody", async () => {
    const known = await until(STEPS.length);
    await erase(known);
    await erase(known);
    const events = [...known.at.tables.events.values()].map(({ event }) => event);
    const told = events.filter(({ type }) => type === "session.erased");
    expect(told).toHaveLength(1);
    expect(JSON.parse(told[0]!.body).data).toMatchObject({
      session: known.session,
      external_id: null,
      status: "erased",
    });
  });

  test("keeps no reply that was to be given again", async () => {
    const known = await invitedPerson();
    const headers = { authorization: `Bearer ${known.key}`, "idempotency-key": "k1" };
    const body = { playbook: "small", candidate: { name: "Zaphira", email: "zaphira@example.org" } };
    const { id } = (await known.ask("create-session", { headers, body })).body;
    await known.person()("erase-session", { session: id }, REASON);
    await known.settle(id);
    expect((await known.ask("create-session", { headers, body })).body.id).not.toBe(id);
  });

  test("empties the order of an applicant tracking system, and knows its address no more", async () => {
    const known = await until(0);
    const { at, session } = known;
    const order: Order = {
      ...{ id: "ord_1", ats: "workable", key_hash: "hash", round: 1, session, callback: { url: "https://x.example" } },
      ...{ placed_at: at.clock.now(), canceled: false, told: null, told_at: null, failed: null },
    };
    await at.orders.place(order);
    const [created] = journalOf(known);
    Object.assign(created!.payload as object, { metadata: { order: "ord_1" } });
    await erase(known);
    await known.settle(session);
    expect(await at.orders.read("ord_1")).toMatchObject({ key_hash: "", callback: {}, session });
    expect(await at.orders.latest("workable", "hash")).toBeUndefined();
  });

  test("is refused while the candidate is at it, and where it was not asked for with a reason", async () => {
    const known = await until(3);
    expect(await erase(known)).toMatchObject({ status: 409, body: { code: "wrong_status" } });
    const bare = await known.person()("erase-session", { session: known.session }, {});
    expect(bare.status).toBe(400);
    const key = await known.keyWith(["sessions:write"]);
    const few = await known.person(undefined, key)("erase-session", { session: known.session }, REASON);
    expect(few).toMatchObject({ status: 403, body: { scope: "sessions:erase" } });
  });

  test("at any moment and with every step failing now and then: the chain holds and nothing of the person is left", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(STEPS.length), fc.infiniteStream(fc.nat(3)), async (step, dice) => {
        const known = await until(step);
        await known.candidate("withdraw-session");
        expect((await erase(known)).status).toBe(200);
        const cutOff = troubled(known, dice);
        for (let tries = 0; tries < 60; tries++) {
          await reconcile(cutOff)({ stream: known.session }).catch(() => undefined);
        }
        await known.settle(known.session);
        const left = await stored(known);
        for (const mark of MARKS) expect(left).not.toContain(mark);
        expect(journalOf(known).at(-1)!.kind).toBe("erasure.completed");
        expect(journalOf(known).filter(({ kind }) => kind === "erasure.completed")).toHaveLength(1);
        expect(verifyChain(journalOf(known), systemIdentity.digest)).toBeUndefined();
        expect(await verifiedBundle(known)).toMatchObject({ verdict: "erased", fault: null });
        expect((await known.at.newLog().read(known.session)).state).toMatchObject({
          status: "erased",
          candidate: null,
        });
      }),
      { numRuns: 40 },
    );
  });
});

/** One in four steps of the erasure fails. */
function troubled({ ports }: Known, dice: Iterator<number>): typeof ports {
  const fail = () => {
    if (dice.next().value === 0) throw new Error("cut off");
  };
  const failBefore =
    (work: (session: string) => Promise<void>) =>
    async (session: string): Promise<void> => {
      fail();
      await work(session);
    };
  return {
    ...ports,
    eraser: {
      async erase(stream, seqs) {
        for (const seq of seqs) {
          fail();
          await ports.eraser.erase(stream, [seq]);
        }
      },
    },
    replies: { ...ports.replies, erase: failBefore(ports.replies.erase) },
    links: { ...ports.links, forget: failBefore(ports.links.forget) },
    scorecardDrafts: { ...ports.scorecardDrafts, erase: failBefore(ports.scorecardDrafts.erase) },
  };
}

describe("a legal hold", () => {
  const hold = ({ person, session }: Known) => person("adm_1")("hold-session", { session }, { reason: "A claim." });
  const release = ({ person, session }: Known) =>
    person("adm_2")("release-session", { session }, { reason: "Settled." });

  test("keeps a session from being erased until it is released", async () => {
    const known = await until(STEPS.length);
    expect(await hold(known)).toMatchObject({ status: 200, body: { held: true } });
    expect(await erase(known)).toMatchObject({ status: 409, body: { code: "session_held" } });
    expect(await release(known)).toMatchObject({ status: 200, body: { held: false } });
    expect((await release(known)).status).toBe(200);
    expect((await erase(known)).status).toBe(200);
    expect(await hold(known)).toMatchObject({ status: 409, body: { code: "wrong_status" } });
  });

  test("also keeps it from time", async () => {
    const playbook = markedPlaybook();
    const known = await until(STEPS.length, { ...playbook, policy: { ...playbook.policy, retention_days: 30 } });
    await hold(known);
    known.at.clock.advance(31 * DAY);
    await sweep(known.ports)();
    expect(await known.person()("read-session", { session: known.session })).toMatchObject({
      body: { status: "decided", held: true, erase_at: null },
    });
    await release(known);
    await sweep(known.ports)();
    expect(await stored(known)).not.toContain(MARKS[0]);
  });

  test("is part of a journal that verifies", async () => {
    const known = await until(STEPS.length);
    await hold(known);
    await release(known);
    expect(await verifiedBundle(known)).toMatchObject({ verdict: "verified" });
  });
});

describe("the time for which sessions are kept", () => {
  const shown = async ({ person, session }: Known) => (await person()("read-session", { session })).body;

  test("comes from the playbook, or from the company's settings, or isn't set", async () => {
    const { person, session } = await until(0);
    expect((await person()("read-session", { session })).body.erase_at).toBeNull();
    const settings = await person()("change-retention-settings", {}, { days: 180 });
    expect(settings).toMatchObject({ status: 200, body: { retention: { days: 180 } } });
    const invitation = { playbook: "small", candidate: { name: "B", email: "b@example.com" } };
    const { id } = (await person()("create-session", {}, invitation)).body;
    const canceled = await person()("cancel-session", { session: id });
    expect(Date.parse(canceled.body.erase_at) - Date.parse(canceled.body.updated_at)).toBe(180 * DAY);
  });

  test("runs from the session's last status on, and then everything is erased by itself", async () => {
    const playbook = markedPlaybook();
    const known = await until(STEPS.length, { ...playbook, policy: { ...playbook.policy, retention_days: 30 } });
    const { erase_at, decided_at } = await shown(known);
    expect(Date.parse(erase_at) - Date.parse(decided_at)).toBe(30 * DAY);
    known.at.clock.advance(30 * DAY - 1_000);
    await sweep(known.ports)();
    expect(await shown(known)).toMatchObject({ status: "decided" });
    known.at.clock.advance(1_000);
    await sweep(known.ports)();
    expect(await stored(known)).not.toContain(MARKS[0]);
    expect(await shown(known)).toMatchObject({ status: "erased", erased_at: erase_at, erase_at: null });
    expect(journalOf(known).at(-2)).toMatchObject({ kind: "session.erased", actor: "system" });
    expect(await known.at.index.due(known.at.clock.now(), 10)).toEqual([]);
  });
});

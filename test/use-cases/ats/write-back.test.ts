import { describe, expect, test } from "vitest";
import { listOrders } from "#shared/use-cases/ats/list-orders.ts";
import { tellAgain } from "#shared/use-cases/ats/tell-again.ts";
import { cancelSession } from "#shared/use-cases/cancel-session.ts";
import { gradeSmall, takeSmall } from "#test/builders/scored-order.ts";
import { sendingDesk } from "#test/builders/sending-desk.ts";
import ashby from "#test/functions/ats/recorded/ashby.json" with { type: "json" };
import greenhouse from "#test/functions/ats/recorded/greenhouse.json" with { type: "json" };

const HOUR = 3_600_000;

async function ordered() {
  const world = await sendingDesk();
  await world.set("ashby", { credential: "secret" });
  const { json } = await world.call("ashby-start-assessment", { body: ashby["assessment.start"] });
  const order = json.results.assessment_id as string;
  const { session } = (await world.at.orders.read(order))!;
  await world.dispatch(session);
  return { ...world, order, session };
}

const bodies = (calls: { body: string }[]) => calls.map(({ body }) => (body ? JSON.parse(body) : null));

describe("an order's progress", () => {
  test("is written back as it changes, its making apart, and no state twice", async () => {
    const world = await ordered();
    expect(world.calls).toEqual([]);
    await takeSmall(world.at, world.session);
    await world.dispatch(world.session);
    await gradeSmall(world.at, world.session);
    await world.dispatch(world.session);
    await world.dispatch(world.session);
    const told = bodies(world.calls).map((body) => body.assessment_status?.value ?? body.assessment_result?.value);
    expect(told).toEqual(["Submitted", 66.67]);
    expect(world.calls.every(({ url }) => url === "https://api.ashbyhq.com/assessment.update")).toBe(true);
  });

  test("mails the candidate once, and tells them when it arrived", async () => {
    const world = await ordered();
    await takeSmall(world.at, world.session);
    await world.dispatch(world.session);
    expect(world.mailer.sent.map(({ subject }) => subject.split(":")[0])).toEqual([
      "Example Company invites you to an assessment",
      "We have your assessment",
    ]);
  });

  test("is told later where the system fails, as it then stands", async () => {
    const world = await ordered();
    world.answer(503, 429);
    await takeSmall(world.at, world.session);
    await world.dispatch(world.session);
    await gradeSmall(world.at, world.session);
    for (let round = 0; round < 6; round++) {
      world.at.clock.advance(HOUR);
      await world.sweep();
    }
    expect(bodies(world.calls).at(-1).assessment_result.value).toBe(66.67);
    const states = [...world.at.errands.all.values()]
      .filter(({ task }) => task.kind === "ats")
      .map(({ state }) => state);
    expect(states).not.toContain("waiting");
    expect(states).toContain("done");
  });

  test("is not told again to a system that says no for good", async () => {
    const world = await ordered();
    world.answer(404);
    await cancelSession(world.at)({ session: world.session, reason: null, actor: "key_1" });
    await world.dispatch(world.session);
    world.at.clock.advance(24 * HOUR);
    await world.sweep();
    expect(world.calls).toHaveLength(1);
  });

  test("is not told to the system that took the order back itself", async () => {
    const world = await ordered();
    await world.call("ashby-cancel-assessment", { body: { assessment_id: world.order } });
    await world.dispatch(world.session);
    expect(world.calls).toEqual([]);
  });

  test("reaches Greenhouse as a PATCH without a body, once there is a report", async () => {
    const world = await sendingDesk();
    await world.set("greenhouse", { credential: "key" });
    const { json } = await world.call("greenhouse-send-test", { body: greenhouse.send_test });
    const { session } = (await world.at.orders.read(json.partner_interview_id))!;
    await takeSmall(world.at, session);
    await world.dispatch(session);
    expect(world.calls).toEqual([]);
    await gradeSmall(world.at, session);
    await world.dispatch(session);
    expect(world.calls).toEqual([
      {
        method: "PATCH",
        url: greenhouse.send_test.url,
        headers: { authorization: `Basic ${btoa("key:")}` },
        body: "",
      },
    ]);
  });

  test("of a session that only claims an order's id is told to nobody", async () => {
    const world = await ordered();
    const claims = { playbook: "small", candidate: { name: "Eve", email: "eve@example.com" }, actor: "key_1" };
    const { createSession } = await import("#shared/use-cases/create-session.ts");
    const { id } = await createSession(world.at)({ ...claims, metadata: { order: world.order, ats: "ashby" } });
    await cancelSession(world.at)({ session: id, reason: null, actor: "key_1" });
    await world.dispatch(id);
    expect(world.calls).toEqual([]);
  });
});

describe("what staff see of orders", () => {
  const only = async ({ at }: Awaited<ReturnType<typeof ordered>>) => (await listOrders(at)({})).data[0]!;

  test("is which session each has led to, and what its system was told last", async () => {
    const world = await ordered();
    const { order: id, session } = world;
    const shown = { id, ats: "ashby", session, round: 1, canceled: false };
    expect(await only(world)).toMatchObject({ ...shown, status: "invited", told: null, failed: null });
    await takeSmall(world.at, session);
    await gradeSmall(world.at, session);
    world.at.clock.advance(1_000);
    await world.dispatch(session);
    const told = { at: world.at.clock.now(), text: "scored 66.67" };
    expect(await only(world)).toMatchObject({ status: "scored", told: { ...told, text: expect.any(String) } });
    expect((await only(world)).told!.text).toContain("66.67");
    expect(JSON.stringify(await only(world))).not.toMatch(/key_hash|callback|Harry|@/);
  });

  test("is why a system wasn't told, until it is told again", async () => {
    const world = await ordered();
    world.answer(422);
    await cancelSession(world.at)({ session: world.session, reason: null, actor: "key_1" });
    await world.dispatch(world.session);
    expect(await only(world)).toMatchObject({ status: "canceled", told: null, failed: { error: "status 422" } });
    const again = async () => {
      await tellAgain(world.at)({ order: world.order });
      for (const errand of world.at.errandRuns.woken.splice(0)) await world.deliver({ errand });
      world.at.clock.advance(1_000);
    };
    await again();
    expect(await only(world)).toMatchObject({ told: { text: "canceled" }, failed: null });
    await again();
    expect(bodies(world.calls).map(({ cancelled_reason }) => cancelled_reason.value)).toEqual(
      Array(3).fill("canceled"),
    );
  });

  test("can be told of no order that isn't there, and to no system whose credential is missing", async () => {
    const world = await ordered();
    await expect(tellAgain(world.at)({ order: "ord_none" })).rejects.toMatchObject({ code: "order_not_found" });
    await world.set("ashby", { credential: null });
    await expect(tellAgain(world.at)({ order: world.order })).rejects.toMatchObject({ code: "not_connected" });
  });
});

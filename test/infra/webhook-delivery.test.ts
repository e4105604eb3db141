import { readFileSync } from "node:fs";
import validate from "asl-validator";
import { describe, expect, test } from "vitest";
import { deliveryFunction } from "#functions/delivery/deliver.ts";
import { settableClock } from "#shared/adapters/memory/clock.ts";
import { GAPS } from "#shared/domain/events/schedule.ts";
import type { Round } from "#shared/ports/webhooks.ts";
import { enableWebhookEndpoint } from "#shared/use-cases/change-webhook-endpoint.ts";
import { recoverDeliveries } from "#shared/use-cases/recover-deliveries.ts";
import { type Behaviour, deliveryWorld } from "#test/builders/delivery-world.ts";
import { harness, MACHINE, START } from "#test/local/states/harness.ts";

const file = new URL("../../infra/state-machines/webhook-delivery.asl.json", import.meta.url);
const document = JSON.parse(readFileSync(file, "utf8"));
const HOUR = 3_600_000;

/** The deployed document and the deployed function, with a world of receivers; time passes for all of them at once. */
async function deployed() {
  const world = deliveryWorld();
  const started = new Set<string>();
  const machine = harness(document, {
    perform: async ({ request }) => {
      follow();
      return { Payload: await call(request["Payload"]), StatusCode: 200 };
    },
  });
  const clock = settableClock(new Date(START).toISOString());
  const follow = () => clock.set(new Date(machine.clock.now()).toISOString());
  const retries = {
    start: async (round: Round) => {
      const name = `${round.delivery}-${round.round}`;
      if (!started.has(name)) machine.engine.start(MACHINE, round, name);
      started.add(name);
    },
  };
  const ports = { ...world.ports, clock, retries };
  const call = deliveryFunction({ ...ports, sender: { send: (request) => sendAt(clock.now(), request) } }, () => {});
  const sent: { hours: number; sequence: number }[] = [];
  const sendAt = async (at: string, request: Parameters<Behaviour>[0]) => {
    sent.push({ hours: (Date.parse(at) - START) / HOUR, sequence: JSON.parse(request.body).data.sequence });
    return { ...(await world.ports.sender.send(request)), at };
  };
  const { id } = await world.endpoint();
  return {
    world,
    ports,
    id,
    sent,
    raise: async (sequence: number) => {
      follow();
      world.raise("session.scored", sequence);
      await call({ dispatch: "ses_1" });
    },
    untilHour: async (hours: number) => {
      await machine.clock.advanceTo(START + hours * HOUR);
      follow();
    },
    states: async () => (await ports.deliveries.list(id, { limit: 100 })).data.map(({ state }) => state),
  };
}

type Deployed = Awaited<ReturnType<typeof deployed>>;
const gapsOf = ({ sent }: Deployed, sequence: number): number[] => {
  const times = sent.filter((each) => each.sequence === sequence).map(({ hours }) => hours * 3600);
  return times.slice(1).map((time, index) => time - times[index]!);
};

describe("the state machine of webhook delivery", () => {
  test("is a valid document", () => {
    expect(validate(document)).toMatchObject({ isValid: true });
  });

  test("makes ten attempts, at once and after the gaps of the contract, each moved by at most a fifth", async () => {
    const at = await deployed();
    at.world.receiversAnswer(() => 503);
    await at.raise(1);
    expect(at.sent).toEqual([{ hours: 0, sequence: 1 }]);
    await at.untilHour(119);
    const gaps = gapsOf(at, 1);
    expect(gaps).toHaveLength(GAPS.length);
    for (const [index, gap] of gaps.entries()) expect(Math.abs(gap / GAPS[index]! - 1)).toBeLessThanOrEqual(0.2001);
    expect(await at.states()).toEqual(["failed"]);
    expect(await at.world.ports.endpoints.read(at.id)).toMatchObject({ enabled: true });
  });

  test("ends with the first success", async () => {
    const at = await deployed();
    at.world.receiversAnswer(() => 503);
    await at.raise(1);
    await at.untilHour(0.05);
    at.world.receiversAnswer(() => 200);
    await at.untilHour(100);
    expect(at.sent).toHaveLength(3);
    expect(await at.states()).toEqual(["delivered"]);
  });

  test("honours Retry-After up to twice the next gap", async () => {
    const at = await deployed();
    at.world.receiversAnswer(() => ({ status: 503, retryAfter: at.sent.length === 2 ? 500 : 86_400 }));
    await at.raise(1);
    await at.untilHour(10);
    expect(gapsOf(at, 1).slice(0, 4)).toEqual([10, 500, 3_600, 4 * 3_600]);
  });

  test("stops at 410; what comes meanwhile is skipped, and recovered in order once the endpoint is enabled", async () => {
    const at = await deployed();
    at.world.receiversAnswer(() => 410);
    await at.raise(1);
    for (const sequence of [2, 3]) await at.raise(sequence);
    await at.untilHour(100);
    expect(at.sent).toHaveLength(1);
    expect(await at.world.ports.endpoints.read(at.id)).toMatchObject({ enabled: false, disabled_reason: "gone" });
    expect((await at.states()).sort()).toEqual(["failed", "skipped", "skipped"]);

    at.world.receiversAnswer(() => 200);
    await enableWebhookEndpoint(at.ports)({ endpoint: at.id, actor: "key_1" });
    const range = { endpoint: at.id, since: new Date(START - HOUR).toISOString(), actor: "key_1" };
    const recover = recoverDeliveries(at.ports);
    expect(await recover(range)).toEqual({ recovered: 3, next_since: null });
    expect(await recover(range)).toEqual({ recovered: 3, next_since: null });
    await at.untilHour(101);
    expect(at.sent.slice(1).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(await at.states()).toEqual(["delivered", "delivered", "delivered"]);
    expect(await recover(range)).toEqual({ recovered: 0, next_since: null });
  });

  test("a recovered delivery that fails again has its ten attempts", async () => {
    const at = await deployed();
    at.world.receiversAnswer(() => 410);
    await at.raise(1);
    at.world.receiversAnswer(() => ({ error: "timeout" }));
    await enableWebhookEndpoint(at.ports)({ endpoint: at.id, actor: "key_1" });
    await recoverDeliveries(at.ports)({ endpoint: at.id, since: new Date(START).toISOString(), actor: "key_1" });
    await at.untilHour(119);
    expect(at.sent).toHaveLength(1 + 10);
    expect(await at.states()).toEqual(["failed"]);
  });

  test("120 hours of nothing but failures disable the endpoint, and what was waiting is skipped", async () => {
    const at = await deployed();
    at.world.receiversAnswer(() => 500);
    // The first two have made their ten attempts by then, however chance moves them; the others never come to it.
    for (const hour of [0, 20, 70, 90]) {
      await at.untilHour(hour);
      await at.raise(hour + 1);
    }
    await at.untilHour(119.9);
    expect(await at.ports.endpoints.read(at.id)).toMatchObject({ enabled: true });
    await at.untilHour(200);
    expect(await at.ports.endpoints.read(at.id)).toMatchObject({ enabled: false, disabled_reason: "failing" });
    expect(at.sent.filter(({ hours }) => hours > 120)).toHaveLength(1);
    expect((await at.states()).sort()).toEqual(["failed", "failed", "skipped", "skipped"]);
  });
});

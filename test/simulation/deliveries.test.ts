import { describe, expect, test } from "vitest";
import { wants } from "#shared/domain/events/matching.ts";
import { attemptDelivery } from "#shared/use-cases/attempt-delivery.ts";
import { type DispatchPorts, newDelivery } from "#shared/use-cases/dispatch-events.ts";
import { type DeliveryOptions, simulateDeliveries } from "./deliveries.ts";

const RUNS = 1_000;

describe("events, while processes end anywhere between commit, fan-out and send", () => {
  test(`are lost, invented and turned round never, ${RUNS} times over`, { timeout: 120_000 }, async () => {
    let [arrived, crashes] = [0, 0];
    for (let seed = 0; seed < RUNS; seed++) {
      const run = await simulateDeliveries({ seed });
      expect(run.broken, `seed ${seed}`).toEqual([]);
      arrived += run.arrived;
      crashes += run.crashes;
    }
    expect(crashes).toBeGreaterThan(RUNS);
    expect(arrived).toBeGreaterThan(RUNS * 10);
  });
});

describe("a dispatcher that breaks its word is caught", () => {
  const broken = async (options: Omit<DeliveryOptions, "seed">): Promise<string[]> => {
    const found: string[] = [];
    for (let seed = 0; seed < 40; seed++) {
      found.push(...(await simulateDeliveries({ ...options, seed })).broken);
    }
    return found;
  };

  /** One event after the other, each to one endpoint after the other. */
  const naive =
    (way: { closesFirst?: true; leavesWhatIsTaken?: true }) =>
    (ports: DispatchPorts) =>
    async ({ stream }: { stream: string }) => {
      const [events, endpoints] = [await ports.outbox.open(stream), await ports.endpoints.list()];
      await ports.feed.publish(events);
      for (const event of events) {
        if (way.closesFirst) await ports.outbox.close(event);
        for (const endpoint of endpoints.filter(({ events: patterns }) => wants(patterns, event.type))) {
          const delivery = newDelivery(event, endpoint, { digest: ports.identity.digest, now: ports.clock.now() });
          const ours = await ports.deliveries.create(delivery);
          if (ours || !way.leavesWhatIsTaken) await attemptDelivery(ports)({ delivery: delivery.id });
        }
        await ports.outbox.close(event);
      }
    };

  test("one that closes events before it sends them", async () => {
    expect((await broken({ dispatch: naive({ closesFirst: true }) })).join()).toMatch(/never got/);
  });

  test("one that overtakes what another run has taken on", async () => {
    expect((await broken({ dispatch: naive({ leavesWhatIsTaken: true }) })).join()).toMatch(/first got/);
  });

  test.each<[string, (ports: DispatchPorts) => Partial<DispatchPorts>, RegExp]>([
    [
      "one that takes events as they come",
      ({ outbox }) => ({ outbox: altered(outbox, { open: async (stream) => (await outbox.open(stream)).reverse() }) }),
      /first got/,
    ],
    ["one that schedules no retries", () => ({ retries: { start: async () => undefined } }), /never got/],
    [
      "one that asks nobody what they want",
      ({ endpoints }) => {
        const list = async () => (await endpoints.list()).map((endpoint) => ({ ...endpoint, events: ["*"] }));
        return { endpoints: altered(endpoints, { list }) };
      },
      /isn't due/,
    ],
    [
      "one that keeps no record of what it has taken on",
      ({ deliveries }) => ({ deliveries: altered(deliveries, { create: async () => true }) }),
      /never got/,
    ],
  ])("%s", async (_, members, words) => {
    const tamper = (ports: DispatchPorts): DispatchPorts => ({ ...ports, ...members(ports) });
    expect((await broken({ tamper })).join()).toMatch(words);
  });
});

/** A port with some of its members replaced; the troubled ones can't be copied. */
const altered = <P extends object>(port: P, members: Partial<P>): P =>
  new Proxy(port, { get: (target, name) => Reflect.get(name in members ? members : target, name) });

import { readFileSync } from "node:fs";
import validate from "asl-validator";
import { describe, expect, test } from "vitest";
import { GAPS } from "#shared/domain/events/schedule.ts";
import { attemptDelivery } from "#shared/use-cases/attempt-delivery.ts";
import { dispatchEvents } from "#shared/use-cases/dispatch-events.ts";
import { deliveryWorld } from "#test/builders/delivery-world.ts";
import { harness, MACHINE, START } from "#test/local/states/harness.ts";

const file = new URL("../../infra/state-machines/webhook-delivery.asl.json", import.meta.url);
const document = JSON.parse(readFileSync(file, "utf8"));

/** The document with a world of receivers behind its function; time passes for both at once. */
async function failedDelivery() {
  const world = deliveryWorld();
  const { id } = await world.endpoint();
  world.receiversAnswer(() => 503);
  world.raise("session.scored", 9);
  await dispatchEvents(world.ports)({ stream: "ses_1" });
  const [delivery] = (await world.ports.deliveries.list(id, { limit: 1 })).data;
  const input = { delivery: delivery!.id, seconds: world.scheduled.get(delivery!.id)! };
  const attempt = attemptDelivery(world.ports);
  const attempts: number[] = [];
  const machine = harness(document, {
    perform: async ({ request }) => {
      attempts.push(machine.clock.now() - START);
      const event = request["Payload"] as { attempt: string };
      return { Payload: await attempt({ delivery: event.attempt }), StatusCode: 200 };
    },
  });
  return { world, machine, input, attempts };
}

describe("the state machine of webhook delivery", () => {
  test("is a valid document", () => {
    expect(validate(document)).toMatchObject({ isValid: true });
  });

  test("waits as long as each attempt says, and ends after the tenth", async () => {
    const { machine, input, attempts, world } = await failedDelivery();
    const { arn } = machine.engine.start(MACHINE, input, input.delivery);
    await machine.clock.advanceTo(START + 100 * 3_600_000);
    expect(machine.engine.describe(arn).status).toBe("SUCCEEDED");
    expect(attempts).toHaveLength(9);
    const gaps = attempts.map((at, index) => (at - (attempts[index - 1] ?? 0)) / 1000);
    for (const [index, gap] of gaps.entries()) expect(Math.abs(gap / GAPS[index]! - 1)).toBeLessThanOrEqual(0.21);
    expect((await world.ports.deliveries.read(input.delivery))?.state).toBe("failed");
  });

  test("ends with the first success", async () => {
    const { machine, input, attempts, world } = await failedDelivery();
    const { arn } = machine.engine.start(MACHINE, input, input.delivery);
    await machine.clock.advanceTo(START + 600_000);
    world.receiversAnswer(() => 200);
    await machine.clock.advanceTo(START + 3_600_000);
    expect(machine.engine.describe(arn).status).toBe("SUCCEEDED");
    expect(attempts).toHaveLength(3);
    expect((await world.ports.deliveries.read(input.delivery))?.state).toBe("delivered");
  });
});

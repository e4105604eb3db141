import { Webhook } from "standardwebhooks";
import { describe, expect, test, vi } from "vitest";
import { GAPS } from "#shared/domain/events/schedule.ts";
import { attemptDelivery } from "#shared/use-cases/attempt-delivery.ts";
import { deleteWebhookEndpoint } from "#shared/use-cases/delete-webhook-endpoint.ts";
import { dispatchEvents } from "#shared/use-cases/dispatch-events.ts";
import { listWebhookEndpoints } from "#shared/use-cases/list-webhook-endpoints.ts";
import { testWebhookEndpoint } from "#shared/use-cases/test-webhook-endpoint.ts";
import { deliveryWorld } from "#test/builders/delivery-world.ts";

type World = ReturnType<typeof deliveryWorld>;
const dispatch = (world: World, stream = "ses_1") => dispatchEvents(world.ports)({ stream });
const deliveriesOf = async (world: World, endpoint: string) =>
  (await world.ports.deliveries.list(endpoint, { limit: 100 })).data;
const HOUR = 3_600_000;

/** Plays the state machine: waits and tries again until the delivery is over. */
async function retryToTheEnd(world: World, delivery: string): Promise<number[]> {
  const waits: number[] = [];
  let seconds = world.scheduled.get(delivery)!;
  for (;;) {
    waits.push(seconds);
    world.ports.clock.advance(seconds * 1000);
    const next = await attemptDelivery(world.ports)({ delivery });
    if (next.done) return waits;
    seconds = next.seconds;
  }
}

describe("endpoints", () => {
  test("show their secret once, and are written into the organisation's journal", async () => {
    const world = deliveryWorld();
    const created = await world.endpoint();
    expect(created).toMatchObject({
      enabled: true,
      events: ["*"],
      description: null,
      url: "https://hooks.example.com/in",
    });
    expect(Buffer.from(created.secret.replace("whsec_", ""), "base64")).toHaveLength(24);
    const { data } = await listWebhookEndpoints(world.ports)();
    expect(data).toEqual([expect.not.objectContaining({ secret: expect.anything(), secrets: expect.anything() })]);
    expect(await world.kindsInJournal()).toEqual(["webhook_endpoint.created"]);
  });

  test("at a private address are refused, and nothing is written", async () => {
    const world = deliveryWorld();
    await expect(world.endpoint("https://private.example.com/")).rejects.toMatchObject({ code: "address_refused" });
    expect(await world.kindsInJournal()).toEqual([]);
  });

  test("that are removed get nothing more, also of what was waiting", async () => {
    const world = deliveryWorld();
    const { id } = await world.endpoint();
    world.receiversAnswer(() => 500);
    world.raise("session.started", 2);
    await dispatch(world);
    await deleteWebhookEndpoint(world.ports)({ endpoint: id, actor: "key_1" });
    const [waiting] = await deliveriesOf(world, id);
    expect(await attemptDelivery(world.ports)({ delivery: waiting!.id })).toEqual({ done: true, seconds: 0 });
    expect((await world.ports.deliveries.read(waiting!.id))?.state).toBe("skipped");
    expect(world.sent).toHaveLength(1);
    await expect(deleteWebhookEndpoint(world.ports)({ endpoint: id, actor: "key_1" })).rejects.toMatchObject({
      code: "endpoint_not_found",
    });
  });

  test("are tested with a ping, whatever they want", async () => {
    const world = deliveryWorld();
    const { id, secret } = await world.endpoint("https://hooks.example.com/in", ["session.scored"]);
    const answer = await testWebhookEndpoint(world.ports)({ endpoint: id });
    expect(answer).toMatchObject({ type: "ping", event: expect.stringMatching(/^evt_/) });
    for (const delivery of world.ports.attempts.woken) await attemptDelivery(world.ports)({ delivery });
    expect(world.sent).toHaveLength(1);
    expect(JSON.parse(world.sent[0]!.body)).toMatchObject({ type: "ping", data: { endpoint: id } });
    vi.setSystemTime(new Date(world.sent[0]!.at));
    expect(() => new Webhook(secret).verify(world.sent[0]!.body, world.sent[0]!.headers)).not.toThrow();
    vi.useRealTimers();
  });
});

describe("dispatch", () => {
  test("sends each open event once to each endpoint that wants it, in the events' order", async () => {
    const world = deliveryWorld();
    await world.endpoint("https://a.example.com/", ["*"]);
    await world.endpoint("https://b.example.com/", ["session.scored"]);
    for (const [index, type] of (["session.started", "session.submitted", "session.scored"] as const).entries()) {
      world.raise(type, index + 1);
    }
    await Promise.all([dispatch(world), dispatch(world), dispatch(world)]);
    await dispatch(world);
    const to = (url: string) =>
      world.sent.filter((request) => request.url === url).map(({ body }) => JSON.parse(body).data.sequence);
    expect([to("https://a.example.com/"), to("https://b.example.com/")]).toEqual([[1, 2, 3], [3]]);
    expect(await world.ports.outbox.open("ses_1")).toEqual([]);
  });

  test("isn't held up by a receiver that hangs", async () => {
    const world = deliveryWorld();
    const { id } = await world.endpoint();
    const hanging = vi.spyOn(world.ports.sender, "send").mockReturnValueOnce(new Promise(() => undefined));
    world.raise("session.started", 1);
    world.raise("session.submitted", 2);
    void dispatch(world);
    await vi.waitFor(async () =>
      expect((await deliveriesOf(world, id)).map(({ state }) => state).sort()).toEqual(["delivered", "pending"]),
    );
    expect(hanging).toHaveBeenCalledTimes(2);
  });

  test("takes up what a crash left between the delivery and its first attempt", async () => {
    const world = deliveryWorld();
    await world.endpoint();
    world.raise("session.started", 1);
    const crash = vi.spyOn(world.ports.sender, "send").mockRejectedValueOnce(new Error("crash"));
    await expect(dispatch(world)).rejects.toThrow(AggregateError);
    await dispatch(world);
    expect(crash).toHaveBeenCalledTimes(1);
    world.ports.clock.advance(61_000);
    await dispatch(world);
    expect(world.sent).toHaveLength(1);
    expect(await world.ports.outbox.open("ses_1")).toEqual([]);
  });

  test("takes up what a crash left between the first attempt and its retries", async () => {
    const world = deliveryWorld();
    const { id } = await world.endpoint();
    world.receiversAnswer(() => 503);
    world.raise("session.started", 1);
    vi.spyOn(world.ports.retries, "start").mockRejectedValueOnce(new Error("crash"));
    await expect(dispatch(world)).rejects.toThrow(AggregateError);
    expect(world.scheduled.size).toBe(0);
    await dispatch(world);
    expect([...world.scheduled.keys()]).toEqual((await deliveriesOf(world, id)).map((delivery) => delivery.id));
    expect(world.sent).toHaveLength(1);
  });
});

describe("retries", () => {
  test("ten attempts with the same id and body, each signed anew, then it has failed", async () => {
    const world = deliveryWorld();
    const { id, secret } = await world.endpoint();
    world.receiversAnswer(() => 500);
    world.raise("session.started", 1);
    await dispatch(world);
    const [delivery] = await deliveriesOf(world, id);
    const waits = await retryToTheEnd(world, delivery!.id);
    expect(waits).toHaveLength(9);
    for (const [index, seconds] of waits.entries()) {
      expect(Math.abs(seconds - GAPS[index]!)).toBeLessThanOrEqual(GAPS[index]! * 0.2 + 1);
    }
    expect(new Set(world.sent.map(({ body, headers }) => `${headers["webhook-id"]} ${body}`)).size).toBe(1);
    expect(new Set(world.sent.map(({ headers }) => headers["webhook-signature"])).size).toBe(10);
    for (const { at, body, headers } of world.sent) {
      vi.setSystemTime(new Date(at));
      expect(() => new Webhook(secret).verify(body, headers)).not.toThrow();
    }
    vi.useRealTimers();
    expect(await world.ports.deliveries.read(delivery!.id)).toMatchObject({
      state: "failed",
      attempts: { length: 10 },
    });
  });

  test.each([
    ["a redirect", 302],
    ["a receiver's error", 500],
    ["a refusal", 404],
  ])("%s is a failure, and a success ends it", async (_, status) => {
    const world = deliveryWorld();
    const { id } = await world.endpoint();
    world.receiversAnswer(() => status);
    world.raise("session.started", 1);
    await dispatch(world);
    world.receiversAnswer(() => 204);
    const [delivery] = await deliveriesOf(world, id);
    expect(await retryToTheEnd(world, delivery!.id)).toHaveLength(1);
    expect((await world.ports.deliveries.read(delivery!.id))?.state).toBe("delivered");
    expect((await world.ports.endpoints.read(id))?.failing_since).toBeNull();
  });

  test("Retry-After moves the next attempt", async () => {
    const world = deliveryWorld();
    await world.endpoint();
    world.receiversAnswer(() => ({ status: 429, retryAfter: 9 }));
    world.raise("session.started", 1);
    await dispatch(world);
    expect([...world.scheduled.values()]).toEqual([9]);
  });
});

describe("an endpoint that can't or won't", () => {
  test("answers 410: it is disabled at once, the others are told, and later events are kept as skipped", async () => {
    const world = deliveryWorld();
    const { id } = await world.endpoint("https://gone.example.com/");
    await world.endpoint("https://b.example.com/", ["webhook_endpoint.*"]);
    world.receiversAnswer(({ url }) => (url.includes("gone") ? 410 : 200));
    world.raise("session.started", 1);
    await dispatch(world);
    world.raise("session.submitted", 2);
    await dispatch(world);
    expect(await world.ports.endpoints.read(id)).toMatchObject({ enabled: false, disabled_reason: "gone" });
    expect((await deliveriesOf(world, id)).map(({ state }) => state).sort()).toEqual(["failed", "skipped"]);
    expect(world.scheduled.size).toBe(0);
    expect((await world.kindsInJournal()).at(-1)).toBe("webhook_endpoint.disabled");
    await dispatch(world, "org");
    expect(JSON.parse(world.sent.at(-1)!.body)).toMatchObject({
      type: "webhook_endpoint.disabled",
      data: { endpoint: id, reason: "gone" },
    });
    expect(world.sent.at(-1)!.url).toBe("https://b.example.com/");
  });

  test("fails for 120 hours with no success between: it is disabled once", async () => {
    const world = deliveryWorld();
    const { id } = await world.endpoint();
    world.receiversAnswer(() => ({ error: "timeout" }));
    for (let hour = 0, sequence = 1; hour <= 120; hour += 24, sequence++) {
      world.raise("session.started", sequence);
      await dispatch(world);
      expect((await world.ports.endpoints.read(id))?.enabled).toBe(hour < 120);
      world.ports.clock.advance(24 * HOUR);
    }
    world.raise("session.started", 99);
    await dispatch(world);
    expect((await world.kindsInJournal()).filter((kind) => kind === "webhook_endpoint.disabled")).toHaveLength(1);
  });

  test("a success in between starts the count anew", async () => {
    const world = deliveryWorld();
    const { id } = await world.endpoint();
    for (let day = 0; day < 10; day++) {
      world.receiversAnswer(() => (day === 4 ? 200 : 500));
      world.raise("session.started", day + 1);
      await dispatch(world);
      world.ports.clock.advance(24 * HOUR);
    }
    expect((await world.ports.endpoints.read(id))?.enabled).toBe(true);
  });
});

import { Webhook } from "standardwebhooks";
import { describe, expect, test, vi } from "vitest";
import { changeWebhookEndpoint, enableWebhookEndpoint } from "#shared/use-cases/change-webhook-endpoint.ts";
import { dispatchEvents } from "#shared/use-cases/dispatch-events.ts";
import { listDeliveries } from "#shared/use-cases/list-deliveries.ts";
import { readWebhookEndpoint } from "#shared/use-cases/read-webhook-endpoint.ts";
import { readWebhookKeys } from "#shared/use-cases/read-webhook-keys.ts";
import { recoverDeliveries } from "#shared/use-cases/recover-deliveries.ts";
import { resendDelivery, sendAgain } from "#shared/use-cases/resend-delivery.ts";
import { rotateWebhookSecret } from "#shared/use-cases/rotate-webhook-secret.ts";
import { testWebhookEndpoint } from "#shared/use-cases/test-webhook-endpoint.ts";
import { deliveryWorld } from "#test/builders/delivery-world.ts";

type World = ReturnType<typeof deliveryWorld>;
const actor = "key_1";
const HOUR = 3_600_000;

const raise = async (world: World, sequence: number) => {
  world.raise("session.scored", sequence);
  await dispatchEvents(world.ports)({ stream: "ses_1" });
};
const deliveriesOf = async (world: World, endpoint: string) => (await listDeliveries(world.ports)({ endpoint })).data;

function isVerified(secret: string, { at, body, headers }: World["sent"][number]): boolean {
  vi.setSystemTime(new Date(at));
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  } finally {
    vi.useRealTimers();
  }
}

describe("an endpoint", () => {
  test("is changed where something is given and nowhere else", async () => {
    const world = deliveryWorld();
    const { id } = await world.endpoint("https://a.example.com/", ["session.*"]);
    const change = changeWebhookEndpoint(world.ports);
    const changed = await change({ endpoint: id, url: "https://b.example.com/", description: "The ATS", actor });
    expect(changed).toMatchObject({ url: "https://b.example.com/", description: "The ATS", events: ["session.*"] });
    expect(await change({ endpoint: id, events: ["*"], description: null, actor })).toMatchObject({
      url: "https://b.example.com/",
      description: null,
      events: ["*"],
    });
    expect(await readWebhookEndpoint(world.ports)({ endpoint: id })).toMatchObject({ events: ["*"], enabled: true });
    expect((await world.kindsInJournal()).slice(1)).toEqual(["webhook_endpoint.changed", "webhook_endpoint.changed"]);
  });

  test("can't be moved to a private address", async () => {
    const world = deliveryWorld();
    const { id, url } = await world.endpoint();
    const moving = changeWebhookEndpoint(world.ports)({ endpoint: id, url: "https://private.example.com/", actor });
    await expect(moving).rejects.toMatchObject({ code: "address_refused" });
    expect(await readWebhookEndpoint(world.ports)({ endpoint: id })).toMatchObject({ url });
  });

  test("says in the journal which private networks it could be in", async () => {
    const world = deliveryWorld();
    const addressPolicy = { ...world.ports.addressPolicy, allowed: ["10.20.0.0/16"] };
    const { id } = await world.endpoint();
    await changeWebhookEndpoint({ ...world.ports, addressPolicy })({ endpoint: id, url: "https://10.20.1.1/", actor });
    const payloads = (await world.ports.journal.read("org")).map(({ payload }) => payload);
    expect(payloads).toEqual([
      expect.objectContaining({ allowed_networks: [] }),
      expect.objectContaining({ url: "https://10.20.1.1/", allowed_networks: ["10.20.0.0/16"] }),
    ]);
  });

  test("disabled by hand gets nothing until it is enabled; what was skipped is kept", async () => {
    const world = deliveryWorld();
    const { id } = await world.endpoint();
    const disabled = await changeWebhookEndpoint(world.ports)({ endpoint: id, enabled: false, actor });
    expect(disabled).toMatchObject({ enabled: false, disabled_reason: "by_hand" });
    await raise(world, 1);
    const ping = testWebhookEndpoint(world.ports)({ endpoint: id });
    await expect(ping).rejects.toMatchObject({ code: "endpoint_disabled" });
    const enabled = await enableWebhookEndpoint(world.ports)({ endpoint: id, actor });
    expect(enabled).toMatchObject({ enabled: true, disabled_reason: null });
    await raise(world, 2);
    expect(world.sent.map(({ body }) => JSON.parse(body).data.sequence)).toEqual([2]);
    expect((await deliveriesOf(world, id)).map(({ state }) => state).sort()).toEqual(["delivered", "skipped"]);
    expect((await world.ports.journal.read("org")).map(({ kind, actor: by }) => [kind, by]).slice(1)).toEqual([
      ["webhook_endpoint.changed", actor],
      ["webhook_endpoint.disabled", actor],
      ["webhook_endpoint.enabled", actor],
    ]);
  });

  test("that doesn't exist can't be changed, enabled, rotated, tested or recovered", async () => {
    const { ports } = deliveryWorld();
    const endpoint = "whe_nobody";
    const since = ports.clock.now();
    for (const work of [
      changeWebhookEndpoint(ports)({ endpoint, actor }),
      enableWebhookEndpoint(ports)({ endpoint, actor }),
      rotateWebhookSecret(ports)({ endpoint, actor }),
      testWebhookEndpoint(ports)({ endpoint }),
      recoverDeliveries(ports)({ endpoint, since, actor }),
      listDeliveries(ports)({ endpoint }),
    ]) {
      await expect(work).rejects.toMatchObject({ code: "endpoint_not_found" });
    }
  });
});

describe("a secret that is rotated", () => {
  test("is signed with beside the new one for the time of grace, and no longer", async () => {
    const world = deliveryWorld();
    const { id, secret: old } = await world.endpoint();
    const rotated = await rotateWebhookSecret(world.ports)({ endpoint: id, grace_hours: 2, actor });
    expect(rotated.secret).not.toBe(old);
    expect(Buffer.from(rotated.secret.replace("whsec_", ""), "base64")).toHaveLength(24);
    await raise(world, 1);
    world.ports.clock.advance(2 * HOUR + 1);
    await raise(world, 2);
    const [during, after] = world.sent;
    expect([isVerified(old, during!), isVerified(rotated.secret, during!)]).toEqual([true, true]);
    expect([isVerified(old, after!), isVerified(rotated.secret, after!)]).toEqual([false, true]);
    expect(JSON.stringify(await world.ports.journal.read("org"))).not.toContain("whsec_");
  });

  test("ends at once where no grace is given, and never later than an earlier rotation said", async () => {
    const world = deliveryWorld();
    const { id, secret: first } = await world.endpoint();
    const rotate = rotateWebhookSecret(world.ports);
    const { secret: second } = await rotate({ endpoint: id, grace_hours: 1, actor });
    const { secret: third } = await rotate({ endpoint: id, actor });
    world.ports.clock.advance(HOUR + 1);
    await raise(world, 1);
    const { secret: fourth } = await rotate({ endpoint: id, grace_hours: 0, actor });
    await raise(world, 2);
    const [one, two] = world.sent;
    expect([first, second, third].map((secret) => isVerified(secret, one!))).toEqual([false, true, true]);
    expect([second, third, fourth].map((secret) => isVerified(secret, two!))).toEqual([false, false, true]);
  });
});

describe("a signature that everybody can check", () => {
  test("is made where an endpoint asks for it, beside the one that the public package verifies", async () => {
    const world = deliveryWorld();
    const { id, secret } = await world.endpoint();
    await raise(world, 1);
    await changeWebhookEndpoint(world.ports)({ endpoint: id, public_key_signature: true, actor });
    await raise(world, 2);
    const schemes = world.sent.map(({ headers }) =>
      headers["webhook-signature"]!.split(" ").map((signature) => signature.split(",")[0]),
    );
    expect(schemes).toEqual([["v1"], ["v1", "v1a"]]);
    expect(isVerified(secret, world.sent[1]!)).toBe(true);
    expect(await verifiedInPublic(world, world.sent[1]!)).toBe(true);
  });
});

/** With WebCrypto and what `/.well-known/webhook-keys` shows, as a receiver would. */
async function verifiedInPublic(world: World, { headers, body }: World["sent"][number]): Promise<boolean> {
  const { keys } = await readWebhookKeys(world.ports)();
  const raw = Buffer.from(keys[0]!.public_key.replace("whpk_", ""), "base64");
  const key = await crypto.subtle.importKey("raw", raw, "Ed25519", false, ["verify"]);
  const signature = Buffer.from(headers["webhook-signature"]!.split("v1a,")[1]!, "base64");
  const text = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  return crypto.subtle.verify("Ed25519", key, signature, Buffer.from(text));
}

describe("a delivery that is sent again", () => {
  const resent = async (world: World, delivery: string) => {
    await resendDelivery(world.ports)({ delivery });
    for (const id of world.ports.resends.woken.splice(0)) await sendAgain(world.ports)({ delivery: id });
  };

  test("has one more attempt, whatever became of it, with the same bytes", async () => {
    const world = deliveryWorld();
    const { id } = await world.endpoint();
    await raise(world, 1);
    const [delivery] = await deliveriesOf(world, id);
    await resent(world, delivery!.id);
    expect(world.sent.map(({ body }) => body)).toEqual([world.sent[0]!.body, world.sent[0]!.body]);
    const [after] = await deliveriesOf(world, id);
    expect(after).toMatchObject({ state: "delivered", attempts: [{ resend: false }, { resend: true }] });
  });

  test("is delivered by a success, and a failure is never counted", async () => {
    const world = deliveryWorld();
    const { id } = await world.endpoint();
    world.receiversAnswer(() => 500);
    await raise(world, 1);
    const { failing_since } = (await world.ports.endpoints.read(id))!;
    const delivery = (await deliveriesOf(world, id))[0]!.id;
    world.ports.clock.advance(200 * HOUR);
    world.receiversAnswer(() => 410);
    for (let turn = 0; turn < 20; turn++) await resent(world, delivery);
    expect(await world.ports.endpoints.read(id)).toMatchObject({ enabled: true, failing_since });
    expect((await deliveriesOf(world, id))[0]).toMatchObject({ state: "pending", attempts: { length: 21 } });
    world.receiversAnswer(() => 200);
    await resent(world, delivery);
    expect((await deliveriesOf(world, id))[0]).toMatchObject({ state: "delivered" });
  });

  test("must exist, and its endpoint be there and enabled", async () => {
    const world = deliveryWorld();
    const resend = resendDelivery(world.ports);
    await expect(resend({ delivery: "dlv_nobody" })).rejects.toMatchObject({ code: "delivery_not_found" });
    const { id } = await world.endpoint();
    await raise(world, 1);
    const [delivery] = await deliveriesOf(world, id);
    await changeWebhookEndpoint(world.ports)({ endpoint: id, enabled: false, actor });
    await expect(resend({ delivery: delivery!.id })).rejects.toMatchObject({ code: "endpoint_disabled" });
    await world.ports.endpoints.remove(id);
    await expect(resend({ delivery: delivery!.id })).rejects.toMatchObject({ code: "endpoint_not_found" });
  });
});

describe("what an endpoint has missed", () => {
  test("is recovered between two times alone, at most five hundred at once, and says where to go on", async () => {
    const world = deliveryWorld();
    const { id } = await world.endpoint();
    await changeWebhookEndpoint(world.ports)({ endpoint: id, enabled: false, actor });
    await raise(world, 1);
    world.ports.clock.advance(HOUR);
    const since = world.ports.clock.now();
    for (let sequence = 2; sequence < 604; sequence++) {
      world.raise("session.scored", sequence);
      world.ports.clock.advance(1_000);
      await dispatchEvents(world.ports)({ stream: "ses_1" });
    }
    const until = world.ports.clock.now();
    world.ports.clock.advance(HOUR);
    await raise(world, 604);
    await enableWebhookEndpoint(world.ports)({ endpoint: id, actor });
    const recover = recoverDeliveries(world.ports);
    const first = await recover({ endpoint: id, since, until, actor });
    expect(first).toMatchObject({ recovered: 500, next_since: expect.any(String) });
    const second = await recover({ endpoint: id, since: first.next_since!, until, actor });
    expect(second).toEqual({ recovered: 102, next_since: null });
    expect(world.scheduled.size).toBe(602);
    const waits = [...world.scheduled.values()];
    expect(waits.slice(0, 500)).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
  });
});

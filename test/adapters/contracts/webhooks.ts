import { beforeAll, describe, expect, test } from "vitest";
import type { OutboxEvent } from "#shared/domain/events/event.ts";
import type { EventFeed } from "#shared/ports/event-feed.ts";
import type { Deliveries, Delivery, WebhookEndpoint, WebhookEndpoints, WebhookKeys } from "#shared/ports/webhooks.ts";

export type WebhookStores = {
  endpoints: WebhookEndpoints;
  deliveries: Deliveries;
  feed: EventFeed;
  webhookKeys: WebhookKeys;
};

type Page = Awaited<ReturnType<Deliveries["list"]>>;

let count = 0;
const newId = (prefix: string) => `${prefix}${process.pid}_${Date.now()}_${++count}`;

const someEndpoint = (changes: Partial<WebhookEndpoint> = {}): WebhookEndpoint => ({
  id: newId("whe_"),
  url: "https://hooks.example.com/in",
  events: ["*"],
  description: null,
  enabled: true,
  disabled_reason: null,
  failing_since: null,
  secrets: [{ secret: "whsec_AAAA", expires_at: null }],
  public_key_signature: false,
  created_at: "2026-03-01T10:00:00.000Z",
  ...changes,
});

const someDelivery = (endpoint: string, created_at = "2026-03-01T10:00:00.000Z"): Delivery => ({
  id: newId("dlv_"),
  endpoint,
  event: { id: "evt_1", type: "session.started", body: '{"type":"session.started"}', sequence: 2, stream: "ses_1" },
  state: "pending",
  round: 0,
  attempts: [],
  created_at,
  claimed_at: created_at,
});

/** What every store of webhooks keeps to. */
export function webhooksContract(make: () => Promise<WebhookStores>): void {
  let stores: WebhookStores;
  beforeAll(async () => {
    stores = await make();
  });

  describe("webhook endpoints", () => {
    test("are read, listed in the order of their making, and removed", async () => {
      const later = someEndpoint({ created_at: "2026-03-02T10:00:00.000Z" });
      const earlier = someEndpoint();
      for (const endpoint of [later, earlier]) await stores.endpoints.save(endpoint);
      expect(await stores.endpoints.read(later.id)).toEqual(later);
      expect((await stores.endpoints.list()).map(({ id }) => id)).toEqual([earlier.id, later.id]);
      for (const { id } of [later, earlier]) await stores.endpoints.remove(id);
      expect(await stores.endpoints.read(later.id)).toBeUndefined();
      expect(await stores.endpoints.list()).toEqual([]);
    });

    test("lose no change when several are made at once", async () => {
      const endpoint = someEndpoint({ description: "" });
      await stores.endpoints.save(endpoint);
      const mark = (letter: string) =>
        stores.endpoints.change(endpoint.id, (stored) => ({ ...stored, description: stored.description + letter }));
      await Promise.all(["a", "b", "c", "d"].map(mark));
      const changed = await stores.endpoints.read(endpoint.id);
      expect([...(changed?.description ?? "")].sort().join("")).toBe("abcd");
      await stores.endpoints.remove(endpoint.id);
    });

    test("that were removed don't come back by a change", async () => {
      const endpoint = someEndpoint();
      expect(await stores.endpoints.change(endpoint.id, (stored) => stored)).toBeUndefined();
      expect(await stores.endpoints.read(endpoint.id)).toBeUndefined();
    });
  });

  describe("deliveries", () => {
    test("are made once, and read and changed afterwards", async () => {
      const delivery = someDelivery(newId("whe_"));
      expect(await stores.deliveries.create(delivery)).toBe(true);
      expect(await stores.deliveries.create({ ...delivery, state: "skipped" })).toBe(false);
      expect(await stores.deliveries.read(delivery.id)).toEqual(delivery);
      await stores.deliveries.change(delivery.id, (stored) => ({ ...stored, state: "delivered" }));
      expect((await stores.deliveries.read(delivery.id))?.state).toBe("delivered");
      expect(await stores.deliveries.change(newId("dlv_"), (stored) => stored)).toBeUndefined();
      expect(await stores.deliveries.read(newId("dlv_"))).toBeUndefined();
    });

    test("lose no attempt when several are noted at once", async () => {
      const delivery = someDelivery(newId("whe_"));
      await stores.deliveries.create(delivery);
      const attempt = { at: delivery.created_at, status: 500, duration_ms: 1, error: null, answer: null };
      const note = (round: number) =>
        stores.deliveries.change(delivery.id, (stored) => ({
          ...stored,
          attempts: [...stored.attempts, { ...attempt, round }],
        }));
      await Promise.all([1, 2, 3, 4].map(note));
      const { attempts } = (await stores.deliveries.read(delivery.id))!;
      expect(attempts.map(({ round }) => round).sort()).toEqual([1, 2, 3, 4]);
    });

    test("are listed by endpoint, the newest first, page by page", async () => {
      const endpoint = newId("whe_");
      const made = [1, 2, 3, 4, 5].map((day) => someDelivery(endpoint, `2026-03-0${day}T10:00:00.000Z`));
      for (const delivery of [...made, someDelivery(newId("whe_"))]) await stores.deliveries.create(delivery);
      const first = await stores.deliveries.list(endpoint, { limit: 3 });
      const second = await stores.deliveries.list(endpoint, { limit: 3, cursor: first.next_cursor! });
      expect([...first.data, ...second.data]).toEqual(made.toReversed());
      expect(second.next_cursor).toBeNull();
    });

    test("are paged without skipping or repeating one, while new ones come and old ones change", async () => {
      const endpoint = newId("whe_");
      const at = (minute: number) => new Date(Date.parse("2026-03-01T10:00:00.000Z") + minute * 60_000).toISOString();
      const made = Array.from({ length: 9 }, (_, minute) => someDelivery(endpoint, at(minute)));
      for (const delivery of made) await stores.deliveries.create(delivery);
      const seen: string[] = [];
      for (let [cursor, page]: [string | undefined, number] = [undefined, 0]; ; page++) {
        const { data, next_cursor }: Page = await stores.deliveries.list(endpoint, { limit: 2, cursor });
        seen.push(...data.map(({ id }) => id));
        if (next_cursor === null) break;
        cursor = next_cursor;
        await stores.deliveries.create(someDelivery(endpoint, at(100 + page)));
        await stores.deliveries.change(made[page]!.id, (stored) => ({ ...stored, state: "delivered" }));
      }
      expect(seen).toEqual(made.toReversed().map(({ id }) => id));
    });
  });

  describe("the feed of events", () => {
    const some = (count: number): OutboxEvent[] =>
      Array.from({ length: count }, (_, index) => ({
        id: newId("evt_"),
        type: "session.started",
        stream: "ses_1",
        sequence: index + 1,
        created_at: new Date().toISOString(),
        body: "{}",
      }));
    const all = async (after = 0): Promise<{ position: number; id: string }[]> =>
      (await stores.feed.read(after, 1_000)).map(({ position, event }) => ({ position, id: event.id }));

    test("gives each event one place, however often and by however many it is published", async () => {
      const events = some(5);
      const before = (await all()).length;
      await Promise.all([
        stores.feed.publish(events.slice(0, 3)),
        stores.feed.publish(events.slice(0, 4)),
        stores.feed.publish(events),
      ]);
      await stores.feed.publish(events);
      const placed = await all(before);
      expect(placed.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
      expect(placed.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5].map((place) => place + before));
      expect(await stores.feed.position(events[2]!.id)).toBe(before + 3);
      expect(await stores.feed.position(newId("evt_"))).toBeUndefined();
    });

    test("read page by page while others publish, skips none and repeats none", async () => {
      const start = (await all()).length;
      const batches = Array.from({ length: 12 }, () => some(3));
      const publishing = Promise.all(batches.map((batch) => stores.feed.publish(batch)));
      const wanted = new Set(batches.flat().map(({ id }) => id));
      const seen: string[] = [];
      let place = start;
      while (seen.length < wanted.size) {
        const page = await stores.feed.read(place, 4);
        seen.push(...page.map(({ event }) => event.id));
        place = page.at(-1)?.position ?? place;
      }
      await publishing;
      expect(new Set(seen)).toEqual(wanted);
      expect(seen).toHaveLength(wanted.size);
    });
  });

  test("the key for public signatures is the same for everybody", async () => {
    const [one, other] = await Promise.all([stores.webhookKeys.current(), stores.webhookKeys.current()]);
    expect(one).toEqual(other);
    expect(one.public_key).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/);
  });
}

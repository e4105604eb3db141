import { beforeAll, describe, expect, test } from "vitest";
import type { Deliveries, Delivery, WebhookEndpoint, WebhookEndpoints } from "#shared/ports/webhooks.ts";

export type WebhookStores = { endpoints: WebhookEndpoints; deliveries: Deliveries };

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
  created_at: "2026-03-01T10:00:00.000Z",
  ...changes,
});

const someDelivery = (endpoint: string, created_at = "2026-03-01T10:00:00.000Z"): Delivery => ({
  id: newId("dlv_"),
  endpoint,
  event: { id: "evt_1", type: "session.started", body: '{"type":"session.started"}', sequence: 2, stream: "ses_1" },
  state: "pending",
  attempts: [],
  created_at,
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
    test("are made once, and read and saved afterwards", async () => {
      const delivery = someDelivery(newId("whe_"));
      expect(await stores.deliveries.create(delivery)).toBe(true);
      expect(await stores.deliveries.create({ ...delivery, state: "skipped" })).toBe(false);
      expect(await stores.deliveries.read(delivery.id)).toEqual(delivery);
      await stores.deliveries.save({ ...delivery, state: "delivered" });
      expect((await stores.deliveries.read(delivery.id))?.state).toBe("delivered");
      expect(await stores.deliveries.read(newId("dlv_"))).toBeUndefined();
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
  });
}

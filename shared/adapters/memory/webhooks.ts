import type { OutboxEvent } from "../../domain/events/event.ts";
import type { EventFeed } from "../../ports/event-feed.ts";
import type { Deliveries, Delivery, WebhookEndpoint, WebhookEndpoints, WebhookKeys } from "../../ports/webhooks.ts";
import { cursorOf, LIST_POSITION, listPosition, positionOf } from "../cursor.ts";
import { newWebhookKey } from "../http/public-signatures.ts";

export function memoryWebhookEndpoints(): WebhookEndpoints {
  const endpoints = new Map<string, WebhookEndpoint>();
  return {
    read: async (id) => endpoints.get(id),
    list: async () => [...endpoints.values()].sort((a, b) => (listPosition(a) < listPosition(b) ? -1 : 1)),
    save: async (endpoint) => void endpoints.set(endpoint.id, endpoint),
    async change(id, change) {
      const stored = endpoints.get(id);
      if (!stored) return undefined;
      const changed = change(stored);
      endpoints.set(id, changed);
      return changed;
    },
    remove: async (id) => void endpoints.delete(id),
  };
}

export function memoryDeliveries(): Deliveries {
  const deliveries = new Map<string, Delivery>();
  return {
    async create(delivery) {
      if (deliveries.has(delivery.id)) return false;
      deliveries.set(delivery.id, delivery);
      return true;
    },
    read: async (id) => deliveries.get(id),
    async change(id, change) {
      const stored = deliveries.get(id);
      if (!stored) return undefined;
      const changed = change(stored);
      deliveries.set(id, changed);
      return changed;
    },
    async list(endpoint, { limit, cursor }) {
      const before = cursor === undefined ? undefined : positionOf(cursor, LIST_POSITION);
      const found = [...deliveries.values()]
        .filter((one) => one.endpoint === endpoint && (before === undefined || listPosition(one) < before))
        .sort((a, b) => (listPosition(a) < listPosition(b) ? 1 : -1));
      const data = found.slice(0, limit);
      return { data, next_cursor: found.length > limit ? cursorOf(listPosition(data.at(-1)!)) : null };
    },
  };
}

export function memoryEventFeed(): EventFeed {
  const places: OutboxEvent[] = [];
  const placeOf = (id: string) => places.findIndex((event) => event.id === id) + 1;
  return {
    async publish(events) {
      for (const event of events) if (placeOf(event.id) === 0) places.push(event);
    },
    read: async (after, limit) =>
      places.slice(after, after + limit).map((event, index) => ({ position: after + index + 1, event })),
    position: async (event) => placeOf(event) || undefined,
  };
}

export function memoryWebhookKeys(): WebhookKeys {
  const key = newWebhookKey("2026-03-01T00:00:00.000Z");
  return { current: async () => key };
}

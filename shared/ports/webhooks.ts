import type { EventType, OutboxEvent } from "../domain/events/event.ts";

export type WebhookEndpoint = {
  id: string;
  url: string;
  /** Exact types, `session.*`-like families, or `*`. */
  events: string[];
  description: string | null;
  enabled: boolean;
  disabled_reason: string | null;
  /** `whsec_` + standard base64; shown once. The newest first; older ones stay valid until `expires_at`. */
  secrets: { secret: string; expires_at: string | null }[];
  created_at: string;
};

export interface WebhookEndpoints {
  read(id: string): Promise<WebhookEndpoint | undefined>;
  list(): Promise<WebhookEndpoint[]>;
  save(endpoint: WebhookEndpoint): Promise<void>;
  remove(id: string): Promise<void>;
}

export type DeliveryAttempt = {
  at: string;
  status: number | null;
  duration_ms: number;
  /** For example `timeout`, `refused_address`, `redirect`, `connection`; null where an answer came. */
  error: string | null;
  /** The first KiB of the answer. */
  answer: string | null;
};

export type Delivery = {
  id: string;
  endpoint: string;
  event: { id: string; type: EventType; body: string; sequence: number; stream: string };
  state: "pending" | "delivered" | "failed" | "skipped";
  attempts: DeliveryAttempt[];
  created_at: string;
};

export interface Deliveries {
  /** @returns false when this (event, endpoint) has a delivery already; its id is derived from both. */
  create(delivery: Delivery): Promise<boolean>;
  read(id: string): Promise<Delivery | undefined>;
  save(delivery: Delivery): Promise<void>;
  list(
    endpoint: string,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<{ data: Delivery[]; next_cursor: string | null }>;
}

/** One signed HTTP POST to a checked address. Resolves with how it went, whatever happens. */
export interface Sender {
  send(request: {
    url: string;
    headers: Record<string, string>;
    body: string;
  }): Promise<DeliveryAttempt & { retry_after_seconds: number | null }>;
}

/** Starts the state machine that retries a delivery; starting it twice is one start. */
export interface RetrySchedule {
  start(delivery: string): Promise<void>;
}

export type { OutboxEvent };

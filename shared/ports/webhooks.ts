import type { EventType } from "../domain/events/event.ts";

export type WebhookEndpoint = {
  id: string;
  url: string;
  /** Exact types, `session.*`-like families, or `*`. */
  events: string[];
  description: string | null;
  enabled: boolean;
  /** `gone` (the receiver answered 410) or `failing` (five days of nothing but failures); null while enabled. */
  disabled_reason: string | null;
  /** Since when every attempt has failed; null after a success. */
  failing_since: string | null;
  /** `whsec_` + standard base64; shown once. The newest first; older ones stay valid until `expires_at`. */
  secrets: { secret: string; expires_at: string | null }[];
  created_at: string;
};

export interface WebhookEndpoints {
  read(id: string): Promise<WebhookEndpoint | undefined>;
  list(): Promise<WebhookEndpoint[]>;
  save(endpoint: WebhookEndpoint): Promise<void>;
  /** Changes what is stored now; gives the changed endpoint, undefined where there is none (any more). */
  change(id: string, change: (stored: WebhookEndpoint) => WebhookEndpoint): Promise<WebhookEndpoint | undefined>;
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
  /** `skipped`: its endpoint was disabled or removed before it could be sent. */
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

/** One HTTP request to a checked address. Resolves with how it went, whatever happens. */
export interface Sender {
  send(request: {
    /** POST where left out. */
    method?: "POST" | "PUT" | "PATCH" | undefined;
    url: string;
    headers: Record<string, string>;
    body: string;
  }): Promise<DeliveryAttempt & { retry_after_seconds: number | null }>;
}

/** Starts the state machine that retries a delivery, first after `seconds`; starting it twice is one start. */
export interface RetrySchedule {
  start(input: { delivery: string; seconds: number }): Promise<void>;
}

/** Whether events may be sent to an address, by its text alone: what its name resolves to is checked when sending. */
export interface AddressPolicy {
  /** @returns a sentence that says why not; undefined where they may. */
  refusal(url: string): string | undefined;
}

/** HMAC-SHA256 of a text's UTF-8 bytes with a key in base64, in base64. */
export type Hmac = (key: string, text: string) => string;

import type { EventType } from "../domain/events/event.ts";

/** `gone`: the receiver answered 410; `failing`: five days of nothing but failures; `by_hand`: the company asked for it. */
export type DisabledReason = "gone" | "failing" | "by_hand";

export type WebhookEndpoint = {
  id: string;
  url: string;
  /** Exact types, `session.*`-like families, or `*`. */
  events: string[];
  description: string | null;
  enabled: boolean;
  /** Null while enabled. */
  disabled_reason: DisabledReason | null;
  /** Since when every attempt has failed; null after a success. */
  failing_since: string | null;
  /** `whsec_` + standard base64; shown once. The newest first; older ones stay valid until `expires_at`. */
  secrets: { secret: string; expires_at: string | null }[];
  /** Whether each attempt also carries a signature (`v1a`) that everybody can check with the published key. */
  public_key_signature: boolean;
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

/** An attempt as it is kept; `round` is that of its schedule, null where somebody asked for it by hand. */
export type MadeAttempt = DeliveryAttempt & { round: number | null };

export type Delivery = {
  id: string;
  endpoint: string;
  event: { id: string; type: EventType; body: string; sequence: number; stream: string };
  /** `skipped`: its endpoint was disabled or removed before it could be sent. */
  state: "pending" | "delivered" | "failed" | "skipped";
  /** How often the schedule was begun anew: 0, and one more with each recovery. */
  round: number;
  attempts: MadeAttempt[];
  created_at: string;
  /** When a run took its first attempt on. */
  claimed_at: string;
};

export interface Deliveries {
  /** @returns false when this (event, endpoint) has a delivery already; its id is derived from both. */
  create(delivery: Delivery): Promise<boolean>;
  read(id: string): Promise<Delivery | undefined>;
  /** Changes what is stored now; gives the changed delivery, undefined where there is none (any more). */
  change(id: string, change: (stored: Delivery) => Delivery): Promise<Delivery | undefined>;
  /** The deliveries of an endpoint, the newest first. */
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

/** One round of a delivery's schedule, whose next attempt is made after `seconds`. */
export type Round = { delivery: string; round: number; seconds: number };

/** Starts the state machine that goes through a round; starting it twice is one start. */
export interface RetrySchedule {
  start(round: Round): Promise<void>;
}

/** Whether events may be sent to an address, by its text alone: what its name resolves to is checked when sending. */
export interface AddressPolicy {
  /** @returns a sentence that says why not; undefined where they may. */
  refusal(url: string): string | undefined;
  /** The private networks that the company lets webhooks into; mostly none. */
  allowed: readonly string[];
}

/** HMAC-SHA256 of a text's UTF-8 bytes with a key in base64, in base64. */
export type Hmac = (key: string, text: string) => string;

/** Signs a text's UTF-8 bytes with Ed25519; the key is `whsk_` + base64, the signature base64. */
export type SignPublicly = (privateKey: string, text: string) => string;

/** A key pair for signatures that everybody can check: `whsk_` and `whpk_` + standard base64. */
export type WebhookKey = { id: string; private_key: string; public_key: string; created_at: string };

/** The deployment's key for `v1a` signatures. */
export interface WebhookKeys {
  /** The one key, made when it is asked for the first time. */
  current(): Promise<WebhookKey>;
}

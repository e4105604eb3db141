import * as z from "zod/mini";
import { EVENT_TYPES } from "../../domain/events/event.ts";
import { anyTime, jsonObject, longText, optional, pageOf, paging, shortText, time } from "./common.ts";

const families = [
  "*",
  ...new Set(EVENT_TYPES.filter((type) => type.includes(".")).map((type) => `${type.split(".")[0]}.*`)),
];

/** An event's type, a family such as `session.*`, or `*`. */
const eventPattern = z.enum([...EVENT_TYPES, ...families]);
const eventPatterns = z.array(eventPattern).check(z.minLength(1), z.maxLength(50));
const receiver = z.url({ protocol: /^https?$/ }).check(z.maxLength(2_000));

export const createEndpointBody = z.strictObject({
  url: receiver,
  /** Left out: everything. */
  events: z.optional(eventPatterns),
  description: optional(longText),
  /** Adds a signature (`v1a`, Ed25519) that is checked with the key at `/.well-known/webhook-keys`. */
  public_key_signature: z.optional(z.boolean()),
});

/** What is left out stays as it is. */
export const changeEndpointBody = z.strictObject({
  url: z.optional(receiver),
  events: z.optional(eventPatterns),
  description: optional(longText),
  enabled: z.optional(z.boolean()),
  public_key_signature: z.optional(z.boolean()),
});

export const endpoint = z.object({
  id: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  description: z.nullable(z.string()),
  enabled: z.boolean(),
  disabled_reason: z.nullable(z.enum(["gone", "failing", "by_hand"])),
  public_key_signature: z.boolean(),
  created_at: time,
});

/** The answer to a creation; `secret` is never shown again. */
export const createdEndpoint = z.extend(endpoint, { secret: z.string() });
export const endpointList = pageOf(endpoint);

/** For so many hours every attempt is signed with the old secret, too; 24 where left out. */
export const rotateSecretBody = z.optional(
  z.strictObject({ grace_hours: z.optional(z.number().check(z.minimum(0), z.maximum(168))) }),
);
export const rotatedSecret = z.extend(createdEndpoint, { old_secret_until: time });

/** The `ping` that is on its way. */
export const sentTest = z.object({ event: z.string(), type: z.literal("ping") });

export const delivery = z.object({
  id: z.string(),
  endpoint: z.string(),
  event: z.object({ id: z.string(), type: z.string(), sequence: z.int() }),
  state: z.enum(["pending", "delivered", "failed", "skipped"]),
  attempts: z.array(
    z.object({
      at: time,
      status: z.nullable(z.int()),
      duration_ms: z.int(),
      error: z.nullable(z.string()),
      /** The first KiB of the answer. */
      answer: z.nullable(z.string()),
      /** Asked for by hand, outside of the schedule. */
      resend: z.boolean(),
    }),
  ),
  created_at: time,
});
export const listDeliveriesQuery = z.strictObject(paging);
export const deliveryPage = pageOf(delivery);

export const recoverBody = z.strictObject({ since: anyTime, until: optional(anyTime) });
/** `next_since`: where to go on when there is more than is recovered at once. */
export const recovered = z.object({ recovered: z.int(), next_since: z.nullable(time) });

export const listEventsQuery = z.strictObject({
  ...paging,
  type: z.optional(eventPattern),
  /** The id of the last event seen. */
  after: z.optional(shortText),
});
export const event = z.object({ id: z.string(), type: z.enum(EVENT_TYPES), timestamp: time, data: jsonObject });
export const eventPage = pageOf(event);

/** The key that `v1a` signatures are checked with: `whpk_` and the 32 bytes in standard base64. */
export const webhookKeys = z.object({
  keys: z.array(
    z.object({ key_id: z.string(), algorithm: z.literal("Ed25519"), public_key: z.string(), created_at: time }),
  ),
});

import * as z from "zod/mini";
import { EVENT_TYPES } from "../../domain/events/event.ts";
import { longText, optional, pageOf, time } from "./common.ts";

const families = [
  "*",
  ...new Set(EVENT_TYPES.filter((type) => type.includes(".")).map((type) => `${type.split(".")[0]}.*`)),
];

/** An event's type, a family such as `session.*`, or `*`. */
const eventPattern = z.enum([...EVENT_TYPES, ...families]);

export const createEndpointBody = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).check(z.maxLength(2_000)),
  /** Left out: everything. */
  events: z.optional(z.array(eventPattern).check(z.minLength(1), z.maxLength(50))),
  description: optional(longText),
});

export const endpoint = z.object({
  id: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  description: z.nullable(z.string()),
  enabled: z.boolean(),
  disabled_reason: z.nullable(z.string()),
  created_at: time,
});

/** The answer to a creation; `secret` is never shown again. */
export const createdEndpoint = z.extend(endpoint, { secret: z.string() });
export const endpointList = pageOf(endpoint);
/** The `ping` that is on its way. */
export const sentTest = z.object({ event: z.string(), type: z.literal("ping") });

import type { EventType } from "../../domain/events/event.ts";
import { eventShapes } from "../shapes/event.ts";
import { type JsonSchema, jsonContent, schemaOf } from "./schema.ts";
import { EVENTS } from "./tags.ts";

/** What is sent to webhook endpoints, one entry per type of event. */
export const webhooks = (): JsonSchema =>
  Object.fromEntries(Object.keys(eventShapes).map((type) => [type, { post: told(type as EventType) }]));

function told(type: EventType): JsonSchema {
  const { summary, data } = eventShapes[type];
  const body = {
    type: "object",
    properties: {
      type: { const: type },
      timestamp: { type: "string", format: "date-time" },
      data: schemaOf(data, "output"),
    },
    required: ["type", "timestamp", "data"],
  };
  return {
    operationId: `on-${type.replaceAll(/[._]/g, "-")}`,
    tags: [EVENTS],
    summary,
    security: [],
    parameters: ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => ({
      $ref: `#/components/parameters/${name}`,
    })),
    requestBody: { required: true, content: jsonContent(body) },
    responses: {
      "2XX": { description: "Received; anything else is tried again" },
      410: { description: "Send no more: the endpoint is disabled at once" },
    },
  };
}

const header = (name: string, description: string): JsonSchema => ({
  name,
  in: "header",
  required: true,
  description,
  schema: { type: "string" },
});

export const webhookParameters: JsonSchema = {
  "webhook-id": header("webhook-id", "The event's id, the same in every attempt."),
  "webhook-timestamp": header("webhook-timestamp", "When this attempt was signed, in seconds since 1970."),
  "webhook-signature": header(
    "webhook-signature",
    "Signatures of `id.timestamp.body`, separated by spaces: `v1,` HMAC-SHA256 with the endpoint's secret, and `v1a,` Ed25519 with the key at `/.well-known/webhook-keys` where the endpoint asks for it.",
  ),
};

import { operation, sharedResponses } from "./openapi/operation.ts";
import { type JsonSchema, schemaOf } from "./openapi/schema.ts";
import { tags } from "./openapi/tags.ts";
import { webhookParameters, webhooks } from "./openapi/webhooks.ts";
import type { Route } from "./route.ts";
import { problemDocument } from "./shapes/common.ts";

/** The version of the interface, as its paths say it. */
export const API_VERSION = "1.0.0";

const security = {
  candidate: { type: "http", scheme: "bearer", description: "All that follows # in the session's url." },
  key: { type: "http", scheme: "bearer", description: "An API key, `ask_…`." },
  staff: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description:
      "An access token of the issuer that `GET /v1/sign-in` names, got with the authorization code flow and PKCE. The person's roles decide; those that an operation takes stand beside it.",
  },
  basic: { type: "http", scheme: "basic", description: "An API key as the user name; no password." },
};

const headers = {
  RateLimit: {
    description: "`r`: requests left; `t`: seconds until all are there again.",
    schema: { type: "string" },
    example: '"key";r=5999;t=1',
  },
  "RateLimit-Policy": {
    description: "`q`: requests that a key may send within `w` seconds.",
    schema: { type: "string" },
    example: '"key";q=6000;w=60',
  },
};

/** The OpenAPI 3.1 document of a route table and of the events that are sent. */
export function openApi(routes: readonly Route[], version = API_VERSION): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const route of routes) {
    paths[route.path] ??= {};
    paths[route.path]![route.method.toLowerCase()] = operation(route);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Assay",
      version,
      description: "Create a session, send the person to its url, receive an event, read the result.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/", description: "Where this document was served" }],
    tags: tags(),
    paths,
    webhooks: webhooks(),
    components: {
      securitySchemes: security,
      headers,
      parameters: webhookParameters,
      responses: sharedResponses,
      schemas: { Problem: schemaOf(problemDocument, "output") },
    },
  };
}

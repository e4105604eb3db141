import type * as z from "zod/mini";
import { type ProblemCode, problems } from "../problem.ts";
import type { Access, Route } from "../route.ts";
import { gatewayContent, type JsonSchema, jsonContent, problemContent, schemaOf } from "./schema.ts";
import { tagOf } from "./tags.ts";

/** One row of the route table as an operation of the document. */
export function operation(route: Route): JsonSchema {
  const { access } = route;
  return {
    operationId: route.operation,
    tags: [tagOf(route)],
    summary: route.summary,
    ...("scope" in access ? { description: neededOf(access) } : {}),
    security: securityOf(access),
    parameters: [...pathParameters(route), ...queryParameters(route), ...headerParameters(route)],
    ...(route.body ? { requestBody: requestBody(route.body) } : {}),
    responses: { [route.success.status]: success(route), ...refusals(route), ...always },
  };
}

function securityOf(access: Access): JsonSchema[] {
  if ("open" in access) return [];
  if ("candidate" in access) return [{ candidate: [] }];
  const keys = [{ key: [] }, { basic: [] }];
  if ("known" in access) return [...keys, { staff: [] }];
  return access.roles.length === 0 ? keys : [...keys, { staff: [...access.roles] }];
}

/** In words; the names of roles stand in the security requirement as well. */
function neededOf({ scope, roles }: Extract<Access, { scope: unknown }>): string {
  const key = `Needs the scope \`${scope}\``;
  return roles.length === 0
    ? `${key}.`
    : `${key}, or one of the roles ${roles.map((role) => `\`${role}\``).join(", ")}.`;
}

function pathParameters(route: Route): JsonSchema[] {
  return [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParameters(route: Route): JsonSchema[] {
  if (!route.query) return [];
  const { properties = {}, required = [] } = schemaOf(route.query, "input") as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
}

const isRepeatable = ({ method }: Route): boolean => method === "POST";

const headerParameters = (route: Route): JsonSchema[] => [...repeatParameter(route), ...actorParameter(route)];

/** Whoever calls with a key that may act for staff says for whom. */
function actorParameter({ access }: Route): JsonSchema[] {
  if (!("scope" in access)) return [];
  return [
    {
      name: "Assay-Actor",
      in: "header",
      required: false,
      description: "The opaque id of the person on whose behalf the call is made; needs the scope `staff:act`.",
      schema: { type: "string", maxLength: 128 },
    },
  ];
}

function repeatParameter(route: Route): JsonSchema[] {
  if (!isRepeatable(route)) return [];
  return [
    {
      name: "Idempotency-Key",
      in: "header",
      required: false,
      description: "The same key with the same request gets the same answer for seven days.",
      schema: { type: "string", minLength: 1, maxLength: 255, pattern: "^[\\x21-\\x7e]+$" },
    },
  ];
}

function requestBody(body: z.ZodMiniType): JsonSchema {
  const required = !body.safeParse(undefined).success;
  return { required, content: jsonContent(schemaOf(body, "input")) };
}

function success({ summary, access, success: { response } }: Route): JsonSchema {
  const headers = "candidate" in access || "open" in access ? {} : { headers: rateHeaders };
  const content = response ? { content: jsonContent(schemaOf(response, "output")) } : {};
  return { description: summary, ...headers, ...content };
}

const rateHeaders: JsonSchema = {
  RateLimit: { $ref: "#/components/headers/RateLimit" },
  "RateLimit-Policy": { $ref: "#/components/headers/RateLimit-Policy" },
};

/** Refusals by status; the codes of a status stand in its description. */
function refusals(route: Route): JsonSchema {
  const byStatus = Map.groupBy([...expected(route), ...route.refusals], (code) => problems[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      { description: [...new Set(codes)].map(sentence).join("; "), content: problemContent },
    ]),
  );
}

const sentence = (code: ProblemCode): string => `\`${code}\`: ${problems[code].title}`;

/** What follows from the kind of a route. */
function expected(route: Route): ProblemCode[] {
  const codes: ProblemCode[] = route.path.includes("{") ? ["not_found"] : [];
  if (route.body) codes.push("malformed_json", "body_too_large", "unsupported_media_type");
  // Whoever asks for nothing is refused parameters, too; only what applicant tracking systems add is passed over.
  if (route.body || route.query || route.zone !== "ats" || isRepeatable(route)) codes.push("invalid_request");
  if (!("open" in route.access)) codes.push("unauthenticated");
  if ("scope" in route.access || "known" in route.access) codes.push("forbidden");
  if (isRepeatable(route)) codes.push("idempotency_in_flight", "idempotency_mismatch");
  if (route.method !== "GET") codes.push("busy");
  return codes;
}

const always: JsonSchema = {
  429: { $ref: "#/components/responses/TooManyRequests" },
  "5XX": { $ref: "#/components/responses/Fault" },
};

export const sharedResponses: JsonSchema = {
  TooManyRequests: {
    description: "Too many requests, of this key or of all; `Retry-After` says how long to wait",
    content: { ...problemContent, ...gatewayContent },
  },
  Fault: { description: "A fault or a shortage of ours", content: { ...problemContent, ...gatewayContent } },
};

import * as z from "zod/mini";
import { PROBLEM_MEDIA_TYPE, problems } from "./problem.ts";
import type { Access, Route } from "./route.ts";
import { problemDocument } from "./shapes/common.ts";

type JsonSchema = Record<string, unknown>;

const title = "Assay";
const security = {
  candidate: { type: "http", scheme: "bearer", description: "All that follows # in the session's url." },
  key: { type: "http", scheme: "bearer", description: "An API key, `ask_…`." },
  basic: { type: "http", scheme: "basic", description: "An API key as the user name; no password." },
};

/** The OpenAPI 3.1 document of a route table. */
export function openApi(routes: readonly Route[], version: string): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const route of routes) {
    paths[route.path] ??= {};
    paths[route.path]![route.method.toLowerCase()] = operation(route);
  }
  return {
    openapi: "3.1.0",
    info: {
      title,
      version,
      description: "Create a session, send the person to its url, receive an event, read the result.",
    },
    paths,
    components: { securitySchemes: security, schemas: { Problem: schemaOf(problemDocument, "output") } },
  };
}

function operation(route: Route): JsonSchema {
  const { access } = route;
  return {
    operationId: route.operation,
    summary: route.summary,
    ...("scope" in access ? { description: `Needs the scope \`${access.scope}\`.` } : {}),
    security: securityOf(access),
    parameters: [...pathParameters(route), ...queryParameters(route)],
    ...(route.body ? { requestBody: requestBody(route.body) } : {}),
    responses: { [route.success.status]: success(route), ...refusals(route) },
  };
}

function securityOf(access: Access): JsonSchema[] {
  if ("open" in access) return [];
  return "candidate" in access ? [{ candidate: [] }] : [{ key: [] }, { basic: [] }];
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

function requestBody(body: z.ZodMiniType): JsonSchema {
  const required = !body.safeParse(undefined).success;
  return { required, content: { "application/json": { schema: schemaOf(body, "input") } } };
}

function success(route: Route): JsonSchema {
  const { response } = route.success;
  if (!response) return { description: route.summary };
  return { description: route.summary, content: { "application/json": { schema: schemaOf(response, "output") } } };
}

/** Refusals by status; the codes of a status stand in its description. */
function refusals(route: Route): JsonSchema {
  const always = "open" in route.access ? [] : (["unauthenticated", "forbidden"] as const);
  const parsed = route.body || route.query ? (["invalid_request"] as const) : [];
  const byStatus = Map.groupBy([...parsed, ...always, ...route.refusals], (code) => problems[code].status);
  const problem = { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: "#/components/schemas/Problem" } } };
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      { description: codes.map((code) => `\`${code}\`: ${problems[code].title}`).join("; "), content: problem },
    ]),
  );
}

function schemaOf(schema: z.ZodMiniType, io: "input" | "output"): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" });
  return rest;
}

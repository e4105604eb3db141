import { APIGatewayProxyEventV2Schema } from "@aws-lambda-powertools/parser/schemas";
import { afterEach, describe, expect, test } from "vitest";
import { FunctionFailure } from "#scripts/local/functions/failure.ts";
import type { Functions } from "#scripts/local/functions/functions.ts";
import { createHttpApi } from "#scripts/local/http/api.ts";
import type { Json, JsonObject } from "#scripts/local/json.ts";
import { type Listening, listen } from "#scripts/local/listen.ts";
import { fakeTemplate } from "../template/fake.ts";

const ROUTES = [
  "GET /items",
  "GET /items/{id}",
  "GET /items/{id}/parts",
  "PUT /items/{id}",
  "GET /files/{path+}",
  "$default",
];

const CORS = {
  AllowOrigins: ["https://pages.example"],
  AllowMethods: ["PUT"],
  AllowHeaders: ["authorization"],
  MaxAge: 60,
};

const template = fakeTemplate({
  "AWS::ApiGatewayV2::Api": { Api: { CorsConfiguration: CORS } },
  "AWS::ApiGatewayV2::Integration": {
    Front: { IntegrationType: "AWS_PROXY", PayloadFormatVersion: "2.0", IntegrationUri: "front" },
  },
  "AWS::ApiGatewayV2::Route": Object.fromEntries(
    ROUTES.map((RouteKey, index) => [`Route${index}`, { RouteKey, Target: "integrations/Front" }]),
  ),
});

let server: Listening | undefined;
afterEach(() => server?.close());

/** The API with one function behind it; the events it got are noted. */
async function serve(answer: (event: JsonObject) => Json = () => ({ statusCode: 200, body: "ok" })) {
  const events: JsonObject[] = [];
  const reports: string[] = [];
  const functions = {
    invoke: async (_: string, event: Json) => {
      events.push(event as JsonObject);
      return answer(event as JsonObject);
    },
  } as Functions;
  server = await listen(0, (sentence) => reports.push(sentence));
  server.open(createHttpApi(template, functions, (sentence) => reports.push(sentence)).handle);
  return { url: server.url, events, reports };
}

describe("an event", () => {
  test("is what API Gateway sends in payload format 2.0", async () => {
    const { url, events } = await serve();
    await fetch(`${url}/items/a%20b?x=1&x=2&y=`, {
      method: "PUT",
      headers: { "content-type": "application/json", cookie: "a=1; b=2", "X-Own": "kept" },
      body: '{"a":1}',
    });
    const event = APIGatewayProxyEventV2Schema.parse(events[0]);
    expect(event).toMatchObject({
      version: "2.0",
      routeKey: "PUT /items/{id}",
      rawPath: "/items/a%20b",
      rawQueryString: "x=1&x=2&y=",
      cookies: ["a=1", "b=2"],
      queryStringParameters: { x: "1,2", y: "" },
      pathParameters: { id: "a b" },
      body: '{"a":1}',
      isBase64Encoded: false,
    });
    expect(event.headers).toMatchObject({ "x-own": "kept", "content-type": "application/json" });
    expect(event.headers).not.toHaveProperty("cookie");
    expect(event.requestContext).toMatchObject({ stage: "$default", http: { method: "PUT", path: "/items/a%20b" } });
    expect(event.requestContext.time).toMatch(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/);
  });

  test("also without body, query or parameters", async () => {
    const { url, events } = await serve();
    await fetch(`${url}/items`);
    const event = APIGatewayProxyEventV2Schema.parse(events[0]);
    expect(event.body).toBeUndefined();
    expect(event.pathParameters).toBeUndefined();
    expect(event.queryStringParameters).toBeUndefined();
  });

  test("carries bodies that are no text in base64", async () => {
    const { url, events } = await serve();
    const headers = { "content-type": "application/octet-stream" };
    await fetch(`${url}/items/a`, { method: "PUT", headers, body: new Uint8Array([0, 255]) });
    expect(events[0]).toMatchObject({ body: "AP8=", isBase64Encoded: true });
  });
});

describe("a request", () => {
  test.each([
    ["GET", "/items/a", "GET /items/{id}", { id: "a" }],
    ["GET", "/items/a/parts", "GET /items/{id}/parts", { id: "a" }],
    ["GET", "/files/a/b.txt", "GET /files/{path+}", { path: "a/b.txt" }],
    ["DELETE", "/items/a", "$default", undefined],
    ["GET", "/items/", "$default", undefined],
    ["GET", "/", "$default", undefined],
  ])("goes to the most specific route: %s %s → %s", async (method, path, routeKey, pathParameters) => {
    const { url, events } = await serve();
    await fetch(url + path, { method });
    expect(events[0]).toMatchObject({ routeKey, ...(pathParameters ? { pathParameters } : {}) });
  });

  test("of more than 10 MB is refused with 413 and reaches nobody", async () => {
    const { url, events } = await serve();
    const response = await fetch(`${url}/items/a`, { method: "PUT", body: Buffer.alloc(10 * 1024 * 1024 + 1) });
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({ message: "Request Entity Too Large" });
    expect(events).toEqual([]);
  });

  test("from an allowed origin gets the headers for it, also before the request itself", async () => {
    const { url, events } = await serve();
    const preflight = { origin: "https://pages.example", "access-control-request-method": "PUT" };
    const before = await fetch(`${url}/items/a`, { method: "OPTIONS", headers: preflight });
    expect(before.status).toBe(204);
    expect(Object.fromEntries(before.headers)).toMatchObject({
      "access-control-allow-origin": "https://pages.example",
      "access-control-allow-methods": "PUT",
      "access-control-allow-headers": "authorization",
      "access-control-max-age": "60",
    });
    expect(events).toEqual([]);
    const other = await fetch(`${url}/items`, { headers: { origin: "https://other.example" } });
    expect(other.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("an answer", () => {
  test("has the function's status, headers, cookies and body", async () => {
    const headers = { "Content-Type": "image/png" };
    const { url } = await serve(() => ({
      statusCode: 201,
      headers,
      cookies: ["a=1", "b=2"],
      body: "AP8=",
      isBase64Encoded: true,
    }));
    const response = await fetch(`${url}/items`);
    expect(response.status).toBe(201);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(Buffer.from(await response.arrayBuffer()).toString("hex")).toBe("00ff");
  });

  test("is the function's result as JSON where it has no status", async () => {
    const { url } = await serve(() => ({ hello: "there" }));
    const response = await fetch(`${url}/items`);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"]);
    expect(await response.json()).toEqual({ hello: "there" });
  });

  test("is the gateway's own 500 where the function fails, and somebody is told", async () => {
    const { url, reports } = await serve(() => {
      throw new FunctionFailure({ errorType: "TypeError", errorMessage: "no such thing", trace: ["at handler"] });
    });
    const response = await fetch(`${url}/items`);
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ message: "Internal Server Error" });
    expect(reports).toEqual(["GET /items: no such thing\nat handler"]);
  });
});

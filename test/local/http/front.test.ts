import { mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HttpApi } from "#scripts/local/http/api.ts";
import { createFront } from "#scripts/local/http/front.ts";
import { type Listening, listen } from "#scripts/local/listen.ts";
import { temporaryFolder } from "../fixture/folder.ts";
import { fakeTemplate } from "../template/fake.ts";

const CSP = "default-src 'self'";

const template = fakeTemplate({
  "AWS::CloudFront::ResponseHeadersPolicy": {
    Headers: {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { ContentSecurityPolicy: CSP, Override: true },
          ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption: "DENY", Override: true },
          ReferrerPolicy: { ReferrerPolicy: "no-referrer", Override: true },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 1, Override: true },
        },
        CustomHeadersConfig: { Items: [{ Header: "Permissions-Policy", Value: "camera=()", Override: true }] },
      },
    },
  },
  "AWS::CloudFront::Distribution": {
    Site: {
      DistributionConfig: {
        Origins: [
          { Id: "pages", S3OriginConfig: {} },
          { Id: "api", CustomOriginConfig: {} },
        ],
        DefaultCacheBehavior: { TargetOriginId: "pages", ResponseHeadersPolicyId: "Headers" },
        CacheBehaviors: [{ PathPattern: "/v1/*", TargetOriginId: "api" }],
      },
    },
  },
});

const api: HttpApi = {
  functionArns: [],
  hasRouteFor: (path) => path === "/own-route",
  handle: async (message, response) => void response.end(`api ${message.url}`),
};

const folder = temporaryFolder();
let server: Listening;

beforeAll(async () => {
  const site = join(folder.path, "site");
  mkdirSync(join(site, "take"), { recursive: true });
  writeFileSync(join(site, "index.html"), "<p>home</p>");
  writeFileSync(join(site, "take/index.html"), "<p>take</p>");
  writeFileSync(join(site, "take/page.js"), "export {}");
  writeFileSync(join(folder.path, "secret.txt"), "secret");
  server = await listen(0, () => undefined);
  server.open(createFront(template, api, { "/": site }));
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(server.url + path, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe("the front", () => {
  test("serves a folder's index.html for the folder's path", async () => {
    expect((await get("/")).text).toBe("<p>home</p>");
    expect((await get("/take")).text).toBe("<p>take</p>");
    expect((await get("/take/")).headers.get("content-type")).toBe("text/html; charset=utf-8");
  });

  test("sends the distribution's API paths, and paths that have a route, to the API", async () => {
    expect((await get("/v1/take")).text).toBe("api /v1/take");
    expect((await get("/own-route")).text).toBe("api /own-route");
  });

  test("adds the headers of the site's policy", async () => {
    const { headers } = await get("/take/page.js");
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-security-policy": CSP,
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "permissions-policy": "camera=()",
      "content-type": "text/javascript; charset=utf-8",
    });
    expect(headers.get("strict-transport-security")).toBeNull();
  });

  test("answers a page that did not change with 304", async () => {
    const etag = (await get("/")).headers.get("etag")!;
    expect((await get("/", { "if-none-match": etag })).status).toBe(304);
  });

  test("answers 404 for what is not there, and 405 for what cannot be asked of a page", async () => {
    expect((await get("/nowhere")).status).toBe(404);
    expect((await fetch(server.url, { method: "POST" })).status).toBe(405);
  });

  test.each(["/../secret.txt", "/%2e%2e/secret.txt", "/take/..%2f..%2fsecret.txt", "/%"])(
    "gives nothing from outside the folder: %s",
    async (path) => {
      const status = await new Promise((done) => {
        request(server.url, { path }, (response) => done(response.resume().statusCode)).end();
      });
      expect(status).toBe(404);
    },
  );
});

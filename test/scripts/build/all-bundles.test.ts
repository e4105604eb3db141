import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type Http2Server } from "node:http2";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type ZoneName, zoneSources } from "#infra/zone-sources.ts";
import { bundle, bundleZone } from "#scripts/build/functions.ts";
import { requireTrimmed } from "#scripts/build/lean-plugins.ts";
import type * as Adviser from "#shared/adapters/aws/bedrock-adviser.ts";

const folder = mkdtempSync(path.join(tmpdir(), "assay-all-bundles-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the bundles", () => {
  const trimmed = new Set<string>();

  test.each(Object.keys(zoneSources) as ZoneName[])("the function %s can be bundled", async (zone) => {
    await bundleZone(zone, path.join(folder, zone), trimmed);
    expect(existsSync(path.join(folder, zone, "index.mjs"))).toBe(true);
  });

  test("lack everything that is to be trimmed, in the packages as they are", () => {
    expect(() => requireTrimmed(trimmed)).not.toThrow();
  });
});

describe("the adviser in a bundle", () => {
  let service: Http2Server;
  const asked: unknown[] = [];
  beforeAll(async () => {
    service = createServer(async (request, response) => {
      let text = "";
      for await (const chunk of request) text += chunk;
      asked.push({ url: request.url, signed: request.headers.authorization !== undefined, body: JSON.parse(text) });
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(REPLY));
    });
    await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => service.close());
  beforeEach(() => {
    vi.stubEnv("AWS_REGION", "eu-central-1");
    vi.stubEnv("AWS_ACCESS_KEY_ID", "local");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "local");
    vi.stubEnv("AWS_ENDPOINT_URL", `http://127.0.0.1:${(service.address() as AddressInfo).port}`);
  });
  afterEach(() => vi.unstubAllEnvs());

  test("asks the model and hears its reply", async () => {
    await bundle("shared/adapters/aws/bedrock-adviser.ts", path.join(folder, "adviser"));
    const { bedrockAdviser }: typeof Adviser = await import(path.join(folder, "adviser/index.mjs"));
    const lost: unknown[] = [];
    const adviser = bedrockAdviser("model-1", (error) => lost.push(error));
    expect(await adviser.reply({ system: "Advise.", user: "An answer." })).toBe("Well said.");
    expect(lost).toEqual([]);
    expect(asked).toMatchObject([{ url: "/model/model-1/converse", signed: true }]);
  });
});

const REPLY = {
  output: { message: { role: "assistant", content: [{ text: "Well said." }] } },
  stopReason: "end_turn",
  usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
  metrics: { latencyMs: 1 },
};

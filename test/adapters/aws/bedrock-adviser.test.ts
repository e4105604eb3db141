import { createServer } from "node:http2";
import { describe, expect, test } from "vitest";
import { bedrockAdviser } from "#shared/adapters/aws/bedrock-adviser.ts";
import { standInFor } from "#test/builders/aws-service.ts";

describe("a model of Bedrock", () => {
  const asked: { path: string; body: unknown }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    asked.push({ path: decodeURIComponent(request.url!), body: JSON.parse(body) });
    response.setHeader("content-type", "application/json");
    response.statusCode = request.url!.includes("absent") ? 404 : 200;
    const message = { role: "assistant", content: [{ text: '{"criteria":' }, { text: "[]}" }] };
    response.end(JSON.stringify({ output: { message }, stopReason: "end_turn" }));
  });
  standInFor("BEDROCK_RUNTIME", server);

  const lost: unknown[] = [];
  const adviser = (model: string) => bedrockAdviser(model, (error) => lost.push(error));
  const request = { system: "Judge.", user: "{}" };

  test("is asked by its pinned id, without chance, and its texts are one reply", async () => {
    expect(await adviser("maker.model-v1:0").reply(request)).toBe('{"criteria":[]}');
    expect(asked.at(-1)).toMatchObject({
      path: "/model/maker.model-v1:0/converse",
      body: { system: [{ text: "Judge." }], inferenceConfig: { temperature: 0 } },
    });
    expect(lost).toEqual([]);
  });

  test("that fails is asked no second time, and is told about", async () => {
    const before = asked.length;
    expect(await adviser("maker.absent-v1:0").reply(request)).toBeUndefined();
    expect([asked.length - before, lost.length]).toEqual([1, 1]);
  });
});

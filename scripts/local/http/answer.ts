import type { ServerResponse } from "node:http";
import { asList, asObject, isJsonObject, type Json } from "../json.ts";

export type Answer = { status: number; headers: Record<string, string | string[]>; body: string | Buffer };

/** What the gateway itself says, in its own shape. */
export function gatewayAnswer(status: number, message: string): Answer {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify({ message }) };
}

/** The HTTP answer in a function's result; a result without a status is the body of a 200. */
export function toAnswer(result: Json): Answer {
  if (!isJsonObject(result) || result["statusCode"] === undefined) {
    const body = typeof result === "string" ? result : JSON.stringify(result);
    return { status: 200, headers: { "content-type": "application/json" }, body };
  }
  const { statusCode, headers = {}, cookies, body = "", isBase64Encoded } = result;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return {
    status: Number(statusCode),
    headers: {
      ...(text === "" ? {} : { "content-type": "text/plain;charset=UTF-8" }),
      ...Object.fromEntries(
        Object.entries(asObject(headers, "headers")).map(([name, value]) => [name.toLowerCase(), String(value)]),
      ),
      ...(cookies === undefined ? {} : { "set-cookie": asList(cookies, "cookies").map(String) }),
    },
    body: isBase64Encoded === true ? Buffer.from(text, "base64") : text,
  };
}

export function sendAnswer(response: ServerResponse, answer: Answer, more: Record<string, string> = {}): void {
  const length = answer.status === 204 ? {} : { "content-length": String(Buffer.byteLength(answer.body)) };
  response.writeHead(answer.status, { ...answer.headers, ...more, ...length });
  response.end(answer.body);
}

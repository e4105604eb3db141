import { PROBLEM_MEDIA_TYPE, type Problem } from "#shared/contracts/problem.ts";
import type { GatewayReply } from "./exchange.ts";
import { JsonText } from "./operation.ts";

/** On every answer: it is data, it is nobody else's, and no browser may make anything of it. */
const secured = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
};

/** What an operation gave, as JSON text; null where it has nothing to say. */
export function textOf(response: unknown): string | null {
  if (response === undefined) return null;
  return response instanceof JsonText ? response.text : JSON.stringify(response);
}

export function answer({ status, body }: { status: number; body: string | null }, request_id: string): GatewayReply {
  const headers = { ...secured, "x-request-id": request_id };
  if (body === null) return { statusCode: status, headers };
  return { statusCode: status, headers: { ...headers, "content-type": "application/json" }, body };
}

export function answerProblem(document: Problem, more: { [header: string]: string } = {}): GatewayReply {
  const reply = answer({ status: document.status, body: JSON.stringify(document) }, document.request_id);
  return { ...reply, headers: { ...reply.headers, "content-type": PROBLEM_MEDIA_TYPE, ...more } };
}

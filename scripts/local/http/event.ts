import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Json, JsonObject } from "../json.ts";
import { ACCOUNT } from "../template/names.ts";
import { DEFAULT_ROUTE, type Match } from "./routes.ts";

/** Media types whose bodies reach a function as text; all others come in base64. */
const TEXT = /^(text\/|application\/(json|javascript|xml|([^;]*\+)?(json|xml))\b)/i;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export type ReceivedRequest = { message: IncomingMessage; url: URL; body: Buffer; apiId: string };

/** The event that an HTTP API hands to a function, in payload format 2.0. */
export function toEvent({ message, url, body, apiId }: ReceivedRequest, match: Match, now: Date): JsonObject {
  const { route, parameters } = match;
  const query = queryOf(url);
  const cookies = message.headers.cookie?.split(/;\s*/);
  return {
    version: "2.0",
    routeKey: route.key,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookies ? { cookies } : {}),
    headers: headersOf(message),
    ...(query ? { queryStringParameters: query } : {}),
    requestContext: requestContext({ message, url, apiId }, route.key, now),
    ...(route.key !== DEFAULT_ROUTE && Object.keys(parameters).length > 0 ? { pathParameters: parameters } : {}),
    ...bodyOf(message, body),
  };
}

type Origin = { message: IncomingMessage; url: URL; apiId: string };

function requestContext({ message, url, apiId }: Origin, routeKey: string, now: Date): Json {
  const host = message.headers.host ?? "";
  return {
    accountId: ACCOUNT,
    apiId,
    domainName: host.split(":")[0] ?? "",
    domainPrefix: apiId,
    http: {
      method: message.method ?? "GET",
      path: url.pathname,
      protocol: `HTTP/${message.httpVersion}`,
      sourceIp: message.socket.remoteAddress ?? "127.0.0.1",
      userAgent: message.headers["user-agent"] ?? "",
    },
    requestId: randomUUID(),
    routeKey,
    stage: "$default",
    time: logTime(now),
    timeEpoch: now.getTime(),
  };
}

/** Header values by lower-case name, several joined by commas; cookies stand apart. */
function headersOf(message: IncomingMessage): Record<string, string> {
  const entries = Object.entries(message.headersDistinct).filter(([name]) => name !== "cookie");
  return Object.fromEntries(entries.map(([name, values]) => [name, (values ?? []).join(",")]));
}

function queryOf(url: URL): Record<string, string> | undefined {
  const names = [...new Set(url.searchParams.keys())];
  if (names.length === 0) return undefined;
  return Object.fromEntries(names.map((name) => [name, url.searchParams.getAll(name).join(",")]));
}

function bodyOf(message: IncomingMessage, body: Buffer): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  if (TEXT.test(message.headers["content-type"] ?? "")) return { body: body.toString("utf8"), isBase64Encoded: false };
  return { body: body.toString("base64"), isBase64Encoded: true };
}

/** As web servers log it: `12/Mar/2026:19:03:58 +0000`. */
function logTime(now: Date): string {
  const [date, time] = now.toISOString().split("T");
  const [year, month, day] = date!.split("-");
  return `${day}/${MONTHS[Number(month) - 1]}/${year}:${time!.slice(0, 8)} +0000`;
}

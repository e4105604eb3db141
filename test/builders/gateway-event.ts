import type { HttpEvent } from "#functions/runtime/exchange.ts";
import { type Operation, routes } from "#shared/contracts/routes.ts";

export type GatewayRequest = {
  parameters?: { [name: string]: string };
  query?: { [name: string]: string };
  headers?: { [name: string]: string | undefined };
  /** Sent as JSON; a text is sent as it is. */
  body?: unknown;
};

/** The event by which the gateway calls the operation's function. */
export function gatewayEvent(operation: Operation, request: GatewayRequest = {}): HttpEvent {
  const { method, path } = routes.find((route) => route.operation === operation)!;
  return bareEvent(`${method} ${path}`, { method, path, ...request });
}

/** The event of a request for which the gateway has no route. */
export const unknownEvent = (method: string, path: string): HttpEvent => bareEvent("$default", { method, path });

function bareEvent(routeKey: string, request: GatewayRequest & { method: string; path: string }): HttpEvent {
  const { method, path, parameters = {}, query, headers = {}, body } = request;
  return {
    version: "2.0",
    routeKey,
    rawPath: path.replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? "x"),
    rawQueryString: "",
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    pathParameters: parameters,
    ...(query && { queryStringParameters: query }),
    requestContext: { requestId: "req-1", http: { method } },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    isBase64Encoded: false,
  } as unknown as HttpEvent;
}

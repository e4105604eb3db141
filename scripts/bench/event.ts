import type { HttpEvent } from "#functions/runtime/exchange.ts";

type Request = { token: string; route: string; parameters?: { [name: string]: string }; body?: unknown };

/** A candidate's request as the gateway hands it over. */
export const takeEvent = ({ token, route, parameters = {}, body }: Request): HttpEvent =>
  ({
    version: "2.0",
    routeKey: route,
    rawPath: route.split(" ")[1],
    rawQueryString: "",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    pathParameters: parameters,
    requestContext: { requestId: "bench", http: { method: route.split(" ")[0] } },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    isBase64Encoded: false,
  }) as unknown as HttpEvent;

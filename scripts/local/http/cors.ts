import type { IncomingMessage } from "node:http";
import { asList, asObject, type Json } from "../json.ts";

type CorsHeaders = Record<string, string>;

/** What an HTTP API's CORS configuration adds: to every answer, and as the answer to a preflight request. */
export type Cors = {
  headers(message: IncomingMessage): CorsHeaders;
  /** The headers of a 204, when the request is a preflight. */
  preflight(message: IncomingMessage): CorsHeaders | undefined;
};

export function corsOf(configuration: Json | undefined): Cors {
  if (configuration === undefined) return { headers: () => ({}), preflight: () => undefined };
  const settings = asObject(configuration, "CorsConfiguration");
  const texts = (name: string) => asList(settings[name], name).map(String);
  const joined = (name: string, header: string) => (texts(name).length > 0 ? { [header]: texts(name).join(",") } : {});
  const headers = (message: IncomingMessage): CorsHeaders => {
    const origin = allowedOrigin(texts("AllowOrigins"), message.headers.origin);
    if (origin === undefined) return {};
    return {
      "access-control-allow-origin": origin,
      ...(settings["AllowCredentials"] === true ? { "access-control-allow-credentials": "true" } : {}),
      ...joined("ExposeHeaders", "access-control-expose-headers"),
    };
  };
  return {
    headers,
    preflight: (message) => {
      if (message.method !== "OPTIONS" || !message.headers["access-control-request-method"]) return undefined;
      return {
        ...headers(message),
        ...joined("AllowMethods", "access-control-allow-methods"),
        ...joined("AllowHeaders", "access-control-allow-headers"),
        ...(settings["MaxAge"] === undefined ? {} : { "access-control-max-age": String(settings["MaxAge"]) }),
      };
    },
  };
}

function allowedOrigin(allowed: string[], origin: string | undefined): string | undefined {
  if (origin === undefined) return undefined;
  if (allowed.includes("*")) return "*";
  return allowed.includes(origin) ? origin : undefined;
}

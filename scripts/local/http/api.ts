import type { IncomingMessage, ServerResponse } from "node:http";
import { FunctionFailure } from "../functions/failure.ts";
import type { Functions } from "../functions/functions.ts";
import { messageOf } from "../json.ts";
import type { Template } from "../template/template.ts";
import { type Answer, gatewayAnswer, sendAnswer, toAnswer } from "./answer.ts";
import { corsOf } from "./cors.ts";
import { toEvent } from "./event.ts";
import { DEFAULT_ROUTE, loadRoutes, type Match, matchRoute } from "./routes.ts";

/** Bytes of a request's body, and milliseconds of an integration, that an HTTP API allows. */
const LARGEST_BODY = 10 * 1024 * 1024;
const LONGEST_INTEGRATION = 30_000;

export type HttpApi = {
  /** Functions behind its routes. */
  functionArns: string[];
  /** Whether a route other than `$default` has the path, with whatever method. */
  hasRouteFor(path: string): boolean;
  handle(message: IncomingMessage, response: ServerResponse): Promise<void>;
};

/** The template's HTTP API. @param report told of every function that failed, in a sentence */
export function createHttpApi(template: Template, functions: Functions, report: (sentence: string) => void): HttpApi {
  const api = template.all("AWS::ApiGatewayV2::Api")[0];
  const routes = loadRoutes(template);
  const cors = corsOf(api?.properties["CorsConfiguration"]);
  const methods = [...new Set(routes.map((route) => route.method))];
  const apiId = api?.id ?? "local";

  const answer = async (message: IncomingMessage): Promise<Answer> => {
    const url = new URL(message.url ?? "/", "http://local");
    const match = matchRoute(routes, message.method ?? "GET", url.pathname);
    if (!match) return gatewayAnswer(404, "Not Found");
    const body = await readBody(message);
    if (!body) return gatewayAnswer(413, "Request Entity Too Large");
    const event = toEvent({ message, url, body, apiId }, match, new Date());
    return integrate(match, functions.invoke(match.route.functionArn, event), report);
  };

  return {
    functionArns: [...new Set(routes.map((route) => route.functionArn))],
    hasRouteFor: (path) =>
      methods.some((method) => (matchRoute(routes, method, path)?.route.key ?? DEFAULT_ROUTE) !== DEFAULT_ROUTE),
    handle: async (message, response) => {
      const preflight = cors.preflight(message);
      if (preflight) sendAnswer(response, { status: 204, headers: {}, body: "" }, preflight);
      else sendAnswer(response, await answer(message), cors.headers(message));
    },
  };
}

/** The body, or nothing when it is larger than the gateway takes; the rest of it is read and dropped. */
async function readBody(message: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
  }
  return size > LARGEST_BODY ? undefined : Buffer.concat(chunks);
}

async function integrate(match: Match, result: ReturnType<Functions["invoke"]>, report: (s: string) => void) {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Answer>((done) => {
    timer = setTimeout(() => done(gatewayAnswer(503, "Service Unavailable")), LONGEST_INTEGRATION);
  });
  try {
    return await Promise.race([result.then(toAnswer), late]);
  } catch (error) {
    const trace = error instanceof FunctionFailure ? (error.payload.trace ?? []).join("\n") : "";
    report(`${match.route.key}: ${messageOf(error)}\n${trace}`.trim());
    return gatewayAnswer(500, "Internal Server Error");
  } finally {
    clearTimeout(timer);
  }
}

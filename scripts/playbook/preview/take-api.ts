import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import type { HttpEvent } from "#functions/runtime/exchange.ts";
import { takeRoutes } from "#shared/contracts/routes/take.ts";
import { gatewayAnswer, sendAnswer, toAnswer } from "../../local/http/answer.ts";
import { toEvent } from "../../local/http/event.ts";
import { matchRoute, type Route } from "../../local/http/routes.ts";
import type { Json } from "../../local/json.ts";
import type { World } from "./world.ts";

const ROUTES: Route[] = takeRoutes.map(({ method, path }) => ({
  key: `${method} ${path}`,
  method,
  segments: path.split("/").slice(1),
  functionArn: "",
}));

/** Answers a request to the candidate's API from a world. */
export async function answerTake(world: World, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(message.url ?? "/", "http://local");
  const match = matchRoute(ROUTES, message.method ?? "GET", url.pathname);
  if (!match) return sendAnswer(response, gatewayAnswer(404, "Not Found"));
  const event = toEvent({ message, url, body: await buffer(message), apiId: "preview" }, match, new Date());
  const reply = await world.serve(event as unknown as HttpEvent);
  sendAnswer(response, toAnswer(reply as unknown as Json));
}

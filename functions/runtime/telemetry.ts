import { AsyncLocalStorage } from "node:async_hooks";
import type { Exchange } from "./exchange.ts";

/** Where lines go: the function's log. */
export type WriteLine = (line: string) => void;

const toLog: WriteLine = (line) => {
  process.stdout.write(`${line}\n`);
};

/** What the platform tells a function about a call of it. */
export type Invocation = { awsRequestId: string };

const MAX_FAULT = 250;

const requests = new AsyncLocalStorage<string>();

/** From here on, every line about what follows names this request. */
export function withinRequest(id: string | undefined): void {
  if (id !== undefined) requests.enterWith(id);
}

/**
 * Says once a request what became of it, in one JSON line below half a kilobyte. Built by listing what may be said:
 * no name, address, token, path, query or body can slip in.
 */
export function logRequest({ exchange, status }: { exchange: Exchange; status: number }, write = toLog): void {
  const { request_id, route, began, refused, fault } = exchange;
  const line = {
    request_id,
    operation: route?.operation ?? "unknown",
    status,
    ms: Math.round(performance.now() - began),
    ...(refused && { refused }),
    ...(fault && { fault }),
  };
  write(JSON.stringify(line));
}

/** Name and place of what was thrown; its message is left out, because messages may quote what people wrote. */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const places = (error.stack ?? "").split("\n").filter((line) => line.trimStart().startsWith("at "));
  const short = places.slice(0, 3).map((line) => line.trim().replace(/\(?file:\/\/\S*\/(?=[^/]+\/[^/]+$)/, "("));
  return `${error.name} ${short.join(" ")}`.slice(0, MAX_FAULT);
}

type LogFields = { [field: string]: string | number | boolean | undefined };

/** One JSON line about something other than a request, with the id of the request that it happened in. */
export function logEvent(event: LogFields, write = toLog): void {
  const request_id = requests.getStore();
  write(JSON.stringify({ ...(request_id && { request_id }), ...event }));
}

import type { ExamplesRun, Receipt, SavedAnswer, TakeView } from "#shared/contracts/shapes/take.ts";
import type { Json } from "#shared/domain/foundation/json.ts";
import { readAnswer, Unreachable } from "../shared/api-problem.ts";
import type { Exchange, ServerClock } from "./clock.ts";

export type ReadNotices = { privacy: string; scoring: string };

export type TakeClient = {
  view(): Promise<TakeView>;
  /** `notices`: the versions that were read. */
  start(notices: ReadNotices | undefined): Promise<TakeView>;
  begin(section: string): Promise<TakeView>;
  submit(section: string): Promise<TakeView>;
  withdraw(): Promise<TakeView>;
  askForTime(text: string): Promise<TakeView>;
  object(item: string, text: string): Promise<TakeView>;
  save(item: string, body: { value: Json; revision: number }): Promise<SavedAnswer>;
  run(item: string, value: Json): Promise<ExamplesRun>;
  receipt(): Promise<Receipt>;
  export(): Promise<Json>;
};

type Call = { method?: "GET" | "POST" | "PUT"; body?: unknown };

const TIMEOUT = 20_000;
/** Browsers carry at most 64 KiB of requests that outlive their page. */
const MOST_KEPT_ALIVE = 60_000;

/** The candidate's operations; every answer also sets the clock. The token goes into the header and nowhere else. */
export function createClient(token: string, clock: ServerClock): TakeClient {
  const call = async <T>(path: string, options: Call = {}): Promise<T> => {
    const sentAt = performance.now();
    const response = await send(token, path, options);
    const exchange = { sent: sentAt, received: performance.now() };
    clock.learn(exchange, { text: response.headers.get("date"), precision: 1_000 });
    return (await readAnswer(response)) as T;
  };
  const view = async (path: string, options?: Call): Promise<TakeView> => {
    const sentAt = performance.now();
    const found = await call<TakeView>(path, options);
    learnFrom(found, { sent: sentAt, received: performance.now() }, clock);
    return found;
  };
  const id = encodeURIComponent;
  return {
    view: () => view(""),
    start: (notices) => view("/start", { method: "POST", body: { consent: true, ...(notices && { notices }) } }),
    begin: (section) => view(`/sections/${id(section)}/begin`, { method: "POST", body: {} }),
    submit: (section) => view(`/sections/${id(section)}/submit`, { method: "POST", body: {} }),
    withdraw: () => view("/withdraw", { method: "POST", body: {} }),
    askForTime: (text) => view("/accommodation-request", { method: "POST", body: { text } }),
    object: (item, text) => view("/objections", { method: "POST", body: { item, text } }),
    save: (item, body) => call(`/answers/${id(item)}`, { method: "PUT", body }),
    run: (item, value) => call(`/items/${id(item)}/run`, { method: "POST", body: { value } }),
    receipt: () => call("/receipt"),
    export: () => call("/export"),
  };
}

function learnFrom(view: TakeView, exchange: Exchange, clock: ServerClock): void {
  clock.learn(exchange, { text: view.server_time, precision: 1 });
}

async function send(token: string, path: string, { method = "GET", body }: Call) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  try {
    return await fetch(`/v1/take${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(text && { "content-type": "application/json" }) },
      body: text,
      cache: "no-store",
      credentials: "omit",
      // A save that is under way when the page goes still arrives.
      keepalive: method === "PUT" && (text?.length ?? 0) < MOST_KEPT_ALIVE,
      signal: AbortSignal.timeout(TIMEOUT),
    });
  } catch (cause) {
    throw new Unreachable("No answer came from the service.", { cause });
  }
}

import type { Problem } from "./problem.ts";
import type { Operation, RouteOf } from "./routes.ts";
import type { Parameters, Response, SentBody } from "./shape-of.ts";

type Address<O extends Operation> = `${RouteOf<O>["method"]} ${RouteOf<O>["path"]}`;
type CandidateOperation = {
  [O in Operation]: RouteOf<O>["zone"] extends "candidate" ? O : never;
}[Operation];
/** By `METHOD /path` as the route table writes it, so that nothing of the table is needed at run time. */
type ByAddress = { [O in CandidateOperation as Address<O>]: O };

export type Reply<T> = { ok: true; status: number; body: T } | { ok: false; status: number; problem: Partial<Problem> };

type Sent<O extends Operation> = {
  parameters?: Parameters<O>;
  body?: SentBody<O>;
  signal?: AbortSignal;
  /** Lets the request outlive the page. */
  keepalive?: boolean;
};

/**
 * The candidate's side of the API, typed by the route table. A network that fails rejects, as `fetch` does;
 * every answer, refusals included, resolves.
 */
export function candidateClient(origin: string, token: string) {
  return async function call<A extends keyof ByAddress>(
    address: A,
    sent: Sent<ByAddress[A]> = {},
  ): Promise<Reply<Response<ByAddress[A]>>> {
    const [method, template] = address.split(" ") as [string, string];
    const parameters = (sent.parameters ?? {}) as Record<string, string>;
    const path = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parameters[name] ?? ""));
    const response = await fetch(origin + path, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
      ...(sent.signal ? { signal: sent.signal } : {}),
      ...(sent.keepalive ? { keepalive: true } : {}),
    });
    const body = await response.json().catch(() => ({}));
    return response.ok
      ? { ok: true, status: response.status, body }
      : { ok: false, status: response.status, problem: body };
  };
}

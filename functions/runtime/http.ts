import middy from "@middy/core";
import type { Context } from "aws-lambda";
import type { Route } from "#shared/contracts/route.ts";
import type { Operation, RouteOf } from "#shared/contracts/routes.ts";
import type { SteadyMint } from "#shared/ports/identity.ts";
import { type Authenticators, authenticate } from "./chain/authenticate.ts";
import { findRoute } from "./chain/find-route.ts";
import { type JobOf, limitJobs } from "./chain/limit-jobs.ts";
import { limitRate, tellRate } from "./chain/limit-rate.ts";
import { observe } from "./chain/observe.ts";
import { parse } from "./chain/parse.ts";
import { refuse } from "./chain/refuse.ts";
import type { Exchange, GatewayReply, HttpEvent } from "./exchange.ts";
import type { Once } from "./once.ts";
import type { AnyServe, Operations } from "./operation.ts";
import type { RateLimit } from "./rate-limit.ts";
import { answer, textOf } from "./reply.ts";
import type { WriteLine } from "./telemetry.ts";

export type HttpZone<O extends Operation> = {
  /** The rows of the route table that this zone answers. */
  routes: readonly RouteOf<O>[];
  /** Every row there is, to tell a wrong method from an unknown path. */
  allRoutes: readonly Route[];
  authenticators: Authenticators;
  operations: Operations<O>;
  /** For zones whose callers may send a POST again under an idempotency key. */
  once?: Once;
  /** A further member of problem documents that holds the sentence for people, where callers look for it there. */
  detailAs?: string;
  /** For zones whose callers may be limited to some jobs. */
  jobOf?: JobOf;
  /** How many requests a key may send; any number where left out. */
  limit?: RateLimit;
  /** Where the lines about requests go; the function's log where left out. */
  write?: WriteLine;
};

/** The one chain of every zone that answers HTTP. It never throws: whatever happens becomes an answer. */
export function httpFunction<O extends Operation>(zone: HttpZone<O>) {
  // The chain has parsed by the route's own schemas what the operation is then called with.
  const operations = zone.operations as unknown as { [operation: string]: AnyServe };
  const serve = async ({ route, caller, parameters, query, body }: Exchange, mint?: SteadyMint) => {
    const response = await operations[route!.operation]!({ caller, parameters, query, body, mint });
    return { status: route!.success.status, body: textOf(response) };
  };
  const { once } = zone;
  return middy<HttpEvent, GatewayReply, Error, Context>(async (event: HttpEvent): Promise<GatewayReply> => {
    const { exchange } = event;
    const reply = once ? await once(event, (mint) => serve(exchange, mint)) : await serve(exchange);
    return answer(reply, exchange.request_id);
  }).use([
    observe(zone.write),
    tellRate(),
    refuse(zone.detailAs),
    findRoute(zone.routes, zone.allRoutes),
    authenticate(zone.authenticators),
    ...(zone.limit ? [limitRate(zone.limit)] : []),
    ...(zone.jobOf ? [limitJobs(zone.jobOf)] : []),
    parse(),
  ]);
}

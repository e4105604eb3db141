import middy from "@middy/core";
import type { Context } from "aws-lambda";
import type { Route } from "#shared/contracts/route.ts";
import { type Authenticators, authenticate } from "./chain/authenticate.ts";
import { findRoute } from "./chain/find-route.ts";
import { observe } from "./chain/observe.ts";
import { parse } from "./chain/parse.ts";
import { refuse } from "./chain/refuse.ts";
import type { GatewayReply, HttpEvent } from "./exchange.ts";
import type { AnyServe } from "./operation.ts";
import { answer } from "./reply.ts";

export type HttpZone = {
  /** The rows of the route table that this zone answers. */
  routes: readonly Route[];
  /** Every row there is, to tell a wrong method from an unknown path. */
  allRoutes: readonly Route[];
  authenticators: Authenticators;
  /** What answers each operation, by name. */
  operations: { [operation: string]: AnyServe };
};

/** The one chain of every zone that answers HTTP. It never throws: whatever happens becomes an answer. */
export function httpFunction({ routes, allRoutes, authenticators, operations }: HttpZone) {
  return middy<HttpEvent, GatewayReply, Error, Context>(async ({ exchange }: HttpEvent): Promise<GatewayReply> => {
    const { route, caller, parameters, query, body, request_id } = exchange;
    const response = await operations[route!.operation]!({ caller, parameters, query, body });
    return answer(route!.success.status, response, request_id);
  }).use([observe(), refuse(), findRoute(routes, allRoutes), authenticate(authenticators), parse()]);
}

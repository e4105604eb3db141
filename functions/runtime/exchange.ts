import type { MiddlewareObj } from "@middy/core";
import type { Context } from "aws-lambda";
import type { Route } from "#shared/contracts/route.ts";
import type { Actor } from "#shared/domain/session/actors.ts";
import type { Person } from "#shared/domain/staff/person.ts";
import type { Allowance } from "./rate-limit.ts";

/** What the gateway hands over (payload format 2.0), as far as we use it. */
export type GatewayEvent = {
  routeKey: string;
  rawPath: string;
  headers: { [name: string]: string | undefined };
  queryStringParameters?: { [name: string]: string | undefined };
  pathParameters?: { [name: string]: string | undefined };
  requestContext: { requestId: string; http: { method: string } };
  body?: string;
  isBase64Encoded?: boolean;
};

export type GatewayReply = { statusCode: number; headers: { [name: string]: string }; body?: string };

/**
 * Who calls: the candidate of one session, a machine with its scopes, a member of the staff, or anybody. `actor` is
 * whose deed it is: the person on whose behalf a machine calls, the machine itself, or the person who has signed in.
 */
export type Caller =
  | { kind: "candidate"; session: string; link: string }
  | { kind: "machine"; id: string; label: string; scopes: readonly string[]; actor: Actor }
  /** `token` is never logged, never kept: it is for asking the issuer more of the person. */
  | { kind: "staff"; id: string; person: Person; token: string; scopes: readonly string[]; actor: Actor }
  | { kind: "anybody" };

/** One request on its way through the chain; each link fills in what the next ones need. */
export type Exchange = {
  request_id: string;
  /** Milliseconds on the process's clock. */
  began: number;
  route?: Route;
  caller: Caller;
  /** How the caller's key stands with its requests, once it was counted. */
  allowance?: Allowance;
  /** The key or token as it was sent; never logged, never kept. */
  credential?: string;
  parameters: { [name: string]: string };
  query?: unknown;
  body?: unknown;
  /** The code of the refusal that was answered. */
  refused?: string;
  /** What failed on our side, without its message: messages may quote what people wrote. */
  fault?: string;
};

export type HttpEvent = GatewayEvent & { exchange: Exchange };

/** A link of the chain. */
export type Link = MiddlewareObj<HttpEvent, GatewayReply, Error, Context>;

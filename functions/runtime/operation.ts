import type { Operation, RouteOf } from "#shared/contracts/routes.ts";
import type { Body, Parameters, Query, Response } from "#shared/contracts/shape-of.ts";
import type { SteadyMint } from "#shared/ports/identity.ts";
import type { Caller } from "./exchange.ts";

type CallerOf<O extends Operation> = RouteOf<O>["access"] extends { candidate: true }
  ? Extract<Caller, { kind: "candidate" }>
  : RouteOf<O>["access"] extends { open: true }
    ? Extract<Caller, { kind: "anybody" }>
    : RouteOf<O>["access"] extends { roles: readonly [] }
      ? Extract<Caller, { kind: "machine" }>
      : Extract<Caller, { kind: "machine" | "staff" }>;

/** One call of an operation: everything parsed and the caller known. */
export type Call<O extends Operation> = {
  caller: CallerOf<O>;
  parameters: Parameters<O>;
  query: Query<O>;
  body: Body<O>;
  /** For what a request makes that may be sent again. */
  mint?: SteadyMint | undefined;
};

/** An answer that is JSON text already and whose bytes matter. */
export class JsonText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What answers one operation of the route table; refuses by throwing a `Refusal`. */
export type Serve<O extends Operation> = (call: Call<O>) => Promise<Response<O> | JsonText>;

/** The operations of some routes, every one of them. */
export type Operations<O extends Operation> = { [Name in O]: Serve<Name> };

/** How the chain sees an operation: its types were checked where it was written. */
export type AnyServe = (call: {
  caller: Caller;
  parameters: { [name: string]: string };
  query: unknown;
  body: unknown;
  mint: SteadyMint | undefined;
}) => Promise<unknown>;

/** What a use case stands on. */
export type PortsOf<UseCase> = UseCase extends (ports: infer P) => unknown ? P : never;

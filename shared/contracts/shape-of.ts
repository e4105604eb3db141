import type * as z from "zod/mini";
import type { Operation, RouteOf } from "./routes.ts";

type ParameterNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterNames<Rest>
  : never;

/** The path parameters of an operation. */
export type Parameters<O extends Operation> = { [Name in ParameterNames<RouteOf<O>["path"]>]: string };

/** The query of an operation, as its handler gets it. */
export type Query<O extends Operation> =
  RouteOf<O> extends { query: infer S extends z.ZodMiniType } ? z.output<S> : undefined;

/** The body of an operation, as its handler gets it. */
export type Body<O extends Operation> =
  RouteOf<O> extends { body: infer S extends z.ZodMiniType } ? z.output<S> : undefined;

/** What an operation answers with; `undefined` where there is nothing to say (204). */
export type Response<O extends Operation> = RouteOf<O>["success"] extends { response: infer S extends z.ZodMiniType }
  ? z.output<S>
  : undefined;

import type * as z from "zod/mini";
import type { AnyRoute, RouteOf } from "#shared/contracts/routes.ts";
import type { Parameters, Response } from "#shared/contracts/shape-of.ts";

/** What the console may ask for. */
export type StaffOperation = Extract<AnyRoute, { zone: "staff" }>["operation"];

/** What reads and changes nothing. */
export type ReadOperation = Extract<AnyRoute, { zone: "staff"; method: "GET" }>["operation"];

export type ChangeOperation = Exclude<StaffOperation, ReadOperation>;

/** The query of an operation, as it is sent. */
export type QueryOf<O extends StaffOperation> =
  RouteOf<O> extends { query: infer S extends z.ZodMiniType } ? z.input<S> : undefined;

/** The body of an operation, as it is sent. */
export type BodyOf<O extends StaffOperation> =
  RouteOf<O> extends { body: infer S extends z.ZodMiniType } ? z.input<S> : undefined;

export type ParametersOf<O extends StaffOperation> = Parameters<O>;
export type AnswerOf<O extends StaffOperation> = Response<O>;

/** Lists that are read page by page. */
export type PagedOperation = {
  [O in ReadOperation]: AnswerOf<O> extends { data: unknown[]; next_cursor: string | null } ? O : never;
}[ReadOperation];

/** One session as lists and reads show it. */
export type Session = AnswerOf<"read-session">;

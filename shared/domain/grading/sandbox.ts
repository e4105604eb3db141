import type { Json } from "../foundation/json.ts";

/** Which engine ran, so that a verdict can be repeated: id with version, and the hash of its wasm. */
export type EngineStamp = { id: string; sha256: string };

/**
 * How one run ended. `engine` and `wall` are our faults and make a grade not gradable;
 * all others are the candidate's and fail the test alone.
 */
export type RunOutcome =
  | "ok"
  | "threw"
  | "load-error"
  | "no-function"
  | "fuel"
  | "memory"
  | "stack"
  | "never-settled"
  | "timer-limit"
  | "output"
  | "bad-result"
  | "sql-error"
  | "too-many-rows"
  | "wall"
  | "engine";

export const OUR_FAULT: ReadonlySet<RunOutcome> = new Set<RunOutcome>(["wall", "engine"]);

/** A candidate's program and the calls to make of it. Holds no expected value. */
export type JavaScriptJob = {
  engine: "javascript";
  language: "javascript" | "typescript";
  /** At most 64 KB. */
  source: string;
  /** The function that the source defines. */
  entry: string;
  calls: { id: string; arguments: Json[] }[];
  /** Steps per call; the engine's default where left out. */
  fuel?: number;
};

/**
 * `value` and `arguments_after` are tagged canonical JSON (see `encoding.ts`), which keeps NaN, -0, undefined, BigInt,
 * Date, Map, Set and cycles apart. A text over 16 KB is left out and only its `sha256` given: nothing so large is right.
 */
export type EncodedValue = { text: string } | { sha256: string; bytes: number };

export type JavaScriptRun = {
  id: string;
  outcome: RunOutcome;
  value?: EncodedValue;
  /** The arguments after the call, to see whether the input was changed. */
  arguments_after?: EncodedValue;
  /** Name and message of what was thrown, cut to 500 characters. */
  message?: string;
  /** What was printed, cut to 2,000 characters. */
  console: string;
  fuel: number;
};

export type JavaScriptObservation = { engine: "javascript"; stamp: EngineStamp; runs: JavaScriptRun[] };

/** A candidate's query and the data sets to run it on, each in a fresh read-only transaction. */
export type SqlJob = {
  engine: "sql";
  /** Statements that create the tables. */
  schema: string;
  data_sets: { id: string; sql: string }[];
  /** At most 20 KB. */
  query: string;
  fuel?: number;
};

export type SqlRun = {
  id: string;
  outcome: RunOutcome;
  /** `type` is PostgreSQL's type name, for example `int8`, `numeric`, `text`. */
  columns?: { name: string; type: string }[];
  /** Values as PostgreSQL prints them. Left out (with `rows_sha256`) where they are over 16 KB together. */
  rows?: (string | null)[][];
  rows_sha256?: string;
  row_count?: number;
  /** SQLSTATE and message of an error, cut to 500 characters. */
  code?: string;
  message?: string;
  fuel: number;
};

export type SqlObservation = { engine: "sql"; stamp: EngineStamp; runs: SqlRun[] };

export type SandboxJob = JavaScriptJob | SqlJob;
export type Observation = JavaScriptObservation | SqlObservation;

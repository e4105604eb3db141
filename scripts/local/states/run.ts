import type { Clock } from "../clock.ts";
import type { Json, JsonObject } from "../json.ts";
import type { State } from "./definition.ts";
import type { Bindings } from "./expressions.ts";
import type { Store } from "./store.ts";

export type Machine = { arn: string; name: string; roleArn: string };

/** Does what a Task state's resource names; `resource` is without its callback suffix. */
export type TaskPerformer = (resource: string, request: Json) => Promise<Json>;

export type CallbackOutcome = { output: Json } | { error: string; cause: string };

/** What running states works with. */
export type Machinery = {
  store: Store;
  clock: Clock;
  perform: TaskPerformer;
  /** Who waits for which task token. */
  waiting: Map<string, (outcome: CallbackOutcome) => void>;
};

/** One execution under way. */
export type Run = { arn: string; name: string; machine: Machine; input: Json; startedAt: number };

/** One line of states of a run: the top one, a branch, or an iteration. */
export type Thread = {
  run: Run;
  machinery: Machinery;
  /** Tells its journal notes from those of other threads. */
  path: string;
  /** Aborts with a `Stopped`. */
  signal: AbortSignal;
  variables: Record<string, Json>;
  /** Variables of the threads around it. */
  outer: Record<string, Json>;
  /** Its part of the context object (`Map`). */
  context: JsonObject;
};

/** One visit of one state. */
export type Visit<S extends State = State> = {
  thread: Thread;
  name: string;
  state: S;
  key: string;
  input: Json;
  enteredAt: string;
  retries: number;
};

/** How a visit ended; without `next` the thread is over. */
export type Exit = { output: Json; assign: Record<string, Json>; next?: string };

/** Why a run, or a part of it, was told to stop. It is nobody's failure: no Retry or Catch sees it. */
export class Stopped extends Error {
  readonly why: "shutdown" | "aborted" | "timed-out" | "sibling-failed";
  readonly error: string | undefined;
  constructor(why: Stopped["why"], { error, cause }: { error?: string; cause?: string } = {}) {
    super(cause ?? why);
    this.why = why;
    this.error = error;
  }
}

export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** The context object (`$states.context`) that a visit sees. */
export function contextOf(visit: Visit): JsonObject {
  const { run, context } = visit.thread;
  const { arn, name, machine, input, startedAt } = run;
  return {
    Execution: { Id: arn, Input: input, Name: name, RoleArn: machine.roleArn, StartTime: isoTime(startedAt) },
    State: { EnteredTime: visit.enteredAt, Name: visit.name, RetryCount: visit.retries },
    StateMachine: { Id: machine.arn, Name: machine.name },
    ...context,
  };
}

/** What expressions of a visit can name; `more` joins `$states` (`result`, `errorOutput`, another `context`). */
export function bindingsOf(visit: Visit, more: JsonObject = {}): Bindings {
  const { outer, variables } = visit.thread;
  return { ...outer, ...variables, states: { input: visit.input, context: contextOf(visit), ...more } };
}

import { randomBytes } from "node:crypto";
import type { Json, JsonObject } from "../json.ts";
import type { TaskState } from "./definition.ts";
import { evaluate, evaluateNumber } from "./expressions.ts";
import { StatesFailure } from "./failure.ts";
import { bindingsOf, type CallbackOutcome, contextOf, Stopped, type Visit } from "./run.ts";

const CALLBACK_SUFFIX = ".waitForTaskToken";

/** Seconds a task may take when its state names none. */
const DEFAULT_TIMEOUT = 99_999_999;

/** One attempt: when it began (milliseconds since 1970) and, for a callback, the token it waits for. */
type Attempt = { key: string; began: number; token?: string };

/**
 * Performs one attempt of a Task state. A callback that was asked for before a crash is not asked for again, and its
 * time goes on from its first start; any other task is performed again.
 */
export async function performTask(visit: Visit<TaskState>): Promise<{ result: Json; context: JsonObject }> {
  const { thread, state } = visit;
  const attempt = beginAttempt(visit);
  const context = { ...contextOf(visit), ...(attempt.token ? { Task: { Token: attempt.token } } : {}) };
  const bindings = bindingsOf(visit, { context });
  const stop = new AbortController();
  try {
    const seconds = await evaluateNumber(state.TimeoutSeconds ?? DEFAULT_TIMEOUT, bindings, "TimeoutSeconds");
    const request = state.Arguments === undefined ? visit.input : await evaluate(state.Arguments, bindings);
    const limit = timeLimit(visit, attempt.began + seconds * 1000, AbortSignal.any([thread.signal, stop.signal]));
    const result = await Promise.race([work(visit, attempt, request), limit]);
    return { result, context };
  } finally {
    stop.abort();
    if (attempt.token) letGoOf(visit, attempt.token);
  }
}

function beginAttempt(visit: Visit<TaskState>): Attempt {
  const { machinery, run } = visit.thread;
  const key = `${visit.key}.${visit.retries}`;
  const began = machinery.clock.now();
  if (!visit.state.Resource.endsWith(CALLBACK_SUFFIX)) return { key, began };
  const known = machinery.store.recall<Attempt>(run.arn, key, "attempt");
  if (known) return known;
  const attempt = { key, began, token: randomBytes(48).toString("base64url") };
  machinery.store.addToken(attempt.token, run.arn, key);
  machinery.store.note({ arn: run.arn, key, kind: "attempt" }, attempt);
  return attempt;
}

async function timeLimit(visit: Visit, time: number, signal: AbortSignal): Promise<never> {
  await visit.thread.machinery.clock.sleepUntil(time, signal);
  throw new StatesFailure("States.Timeout");
}

async function work(visit: Visit<TaskState>, attempt: Attempt, request: Json): Promise<Json> {
  const { perform } = visit.thread.machinery;
  const { Resource } = visit.state;
  if (attempt.token === undefined) return perform(Resource, request);
  const reply = awaitCallback(visit, attempt.key, attempt.token);
  await askOnce(visit, attempt.key, () => perform(Resource.slice(0, -CALLBACK_SUFFIX.length), request));
  const outcome = await reply;
  if ("error" in outcome) throw new StatesFailure(outcome.error, outcome.cause);
  return outcome.output;
}

function awaitCallback(visit: Visit, key: string, token: string): Promise<CallbackOutcome> {
  const { machinery, run } = visit.thread;
  const early = machinery.store.recall<CallbackOutcome>(run.arn, key, "outcome");
  if (early) return Promise.resolve(early);
  return new Promise((settle) => machinery.waiting.set(token, settle));
}

async function askOnce(visit: Visit, key: string, ask: () => Promise<Json>): Promise<void> {
  const { store } = visit.thread.machinery;
  const { arn } = visit.thread.run;
  if (store.recall(arn, key, "asked")) return;
  await ask();
  if (!visit.thread.signal.aborted) store.note({ arn, key, kind: "asked" }, true);
}

/** A token ends with its attempt; only a shutdown leaves it open, for the next start. */
function letGoOf(visit: Visit, token: string): void {
  const { machinery, signal } = visit.thread;
  machinery.waiting.delete(token);
  const reason: unknown = signal.reason;
  if (!(reason instanceof Stopped && reason.why === "shutdown")) machinery.store.closeToken(token);
}

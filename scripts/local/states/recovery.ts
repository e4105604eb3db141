import type { Json, JsonObject } from "../json.ts";
import { performBranches, type RunThread } from "./branches.ts";
import type { RecoverableState, Retrier, State } from "./definition.ts";
import { isMatchedBy, type StatesFailure, toFailure } from "./failure.ts";
import { leave } from "./instant-states.ts";
import { contextOf, type Exit, Stopped, type Visit } from "./run.ts";
import { performTask } from "./task.ts";

/** How often each Retry rule was used, and when the next attempt is due (milliseconds since 1970). */
type Retries = { used: number[]; due: number };

type AttemptResult = { result: Json; context: JsonObject };

export function recoverableTypes(state: State): state is RecoverableState {
  return state.Type === "Task" || state.Type === "Map" || state.Type === "Parallel";
}

/** Visits a Task, Map or Parallel state: attempts it as its Retry rules say, then leaves by its end or by a catcher. */
export async function visitRecoverableState(visit: Visit<RecoverableState>, runThread: RunThread): Promise<Exit> {
  const { state, thread } = visit;
  for (;;) {
    const retries = await dueAttempt(visit);
    const current = { ...visit, retries: retries.used.reduce((sum, times) => sum + (times ?? 0), 0) };
    try {
      const { result, context } = await attempt(current, runThread);
      return await leave(current, state, { result, next: state.Next, more: { result, context } });
    } catch (error) {
      if (error instanceof Stopped || thread.signal.aborted) throw thread.signal.reason ?? error;
      const failure = toFailure(error);
      if (!scheduleRetry(current, failure, retries)) return await leaveByCatcher(current, failure);
    }
  }
}

async function attempt(visit: Visit<RecoverableState>, runThread: RunThread): Promise<AttemptResult> {
  const { state } = visit;
  if (state.Type === "Task") return performTask({ ...visit, state });
  return { result: await performBranches({ ...visit, state }, runThread), context: contextOf(visit) };
}

async function dueAttempt(visit: Visit): Promise<Retries> {
  const { machinery, run, signal } = visit.thread;
  const retries = machinery.store.recall<Retries>(run.arn, visit.key, "retries") ?? { used: [], due: 0 };
  if (retries.due > 0) await machinery.clock.sleepUntil(retries.due, signal);
  return retries;
}

/** Notes one more attempt; false when no rule takes the failure or the rule that does is used up. */
function scheduleRetry(visit: Visit<RecoverableState>, failure: StatesFailure, retries: Retries): boolean {
  const rules = visit.state.Retry ?? [];
  const index = rules.findIndex((rule) => isMatchedBy(rule.ErrorEquals, failure));
  const rule = rules[index];
  const times = retries.used[index] ?? 0;
  if (!rule || times >= (rule.MaxAttempts ?? 3)) return false;
  const { store, clock } = visit.thread.machinery;
  const { arn } = visit.thread.run;
  const used = rules.map((_, position) => (retries.used[position] ?? 0) + (position === index ? 1 : 0));
  store.note({ arn, key: visit.key, kind: "retries" }, { used, due: clock.now() + 1000 * delay(rule, times) });
  store.countTransition(arn);
  return true;
}

/** Seconds before the next attempt, after `times` earlier retries by the rule. */
function delay(rule: Retrier, times: number): number {
  const grown = (rule.IntervalSeconds ?? 1) * (rule.BackoffRate ?? 2) ** times;
  const capped = Math.min(grown, rule.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
  return rule.JitterStrategy === "FULL" ? capped * Math.random() : capped;
}

function leaveByCatcher(visit: Visit<RecoverableState>, failure: StatesFailure): Promise<Exit> {
  const rule = (visit.state.Catch ?? []).find((each) => isMatchedBy(each.ErrorEquals, failure));
  if (!rule) throw failure;
  const errorOutput = { Error: failure.code, Cause: failure.message };
  return leave(visit, rule, { result: errorOutput, next: rule.Next, more: { errorOutput } });
}

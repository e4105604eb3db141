import type { Json, JsonObject } from "../json.ts";
import type { InstantState } from "./definition.ts";
import { evaluate, evaluateNumber, evaluateText } from "./expressions.ts";
import { StatesFailure } from "./failure.ts";
import { bindingsOf, type Exit, type Visit } from "./run.ts";

type Of<T extends InstantState["Type"]> = Visit<Extract<InstantState, { Type: T }>>;
type Leaving = { Assign?: Record<string, Json>; Output?: Json };

/** Visits a state that does nothing outside the machine: Pass, Succeed, Fail, Wait or Choice. */
export async function visitInstantState(visit: Visit<InstantState>): Promise<Exit> {
  const { state } = visit;
  switch (state.Type) {
    case "Pass":
      return leave(visit, state, { result: visit.input, next: state.Next });
    case "Succeed":
      return leave(visit, { Output: state.Output }, { result: visit.input });
    case "Fail":
      return fail({ ...visit, state });
    case "Wait":
      await sleep({ ...visit, state });
      return leave(visit, state, { result: visit.input, next: state.Next });
    case "Choice":
      return choose({ ...visit, state });
  }
}

/**
 * Leaves a state by a rule (the state itself, a choice or a catcher): its assignments, and its output or else the
 * result as it is. `more` joins `$states` in the expressions.
 */
export async function leave(
  visit: Visit,
  rule: Leaving,
  { result, next, more }: { result: Json; next?: string; more?: JsonObject },
): Promise<Exit> {
  const bindings = bindingsOf(visit, more);
  const assign = (await evaluate(rule.Assign ?? {}, bindings)) as Record<string, Json>;
  const output = rule.Output === undefined ? result : await evaluate(rule.Output, bindings);
  return { output, assign, next };
}

async function fail(visit: Of<"Fail">): Promise<never> {
  const bindings = bindingsOf(visit);
  const error = await evaluateText(visit.state.Error ?? "", bindings, "Error");
  throw new StatesFailure(error, await evaluateText(visit.state.Cause ?? "", bindings, "Cause"));
}

async function sleep(visit: Of<"Wait">): Promise<void> {
  const { machinery, run, signal } = visit.thread;
  const note = { arn: run.arn, key: visit.key, kind: "until" };
  const until = machinery.store.recall<number>(note.arn, note.key, note.kind) ?? (await wakeTime(visit));
  machinery.store.note(note, until);
  await machinery.clock.sleepUntil(until, signal);
}

async function wakeTime(visit: Of<"Wait">): Promise<number> {
  const bindings = bindingsOf(visit);
  const { Seconds, Timestamp } = visit.state;
  if (Seconds !== undefined) {
    return visit.thread.machinery.clock.now() + 1000 * (await evaluateNumber(Seconds, bindings, "Seconds"));
  }
  const text = await evaluateText(Timestamp!, bindings, "Timestamp");
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new StatesFailure("States.Runtime", `Timestamp is no time: ${text}`);
  return time;
}

async function choose(visit: Of<"Choice">): Promise<Exit> {
  const { state, name, input } = visit;
  const bindings = bindingsOf(visit);
  for (const rule of state.Choices) {
    const holds = await evaluate(rule.Condition, bindings);
    if (typeof holds !== "boolean") {
      throw new StatesFailure("States.QueryEvaluationError", `a condition of '${name}' gives no boolean`);
    }
    if (holds) return leave(visit, rule, { result: input, next: rule.Next });
  }
  if (!state.Default) throw new StatesFailure("States.NoChoiceMatched", `no choice of '${name}' matches`);
  return leave(visit, state, { result: input, next: state.Default });
}

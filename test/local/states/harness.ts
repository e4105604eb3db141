import { virtualClock } from "#scripts/local/clock.ts";
import type { Json, JsonObject } from "#scripts/local/json.ts";
import { createEngine, type Engine } from "#scripts/local/states/engine.ts";
import { StatesFailure } from "#scripts/local/states/failure.ts";

export const MACHINE = "arn:aws:states:us-east-1:000000000000:stateMachine:Machine";
export const START = Date.parse("2026-01-01T00:00:00Z");

type Call = { resource: string; request: JsonObject; at: number };

/** Answers a task by the call and how many came before it; throws a StatesFailure to fail it. */
export type Performer = (call: Call, index: number) => Json | Promise<Json>;

const succeeding: Performer = () => ({ Payload: null });

export function failing(code: string): never {
  throw new StatesFailure(code, "as told");
}

/** An engine on a standing clock, with one machine and every call noted. */
export function harness(
  document: object,
  {
    perform = succeeding,
    file = ":memory:",
    now = START,
    settled,
  }: { perform?: Performer; file?: string; now?: number; settled?: () => Promise<void> } = {},
) {
  const calls: Call[] = [];
  const clock = virtualClock(now, settled ?? (() => engine.idle()));
  const engine: Engine = createEngine({
    file,
    clock,
    perform: async (resource, request) => {
      const call = { resource, request: request as JsonObject, at: clock.now() };
      calls.push(call);
      return perform(call, calls.length - 1);
    },
  });
  engine.addMachine({ arn: MACHINE, name: "Machine", roleArn: "role" }, document);
  const run = async (input: Json = {}, name = "run") => {
    const { arn } = engine.start(MACHINE, input, name);
    await clock.advanceTo(START + 400 * 86_400_000);
    return engine.describe(arn);
  };
  return { engine, clock, calls, run };
}

/** A line of states, each going on to the next. */
export function branch(states: Record<string, object>) {
  const names = Object.keys(states);
  const linked = names.map((name, index) => {
    const next = names[index + 1];
    return [name, { ...states[name], ...(next ? { Next: next } : { End: true }) }];
  });
  return { StartAt: names[0], States: Object.fromEntries(linked) };
}

/** A machine of one line of states. */
export const line = (states: Record<string, object>) => ({ QueryLanguage: "JSONata", ...branch(states) });

export const task = (more: object = {}) => ({ Type: "Task", Resource: "arn:aws:states:::lambda:invoke", ...more });
export const callback = (more: object = {}) =>
  task({
    Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
    Arguments: { token: "{% $states.context.Task.Token %}" },
    ...more,
  });

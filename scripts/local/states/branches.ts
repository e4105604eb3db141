import type { Json, JsonObject } from "../json.ts";
import type { Branch, MapState, ParallelState } from "./definition.ts";
import { evaluate, evaluateNumber } from "./expressions.ts";
import { StatesFailure } from "./failure.ts";
import { bindingsOf, contextOf, Stopped, type Thread, type Visit } from "./run.ts";

export type RunThread = (thread: Thread, branch: Branch, input: Json) => Promise<Json>;

type Job = { branch: Branch; input: () => Promise<Json>; context: JsonObject };

/** Runs a Map's iterations or a Parallel's branches; the first failure stops the others and is the state's failure. */
export async function performBranches(visit: Visit<MapState | ParallelState>, runThread: RunThread): Promise<Json[]> {
  const { state } = visit;
  if (state.Type === "Map") {
    const most = await evaluateNumber(state.MaxConcurrency ?? 0, bindingsOf(visit), "MaxConcurrency");
    return runAll(visit, { jobs: await iterations({ ...visit, state }), most }, runThread);
  }
  const argument = state.Arguments === undefined ? visit.input : await evaluate(state.Arguments, bindingsOf(visit));
  const jobs = state.Branches.map((branch) => ({ branch, input: async () => argument, context: {} }));
  return runAll(visit, { jobs, most: 0 }, runThread);
}

async function iterations(visit: Visit<MapState>): Promise<Job[]> {
  const { state } = visit;
  const items = state.Items === undefined ? visit.input : await evaluate(state.Items, bindingsOf(visit));
  if (!Array.isArray(items)) {
    throw new StatesFailure("States.QueryEvaluationError", `the items of '${visit.name}' are no list`);
  }
  return items.map((item, index) => {
    const context = { Map: { Item: { Index: index, Value: item } } };
    const bindings = () => bindingsOf(visit, { context: { ...contextOf(visit), ...context } });
    const input = async () => (state.ItemSelector === undefined ? item : evaluate(state.ItemSelector, bindings()));
    return { branch: state.ItemProcessor, input, context };
  });
}

/** Runs the jobs, at most `most` at a time (0: all at once), and gives their results in the order of the jobs. */
async function runAll(
  visit: Visit,
  { jobs, most }: { jobs: Job[]; most: number },
  runThread: RunThread,
): Promise<Json[]> {
  const group = new AbortController();
  const results: Json[] = [];
  const queue = jobs.entries();
  const work = async () => {
    for (const [index, job] of queue) {
      const thread = childThread(visit, { index, context: job.context, group: group.signal });
      results[index] = await runThread(thread, job.branch, await job.input());
    }
  };
  const workers = Array.from({ length: Math.min(most || jobs.length, jobs.length) }, work);
  try {
    await Promise.all(workers);
  } catch (error) {
    group.abort(new Stopped("sibling-failed"));
    await Promise.allSettled(workers);
    throw error;
  }
  return results;
}

function childThread(
  visit: Visit,
  { index, context, group }: { index: number; context: JsonObject; group: AbortSignal },
): Thread {
  const { thread } = visit;
  return {
    ...thread,
    path: `${visit.key}.${visit.retries}/${index}`,
    signal: AbortSignal.any([thread.signal, group]),
    variables: {},
    outer: { ...thread.outer, ...thread.variables },
    context: { ...thread.context, ...context },
  };
}

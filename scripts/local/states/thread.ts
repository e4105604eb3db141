import type { Json } from "../json.ts";
import type { Branch, State } from "./definition.ts";
import { StatesFailure } from "./failure.ts";
import { visitInstantState } from "./instant-states.ts";
import { recoverableTypes, visitRecoverableState } from "./recovery.ts";
import { type Exit, isoTime, type Thread, type Visit } from "./run.ts";

/** Bytes of JSON that a state's output may have. */
const LARGEST_PAYLOAD = 262_144;

/**
 * Runs a branch from its first state to its end. Finished visits are answered from the journal, so a thread that is
 * started again after a crash goes on where it stood.
 */
export async function runThread(thread: Thread, branch: Branch, input: Json): Promise<Json> {
  let at = { name: branch.StartAt, input };
  for (let visit = 0; ; visit++) {
    const exit = await visitOnce(thread, branch, { ...at, key: `${thread.path}#${visit}` });
    Object.assign(thread.variables, exit.assign);
    if (exit.next === undefined) return exit.output;
    at = { name: exit.next, input: exit.output };
  }
}

type Arrival = { name: string; input: Json; key: string };

async function visitOnce(thread: Thread, branch: Branch, arrival: Arrival): Promise<Exit> {
  const { store } = thread.machinery;
  const { arn } = thread.run;
  const finished = store.recall<Exit>(arn, arrival.key, "exit");
  if (finished) return finished;
  const state = branch.States[arrival.name];
  if (!state) throw new StatesFailure("States.Runtime", `no state is called ${arrival.name}`);
  const visit = enter(thread, state, arrival);
  const exit = await visitState(visit);
  refuseLargeOutput(visit, exit);
  store.note({ arn, key: arrival.key, kind: "exit" }, exit);
  record(visit, "Exited", { output: JSON.stringify(exit.output) });
  return exit;
}

function enter(thread: Thread, state: State, { name, input, key }: Arrival): Visit {
  const { store, clock } = thread.machinery;
  const { arn } = thread.run;
  const known = store.recall<string>(arn, key, "enter");
  const visit = { thread, name, state, key, input, enteredAt: known ?? isoTime(clock.now()), retries: 0 };
  if (known === undefined) {
    store.note({ arn, key, kind: "enter" }, visit.enteredAt);
    store.countTransition(arn);
    record(visit, "Entered", { input: JSON.stringify(input) });
  }
  return visit;
}

function visitState(visit: Visit): Promise<Exit> {
  const { state } = visit;
  if (recoverableTypes(state)) return visitRecoverableState({ ...visit, state }, runThread);
  return visitInstantState({ ...visit, state });
}

function refuseLargeOutput(visit: Visit, exit: Exit): void {
  if (Buffer.byteLength(JSON.stringify(exit.output)) <= LARGEST_PAYLOAD) return;
  throw new StatesFailure(
    "States.DataLimitExceeded",
    `the state '${visit.name}' gave a result larger than ${LARGEST_PAYLOAD} bytes`,
  );
}

function record(visit: Visit, what: "Entered" | "Exited", data: Record<string, string>): void {
  const { machinery, run } = visit.thread;
  const details = { [`state${what}EventDetails`]: { name: visit.name, ...data } };
  machinery.store.addEvent(run.arn, { at: machinery.clock.now(), type: `${visit.state.Type}State${what}`, details });
}

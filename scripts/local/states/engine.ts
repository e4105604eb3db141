import { randomUUID } from "node:crypto";
import { ServiceError } from "../aws/service-error.ts";
import { type Clock, realClock } from "../clock.ts";
import type { Json, JsonObject } from "../json.ts";
import { type Definition, parseDefinition } from "./definition.ts";
import { toFailure } from "./failure.ts";
import { type CallbackOutcome, type Machine, type Machinery, type Run, Stopped, type TaskPerformer } from "./run.ts";
import { type Ending, type ExecutionRecord, type HistoryEvent, openStore, type Status } from "./store.ts";
import { runThread } from "./thread.ts";

export type Engine = {
  /** @param document the state machine as JSON; @throws Error where it holds what cannot run here */
  addMachine(machine: Machine, document: unknown): void;
  /** Starts an execution; the same name and input again, while it runs, give the same execution. */
  start(machineArn: string, input: Json, name?: string): ExecutionRecord;
  /** Goes on with every execution that was running when the last engine ended. @returns how many */
  resume(): number;
  stop(executionArn: string, reason?: { error?: string; cause?: string }): void;
  settle(token: string, outcome: CallbackOutcome): void;
  describe(executionArn: string): ExecutionRecord;
  list(machineArn: string, status?: Status): ExecutionRecord[];
  history(executionArn: string): HistoryEvent[];
  /** The execution when it has ended. */
  finished(executionArn: string): Promise<ExecutionRecord>;
  /** Resolves when nothing is under way but waits and callbacks. */
  idle(): Promise<void>;
  close(): Promise<void>;
};

type Loaded = { machine: Machine; definition: Definition };
type UnderWay = { abort: AbortController; done: Promise<void> };

const EXECUTION_NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/]{1,80}$/;

/** What an engine is made of; `busy` counts the tasks under way. */
type Parts = {
  machinery: Machinery;
  machines: Map<string, Loaded>;
  underWay: Map<string, UnderWay>;
  busy: { tasks: number };
};

/**
 * A durable interpreter of Standard workflows in JSONata.
 * @param options.file the SQLite database that keeps executions, or ":memory:"
 */
export function createEngine(options: { file: string; perform: TaskPerformer; clock?: Clock }): Engine {
  const parts = assemble(options);
  const { store } = parts.machinery;
  const known = (arn: string) => store.execution(arn) ?? refuse("ExecutionDoesNotExist", arn);
  return {
    addMachine: (machine, document) => {
      parts.machines.set(machine.arn, { machine, definition: parseDefinition(document, machine.name) });
    },
    start: (machineArn, input, name = randomUUID()) => start(parts, { machineArn, input, name }),
    resume: () => resume(parts),
    stop: (arn, reason) => {
      known(arn);
      parts.underWay.get(arn)?.abort.abort(new Stopped("aborted", reason));
    },
    settle: (token, outcome) => settle(parts.machinery, token, outcome),
    describe: known,
    list: (arn, status) => store.executionsOf(arn).filter((record) => !status || record.status === status),
    history: (arn) => store.history(known(arn).arn),
    finished: async (arn) => {
      await parts.underWay.get(arn)?.done;
      return known(arn);
    },
    idle: () => idle(parts),
    close: () => close(parts),
  };
}

function assemble({ file, perform, clock = realClock }: Parameters<typeof createEngine>[0]): Parts {
  const busy = { tasks: 0 };
  const machinery = { store: openStore(file), clock, perform: counted(perform, busy), waiting: new Map() };
  return { machinery, machines: new Map(), underWay: new Map(), busy };
}

type Request = { machineArn: string; input: Json; name: string };

function start(parts: Parts, { machineArn, input, name }: Request): ExecutionRecord {
  const { store, clock } = parts.machinery;
  const loaded = parts.machines.get(machineArn) ?? refuse("StateMachineDoesNotExist", machineArn);
  if (!EXECUTION_NAME.test(name)) refuse("InvalidName", name);
  const arn = `${machineArn.replace(":stateMachine:", ":execution:")}:${name}`;
  const text = JSON.stringify(input);
  const same = store.execution(arn);
  if (same?.status === "RUNNING" && same.input === text) return same;
  if (same) refuse("ExecutionAlreadyExists", arn);
  const started = clock.now();
  const definition = JSON.stringify(loaded.definition);
  store.addExecution({ arn, machine: machineArn, name, definition, input: text, started });
  const details = { executionStartedEventDetails: { input: text, roleArn: loaded.machine.roleArn } };
  store.addEvent(arn, { at: started, type: "ExecutionStarted", details });
  launch(parts, { arn, name, machine: loaded.machine, input, startedAt: started }, loaded.definition);
  return store.execution(arn)!;
}

function launch({ machinery, underWay }: Parts, run: Run, definition: Definition): void {
  const abort = new AbortController();
  const done = follow({ run, definition, machinery, abort }).then(() => void underWay.delete(run.arn));
  underWay.set(run.arn, { abort, done });
}

function resume(parts: Parts): number {
  const running = parts.machinery.store.runningExecutions().filter(({ arn }) => !parts.underWay.has(arn));
  for (const record of running) {
    launch(parts, asRun(record, parts.machines), JSON.parse(record.definition) as Definition);
  }
  return running.length;
}

async function idle({ busy }: Parts): Promise<void> {
  do await new Promise((done) => setTimeout(done, busy.tasks > 0 ? 1 : 0));
  while (busy.tasks > 0);
}

async function close({ underWay, machinery }: Parts): Promise<void> {
  const runs = [...underWay.values()];
  for (const { abort } of runs) abort.abort(new Stopped("shutdown"));
  await Promise.all(runs.map(({ done }) => done));
  machinery.store.close();
}

function refuse(code: string, what: string): never {
  throw new ServiceError(code, `${code}: '${what}'`);
}

function counted(perform: TaskPerformer, busy: { tasks: number }): TaskPerformer {
  return async (resource, request) => {
    busy.tasks++;
    try {
      return await perform(resource, request);
    } finally {
      busy.tasks--;
    }
  };
}

/** An execution goes on under the definition it was started with, even where the template has another one by now. */
function asRun(record: ExecutionRecord, machines: Map<string, Loaded>): Run {
  const former = { arn: record.machine, name: record.machine.split(":").at(-1)!, roleArn: "" };
  const machine = machines.get(record.machine)?.machine ?? former;
  return { arn: record.arn, name: record.name, machine, input: JSON.parse(record.input), startedAt: record.started };
}

type Following = { run: Run; definition: Definition; machinery: Machinery; abort: AbortController };

async function follow({ run, definition, machinery, abort }: Following): Promise<void> {
  const { signal } = abort;
  const over = new AbortController();
  if (definition.TimeoutSeconds) {
    const limit = run.startedAt + definition.TimeoutSeconds * 1000;
    const late = () => abort.abort(new Stopped("timed-out"));
    machinery.clock.sleepUntil(limit, over.signal).then(late, () => undefined);
  }
  const top = { run, machinery, path: "", signal, variables: {}, outer: {}, context: {} };
  const ending = await runThread(top, definition, run.input).then(
    (output): Ending => ({ status: "SUCCEEDED", output }),
    (error: unknown) => endingOf(error),
  );
  over.abort();
  if (ending) finish(run, ending, machinery);
}

/** How a run ends by what was thrown; a shutdown is no end. */
function endingOf(error: unknown): Ending | undefined {
  if (error instanceof Stopped) {
    if (error.why === "shutdown") return undefined;
    if (error.why === "timed-out") return { status: "TIMED_OUT" };
    return { status: "ABORTED", error: error.error, cause: error.message };
  }
  const failure = toFailure(error);
  return { status: "FAILED", error: failure.code, cause: failure.message };
}

const ENDED = {
  SUCCEEDED: "ExecutionSucceeded",
  FAILED: "ExecutionFailed",
  TIMED_OUT: "ExecutionTimedOut",
  ABORTED: "ExecutionAborted",
} as const;

function finish(run: Run, ending: Ending, { store, clock }: Machinery): void {
  const type = ENDED[ending.status];
  const { output, error, cause } = ending;
  const told: JsonObject =
    output === undefined ? { error: error ?? "", cause: cause ?? "" } : { output: JSON.stringify(output) };
  const details = { [`e${type.slice(1)}EventDetails`]: told };
  store.addEvent(run.arn, { at: clock.now(), type, details });
  store.endExecution(run.arn, ending, clock.now());
}

/** Keeps the outcome first, so that it also counts where the task is only waited for again after a restart. */
function settle({ store, waiting }: Machinery, token: string, outcome: CallbackOutcome): void {
  const record = store.token(token) ?? refuse("InvalidToken", token);
  if (record.state === "closed") refuse("TaskTimedOut", token);
  store.note({ arn: record.arn, key: record.key, kind: "outcome" }, outcome);
  store.closeToken(token);
  waiting.get(token)?.(outcome);
}

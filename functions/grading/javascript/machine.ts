import type { Command } from "./guest/harness.ts";
import { boot, callHarness, type EVALUATION, evaluate, type Image, type Result, restore } from "./image.ts";
import { type Host, INITIAL_PAGES, instantiate, PAGE, type QuickJs, readText } from "./quickjs.ts";
import { moduleSource } from "./shim-modules.ts";

/** 2026-01-01T00:00:00Z: where every run's clock starts. */
export const EPOCH = Date.UTC(2026, 0, 1);
/** Each look at the clock takes this many milliseconds, so that a program that waits by looking at it gets on. */
const LOOK = 0.01;
const CONSOLE_BYTES = 64 * 1024;
const CONSOLE_KEPT = 2_000;
const SETTLED = { pending: 0, rejected: 2, noPromise: -1 } as const;

/** The console went over its limit. Thrown through the guest, which can't catch it. */
export class OutputLimit extends Error {}

/** What one run did to its host. */
export type Trace = { clock: number; printed: string; printedBytes: number; memoryRefused: boolean };

/**
 * One QuickJS instance that is put back, between runs, to the state in which only the harness was loaded. Its whole
 * memory is written anew, so a run can't leave anything to the next, and the same run burns the same fuel every time.
 */
export type Machine = {
  readonly trace: Trace;
  readonly fuel: { value: bigint };
  reset(fuel: number): void;
  /** Evaluates a script or module; `compileOnly` finds syntax errors and runs nothing. */
  evaluate(source: string, how: keyof typeof EVALUATION): Result;
  /** What became of a module: its namespace, its error, or `undefined` while it waits for something. */
  moduleResult(evaluated: number): Result | undefined;
  /** Asks the harness; strings become guest strings, numbers are addresses of guest values. */
  ask(command: Command, ...parameters: (string | number)[]): { text: string } | { error: number };
  /** Runs promise jobs until none is left. */
  drain(): void;
  undefinedValue(): number;
  /** Whether the memory grew: an instance can't give that back, so it has to be replaced. */
  hasGrown(): boolean;
};

/** Starts QuickJS once and loads the harness; every machine then starts from there. */
export function makeImage(module: WebAssembly.Module, harnessSource: string): Image {
  const nothingPrinted = () => "";
  return boot(instantiate(module, hostOf(startOfRun(), nothingPrinted)), harnessSource);
}

/** A new instance that stands where the image was made. */
export function openMachine(module: WebAssembly.Module, image: Image): Machine {
  const trace = startOfRun();
  const textOf = (value: number): string => readText(quickJs, quickJs.getString(image.context, value));
  const quickJs: QuickJs = instantiate(module, hostOf(trace, textOf));
  return {
    trace,
    fuel: quickJs.fuel,
    reset: (fuel) => {
      Object.assign(trace, startOfRun());
      restore(quickJs, image, fuel);
    },
    evaluate: (source, how) => evaluate(quickJs, image.context, { source, how }),
    moduleResult: (evaluated) => moduleResult(quickJs, image.context, evaluated),
    ask: (command, ...parameters) => callHarness(quickJs, image, [command, ...parameters]),
    drain: () => drain(quickJs, image.runtime),
    undefinedValue: () => quickJs.undefinedValue(),
    hasGrown: () => quickJs.memory.buffer.byteLength > INITIAL_PAGES * PAGE,
  };
}

const startOfRun = (): Trace => ({ clock: EPOCH, printed: "", printedBytes: 0, memoryRefused: false });

function hostOf(trace: Trace, textOf: (value: number) => string): Host {
  return {
    now: () => {
      trace.clock += LOOK;
      return trace.clock;
    },
    called: (value) => print(trace, textOf(value)),
    moduleSource,
    memoryRefused: () => {
      trace.memoryRefused = true;
    },
  };
}

function print(trace: Trace, text: string): void {
  trace.printedBytes += Buffer.byteLength(text);
  if (trace.printed.length < CONSOLE_KEPT) trace.printed = (trace.printed + text).slice(0, CONSOLE_KEPT);
  if (trace.printedBytes > CONSOLE_BYTES) throw new OutputLimit("more than 64 KB were printed");
}

function moduleResult(quickJs: QuickJs, context: number, evaluated: number): Result | undefined {
  const state = quickJs.promiseState(context, evaluated);
  if (state === SETTLED.noPromise) return { value: evaluated };
  if (state === SETTLED.pending) return undefined;
  const result = quickJs.promiseResult(context, evaluated);
  return state === SETTLED.rejected ? { error: result } : { value: result };
}

function drain(quickJs: QuickJs, runtime: number): void {
  const lastContext = quickJs.allocate(4);
  while (quickJs.isJobPending(runtime)) quickJs.executePendingJobs(runtime, 1, lastContext);
}

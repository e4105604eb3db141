import type { EncodedValue, JavaScriptRun, RunOutcome } from "../../../shared/domain/grading/sandbox.ts";
import { keepIfSmall } from "../kept-value.ts";
import { EPOCH, type Machine, OutputLimit } from "./machine.ts";
import { load, type Program } from "./program.ts";

const VIRTUAL_MILLISECONDS = 60_000;
const TICKS = 10_000;
const MESSAGE_LENGTH = 500;

/** One call to make: its arguments as a JSON list, and the steps it may take, loading included. */
export type Call = { id: string; arguments: string; fuel: number };

type Ending = { outcome: RunOutcome; message?: string; value?: EncodedValue; arguments_after?: EncodedValue };
type Phase = { isLoading: boolean };

/**
 * Loads the program into a clean machine and makes one call.
 * `endedLoading`: the program never got as far as the call, so every other call would end the same way.
 */
export function runCall(machine: Machine, program: Program, call: Call): { run: JavaScriptRun; endedLoading: boolean } {
  machine.reset(call.fuel);
  const phase: Phase = { isLoading: true };
  const ending = endOf(machine, { program, call, phase });
  const used = Math.min(call.fuel, Number(BigInt(call.fuel) - machine.fuel.value));
  return { run: { id: call.id, ...ending, console: machine.trace.printed, fuel: used }, endedLoading: phase.isLoading };
}

function endOf(machine: Machine, { program, call, phase }: { program: Program; call: Call; phase: Phase }): Ending {
  if ("refused" in program) return { outcome: "load-error", message: cut(program.refused) };
  try {
    const failed = load(machine, program.source, program.entry);
    if (failed) return loadEnding(machine, failed);
    phase.isLoading = false;
    return callEntry(machine, call.arguments);
  } catch (fault) {
    return endingOfFault(machine, fault);
  }
}

function loadEnding(machine: Machine, failed: { error: number } | "no-function" | "waiting"): Ending {
  if (failed === "no-function") return { outcome: "no-function" };
  if (failed === "waiting")
    return { outcome: "load-error", message: "the module waits for something at its top level" };
  return thrown(machine, describe(machine, failed.error), "load-error");
}

function callEntry(machine: Machine, parameters: string): Ending {
  const started = machine.ask("call", parameters);
  if ("error" in started) return thrown(machine, describe(machine, started.error), "threw");
  const waited = waitUntilSettled(machine);
  if (waited) return waited;
  return text(machine, "status") === "threw" ? thrown(machine, text(machine, "fault"), "threw") : readResult(machine);
}

/** Runs promise jobs and timers, the virtual clock jumping to each, until the entry's promise is settled. */
function waitUntilSettled(machine: Machine): Ending | undefined {
  for (let ticks = 0; ; ticks++) {
    if (text(machine, "status") !== "pending") return undefined;
    machine.drain();
    if (text(machine, "status") !== "pending") return undefined;
    const due = Number(text(machine, "due"));
    if (due < 0) return { outcome: "never-settled", message: "the promise never settles and no timer waits" };
    if (ticks >= TICKS || due - EPOCH > VIRTUAL_MILLISECONDS)
      return { outcome: "timer-limit", message: "more than 60 seconds or 10,000 timers" };
    machine.trace.clock = Math.max(machine.trace.clock, due);
    const ticked = machine.ask("tick");
    if ("error" in ticked) return thrown(machine, describe(machine, ticked.error), "threw");
  }
}

function readResult(machine: Machine): Ending {
  const value = machine.ask("value");
  if ("error" in value) return thrown(machine, describe(machine, value.error), "bad-result");
  const after = machine.ask("parameters");
  const kept: Ending = { outcome: "ok", value: keepIfSmall(value.text) };
  return "error" in after ? kept : { ...kept, arguments_after: keepIfSmall(after.text) };
}

function text(machine: Machine, command: "status" | "due" | "fault"): string {
  const answer = machine.ask(command);
  if ("error" in answer) throw new Error(`the harness failed at "${command}"`);
  return answer.text;
}

function describe(machine: Machine, error: number): string {
  const described = machine.ask("describe", error);
  return "error" in described ? "thrown: a value that can't be described" : described.text;
}

const STACK_MESSAGE = /^(?:InternalError|SyntaxError|RangeError): (?:stack overflow|Maximum call stack size exceeded)/;
/** QuickJS throws `null` where not even the error finds room. */
const MEMORY_MESSAGE = /^(?:InternalError: out of memory|thrown: null$)/;

function thrown(machine: Machine, message: string, otherwise: RunOutcome): Ending {
  if (STACK_MESSAGE.test(message))
    return { outcome: otherwise === "bad-result" ? otherwise : "stack", message: cut(message) };
  if (machine.trace.memoryRefused && MEMORY_MESSAGE.test(message))
    return { outcome: "memory", message: "out of memory" };
  return { outcome: otherwise, message: cut(message) };
}

const cut = (message: string): string => message.slice(0, MESSAGE_LENGTH).toWellFormed();

/** What ended the guest from outside: empty fuel, a limit of the host, or the end of a stack. */
function endingOfFault(machine: Machine, fault: unknown): Ending {
  if (machine.fuel.value < 0n) return { outcome: "fuel", message: "took too many steps" };
  if (fault instanceof OutputLimit) return { outcome: "output", message: fault.message };
  if (machine.trace.memoryRefused) return { outcome: "memory", message: "out of memory" };
  const isStackEnd =
    fault instanceof RangeError || (fault instanceof WebAssembly.RuntimeError && /unreachable/.test(fault.message));
  if (isStackEnd) return { outcome: "stack", message: "the stack is used up" };
  return { outcome: "engine", message: cut(String(fault)) };
}

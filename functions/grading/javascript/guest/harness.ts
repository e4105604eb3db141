import { encodeValue } from "../../../../shared/domain/grading/encode-value.ts";
import { installConsole } from "./console.ts";
import { apply, defineGlobal, deleteProperty, parse, settle, toText } from "./primordials.ts";
import { requireShim } from "./shims.ts";
import { installTimers, nextDue, runNext } from "./timers.ts";
import { installWebGlobals } from "./web-globals.ts";

/*
 * The part of the engine that lives beside the candidate's program. It calls the entry, waits for its promise and
 * encodes what came out; it holds no expected value, so there is nothing here worth stealing or forging.
 */

type Callable = (...parameters: unknown[]) => unknown;
type State = { status: "idle" | "pending" | "settled" | "threw"; value: unknown; parameters: unknown[] };

const state: State = { status: "idle", value: undefined, parameters: [] };
const commonJs: { exports: unknown } = { exports: {} };
let entry: Callable | undefined;

/**
 * Looks for the function to call: declared at the top level, exported, the default export, or CommonJS.
 * `declared` is what the name stands for in the program's own scope, `namespace` what a module exports.
 */
function find(name: string, declared: unknown, namespace: unknown): string {
  const byDefault = memberOf(namespace, "default");
  const exported = commonJs.exports;
  const places = [
    declared,
    memberOf(namespace, name),
    byDefault,
    memberOf(byDefault, name),
    memberOf(exported, name),
    exported,
  ];
  for (let index = 0; index < places.length; index++) {
    if (typeof places[index] !== "function") continue;
    entry = places[index] as Callable;
    return "found";
  }
  return "no-function";
}

/** Calls the entry with the arguments in `text` (a JSON list). @returns the status after the call. */
function call(text: string): string {
  state.parameters = parse(text) as unknown[];
  try {
    const value = apply(entry!, undefined, state.parameters);
    if (isThenable(value)) wait(value);
    else finish("settled", value);
  } catch (fault) {
    finish("threw", fault);
  }
  return state.status;
}

function memberOf(holder: unknown, name: string): unknown {
  const canHold = (typeof holder === "object" && holder !== null) || typeof holder === "function";
  return canHold ? (holder as Record<string, unknown>)[name] : undefined;
}

function isThenable(value: unknown): boolean {
  return typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function";
}

function wait(value: unknown): void {
  state.status = "pending";
  settle(
    value,
    (result) => finish("settled", result),
    (fault) => finish("threw", fault),
  );
}

function finish(status: "settled" | "threw", value: unknown): void {
  state.status = status;
  state.value = value;
}

/** `TypeError: x is not a function`, or what was thrown where it was no error. Never throws. */
function describeFault(fault: unknown): string {
  try {
    if (typeof fault !== "object" || fault === null) return `thrown: ${toText(fault)}`;
    const { name, message } = fault as Error;
    return name === undefined && message === undefined ? "thrown: an object" : `${toText(name)}: ${toText(message)}`;
  } catch {
    return "thrown: an object that can't be described";
  }
}

const COMMANDS = {
  find,
  call,
  status: () => state.status,
  fault: () => describeFault(state.value),
  describe: describeFault,
  value: () => encodeValue(state.value),
  parameters: () => encodeValue(state.parameters),
  due: () => toText(nextDue()),
  tick: () => {
    runNext();
    return "ticked";
  },
};

/** What the host may ask of the harness; each command takes texts or values and returns a text. */
export type Command = keyof typeof COMMANDS;

type Print = (text: string) => void;
const print = (globalThis as unknown as { __print: Print }).__print;
deleteProperty(globalThis, "__print");
installConsole(print);
installTimers();
installWebGlobals();
defineGlobal("module", commonJs);
defineGlobal("exports", commonJs.exports);
defineGlobal("require", requireShim);
defineGlobal("global", globalThis);
defineGlobal("__harness", (command: Command, ...parameters: unknown[]) =>
  apply(COMMANDS[command] as Callable, undefined, parameters),
);

import { stripTypeScriptTypes } from "node:module";
import type { JavaScriptJob } from "../../../shared/domain/grading/sandbox.ts";
import type { Result } from "./image.ts";
import type { Machine } from "./machine.ts";

const SOURCE_BYTES = 64 * 1024;
const MAY_BE_MODULE = /\b(?:export|import)\b/;

/**
 * A submission as QuickJS gets it, or why it can't be loaded at all. `brokeStripper`: the text made Node's TypeScript
 * stripper fail inside, and no later text of this process would get through it.
 */
export type Program = { entry: string } & ({ source: string } | { refused: string; brokeStripper?: boolean });

export function readProgram({ source, language, entry }: JavaScriptJob): Program {
  if (Buffer.byteLength(source) > SOURCE_BYTES) return { entry, refused: "the source is longer than 64 KB" };
  if (language === "javascript") return { entry, source };
  try {
    return { entry, source: stripTypeScriptTypes(source) };
  } catch (fault) {
    return { entry, ...refusalOf(fault as { code?: string; message: string }) };
  }
}

const SYNTAX_FAULTS = new Set(["ERR_INVALID_TYPESCRIPT_SYNTAX", "ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX"]);

function refusalOf({ code, message }: { code?: string; message: string }): {
  refused: string;
  brokeStripper?: boolean;
} {
  const isSyntax = SYNTAX_FAULTS.has(code ?? "") && !/memory access|unreachable|recursion|call stack/i.test(message);
  if (isSyntax) return { refused: `SyntaxError: ${message.split("\n")[0]}` };
  return { refused: "SyntaxError: the source is too complex to read as TypeScript", brokeStripper: true };
}

/**
 * Loads the program, then finds its entry in a second evaluation, so that no trick of the text (an open comment, a
 * missing bracket) can swallow the question.
 *
 * @returns `undefined` when the entry was found, else why not.
 */
export function load(
  machine: Machine,
  source: string,
  entry: string,
): { error: number } | "no-function" | "waiting" | undefined {
  return isModule(machine, source) ? loadModule(machine, source, entry) : loadScript(machine, source, entry);
}

/** Only a text that is no script may be a module: `export` in a comment makes none. */
function isModule(machine: Machine, source: string): boolean {
  return MAY_BE_MODULE.test(source) && "error" in machine.evaluate(source, "compileOnly");
}

function loadScript(machine: Machine, source: string, entry: string) {
  const loaded = machine.evaluate(source, "script");
  if ("error" in loaded) return loaded;
  machine.drain();
  const declared = machine.evaluate(`typeof ${entry} === "undefined" ? undefined : ${entry}`, "script");
  return "error" in declared ? declared : find(machine, entry, { declared: declared.value });
}

function loadModule(machine: Machine, source: string, entry: string) {
  const evaluated = machine.evaluate(source, "module");
  if ("error" in evaluated) return evaluated;
  machine.drain();
  const loaded: Result | undefined = machine.moduleResult(evaluated.value);
  if (!loaded) return "waiting";
  return "error" in loaded ? loaded : find(machine, entry, { namespace: loaded.value });
}

function find(machine: Machine, entry: string, { declared, namespace }: { declared?: number; namespace?: number }) {
  const nothing = machine.undefinedValue();
  const found = machine.ask("find", entry, declared ?? nothing, namespace ?? nothing);
  if ("error" in found) return found;
  return found.text === "found" ? undefined : "no-function";
}

import { canonicalJson } from "../../foundation/json.ts";
import { describeValue, isUnchanged, sameValue } from "../encoding.ts";
import type { JavaScriptRun } from "../sandbox.ts";
import type { CodingTest } from "./schema.ts";

/** Whether a test passed, and in a sentence why not. */
export type Verdict = { passed: boolean; because: string };

const PASSED: Verdict = { passed: true, because: "passed" };
const failed = (because: string): Verdict => ({ passed: false, because });

/** Compares what one call did with what its test expects. */
export function judgeRun(test: CodingTest, run: JavaScriptRun, tolerance: number): Verdict {
  if (test.throws !== undefined) return judgeThrow(test.throws, run);
  if (run.outcome !== "ok") return failed(outcomeText(run));
  if (test.expected !== undefined && !sameValue(run.value, test.expected, { tolerance })) {
    return failed(`returned ${describeValue(run.value)} instead of ${canonicalJson(test.expected).slice(0, 200)}`);
  }
  if (test.input_unchanged && !isUnchanged(run.arguments_after, test.arguments)) return failed("changed its input");
  return PASSED;
}

function judgeThrow(name: string, run: JavaScriptRun): Verdict {
  if (run.outcome !== "threw")
    return failed(run.outcome === "ok" ? `returned ${describeValue(run.value)} instead of throwing` : outcomeText(run));
  const thrown = run.message ?? "";
  return thrown === name || thrown.startsWith(`${name}:`) ? PASSED : failed(`threw ${thrown} instead of ${name}`);
}

const OUTCOMES: { [outcome: string]: string } = {
  threw: "threw an error",
  "load-error": "the program couldn't be loaded",
  "no-function": "the function isn't defined",
  fuel: "ran for too many steps",
  memory: "used too much memory",
  stack: "called itself too deeply",
  "never-settled": "its promise never settled",
  "timer-limit": "set too many timers",
  output: "printed too much",
  "bad-result": "returned a value that is too large or has no text",
};

const outcomeText = ({ outcome, message }: JavaScriptRun): string =>
  `${OUTCOMES[outcome] ?? outcome}${message ? `: ${message}` : ""}`;

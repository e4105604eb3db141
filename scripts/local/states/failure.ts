import { messageOf } from "../json.ts";

/** A failure as state machines see it: a name that Retry and Catch match, and a cause for people. */
export class StatesFailure extends Error {
  readonly code: string;
  constructor(code: string, reason = "") {
    super(reason);
    this.name = code;
    this.code = code;
  }
}

/** Anything thrown, as a failure; what has no name of its own is `States.Runtime`. */
export function toFailure(error: unknown): StatesFailure {
  return error instanceof StatesFailure ? error : new StatesFailure("States.Runtime", messageOf(error));
}

const BEYOND_STATES_ALL = ["States.DataLimitExceeded", "States.Runtime"];
const BEYOND_TASK_FAILED = [...BEYOND_STATES_ALL, "States.Timeout", "States.QueryEvaluationError"];

/** Whether a Retry or Catch rule that lists the names takes the failure. */
export function isMatchedBy(names: readonly string[], failure: StatesFailure): boolean {
  return names.some((name) => {
    if (name === "States.ALL") return !BEYOND_STATES_ALL.includes(failure.code);
    if (name === "States.TaskFailed") return !BEYOND_TASK_FAILED.includes(failure.code);
    return name === failure.code;
  });
}

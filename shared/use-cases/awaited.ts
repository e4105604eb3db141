import { interviewsAreIn } from "../domain/interview/interviews.ts";
import { isSettled } from "../domain/session/decide-grading.ts";
import type { Situation } from "../domain/session/state.ts";

/** What the workflow waits for after the last section; no section can have this name. */
export const INTERVIEWS = "@interviews";

const BEFORE_FINAL: ReadonlySet<string> = new Set(["in_progress", "grading", "scored"]);

/** Whether there is nothing left to wait for: a section is closed, the interviews are in or won't come any more. */
export const isOver = ({ state, playbook }: Situation, awaited: string): boolean =>
  awaited === INTERVIEWS
    ? !BEFORE_FINAL.has(state.status) || interviewsAreIn(state, playbook)
    : isSettled(state, awaited);

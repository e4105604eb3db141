import type { Violation } from "../../foundation/refusal.ts";
import type { JavaScriptJob, JavaScriptRun, Observation } from "../sandbox.ts";
import type { CodeReadingPart } from "./schema.ts";

const ENTRY = "runSnippet";
/** As far ahead as timers are followed: whatever a snippet leaves to promises and timers runs before it ends. */
const LATEST_TIMER = 60_000;

/** The programs whose claimed behaviour has to be seen before publishing, in the order of `snippet.runs`. */
export const snippetJobs = ({ snippet }: CodeReadingPart): JavaScriptJob[] =>
  snippet.runs.map(({ source = snippet.source }) => ({
    engine: "javascript",
    language: snippet.language === "typescript" ? "typescript" : "javascript",
    source: `export async function ${ENTRY}() {\n${source}\nawait new Promise((end) => setTimeout(end, ${LATEST_TIMER}));\n}`,
    entry: ENTRY,
    calls: [{ id: "run", arguments: [] }],
  }));

/** Violations of claims that the observations, in the order of {@link snippetJobs}, don't bear out. */
export const unprovenRuns = (item: CodeReadingPart, observations: readonly Observation[]): Violation[] =>
  item.snippet.runs.flatMap((claim, index) => {
    const path = `snippet.runs[${index}]`;
    const run = runOf(observations[index]);
    if (!run) return [{ path, message: "the code wasn't run" }];
    const message =
      claim.throws === undefined ? printedOtherwise(run, claim.prints ?? "") : threwOtherwise(run, claim.throws);
    return message === undefined ? [] : [{ path, message, remedy: "claim what the code does" }];
  });

const runOf = (observation: Observation | undefined): JavaScriptRun | undefined =>
  observation?.engine === "javascript" ? observation.runs[0] : undefined;

function printedOtherwise(run: JavaScriptRun, claimed: string): string | undefined {
  if (run.outcome !== "ok") return `claimed to print "${claimed}", it ended with ${run.outcome}: ${run.message ?? ""}`;
  const printed = run.console.trimEnd();
  return printed === claimed.trimEnd() ? undefined : `claimed to print "${claimed}", it prints "${printed}"`;
}

function threwOtherwise(run: JavaScriptRun, claimed: string): string | undefined {
  if (run.outcome !== "threw") return `claimed to throw ${claimed}, it ended with ${run.outcome}`;
  const message = run.message ?? "";
  return message.startsWith(claimed) ? undefined : `claimed to throw ${claimed}, it throws ${message}`;
}

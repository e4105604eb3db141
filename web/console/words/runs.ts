import type { JavaScriptRun, Observation, SqlRun } from "#shared/domain/grading/sandbox.ts";
import type { AnswerOf } from "../api/types.ts";

type Tests = AnswerOf<"read-session-report">["playbook"]["items"][number]["tests"];
type Test = Tests[number];

/** A line of working, as far as it names a test. */
export type TestLine = { code: string; data: { [key: string]: unknown } };

/** One call or query, whichever engine ran it. */
export type Run = Partial<Pick<JavaScriptRun, "value">> &
  Partial<Pick<SqlRun, "rows" | "columns">> & {
    id: string;
    outcome: string;
    message?: string | undefined;
    console?: string | undefined;
    fuel: number;
  };

/** The test or data set that a line is about. */
export function testFor({ data }: TestLine, tests: Tests): Test | undefined {
  const id = data["test"] ?? data["data_set"];
  const part = data["part"] ?? null;
  return tests.find((test) => test.id === id && test.part === part);
}

/** What the sandbox saw of a test. Parts have observations of their own, so the first run of that name that fits counts. */
export const runFor = ({ id, input }: Test, evidence: readonly unknown[]): Run | undefined =>
  (evidence as readonly Observation[])
    .filter(({ engine }) => engine === (typeof input === "string" ? "sql" : "javascript"))
    .flatMap(({ runs }): Run[] => runs)
    .find((run) => run.id === id);

/** Which engine ran how much, for people: `quickjs/0.32.0: 10 runs, 18,405 steps`. */
export function engineWords(observation: unknown): string {
  const { stamp, runs } = observation as Observation;
  const steps = runs.reduce((sum, { fuel }) => sum + fuel, 0);
  return `${stamp.id}: ${runs.length} ${runs.length === 1 ? "run" : "runs"}, ${steps.toLocaleString()} steps`;
}

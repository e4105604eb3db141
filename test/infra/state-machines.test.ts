import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import validate from "asl-validator";
import { describe, expect, test } from "vitest";

const folder = path.join(import.meta.dirname, "../../infra/state-machines");
const documents = readdirSync(folder).filter((file) => file.endsWith(".asl.json"));
const read = (file: string) => JSON.parse(readFileSync(path.join(folder, file), "utf8"));

describe("state machine documents", () => {
  test.each(documents)("%s is a valid definition in JSONata", (file) => {
    const document = read(file);
    expect(validate(document)).toMatchObject({ isValid: true, errors: [] });
    expect(document.QueryLanguage).toBe("JSONata");
  });

  test.each(documents)("%s tries every task again before it gives up", (file) => {
    for (const [name, state] of statesOf(read(file))) {
      if (state.Type !== "Task") continue;
      expect(state.Retry?.at(-1), name).toMatchObject({ ErrorEquals: ["States.ALL"] });
      expect(state.TimeoutSeconds, name).toBeDefined();
    }
  });
});

describe("the assessment's machine", () => {
  const { States } = read("assessment.asl.json");
  const section = States.Sections.ItemProcessor.States;

  test("takes a time-out of a section for a normal path", () => {
    expect(section["Run section"].Catch).toMatchObject([{ ErrorEquals: ["States.Timeout"], Next: "Grade section" }]);
    expect(section["Run section"].Retry[0]).toEqual({ ErrorEquals: ["States.Timeout"], MaxAttempts: 0 });
  });

  test("runs a section again where time was added, for as long as grading says", () => {
    const [again] = section["Grade section"].Catch;
    expect(again).toMatchObject({ ErrorEquals: ["SectionStillOpen"], Next: "Run section" });
    expect(again.Output.seconds).toContain("$states.errorOutput.Cause");
  });

  test("needs at most 20 transitions for five sections, interviews included", () => {
    const perSection = Object.keys(section).length;
    const around = Object.keys(States).length;
    const start = 1;
    expect(start + 5 * perSection + around).toBeLessThanOrEqual(20);
  });
});

type State = { Type: string; Retry?: unknown[]; TimeoutSeconds?: unknown; ItemProcessor?: Machine };
type Machine = { States: { [name: string]: State } };

/** Every state, those inside maps included. */
function statesOf({ States }: Machine): [string, State][] {
  return Object.entries(States).flatMap(([name, state]) => [
    [name, state] as [string, State],
    ...(state.ItemProcessor ? statesOf(state.ItemProcessor) : []),
  ]);
}

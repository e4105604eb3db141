import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { close, handler } from "#functions/grading/javascript/main.ts";
import { ensureEngines } from "#scripts/meter/main.ts";
import { readPrograms, residentMegabytes, untilMemoryIsBack } from "./corpus.ts";

const HOSTILE_FUEL = 60_000_000;
const programs = readPrograms();

async function run(source: string, fuel: number) {
  const calls = [{ id: "call", arguments: [21] }];
  return (await handler({ engine: "javascript", language: "javascript", source, entry: "solve", calls, fuel }))
    .runs[0]!;
}
const honest = () => run("const solve = (n) => [n * 2, [3, 1, 2].sort(), JSON.stringify({ a: 1 })];", HOSTILE_FUEL);

beforeAll(ensureEngines);
afterAll(close);

describe("hostile programs", () => {
  let resident = 0;
  let fuel = 0;
  beforeAll(async () => {
    fuel = (await honest()).fuel;
    resident = residentMegabytes();
  });

  test("are at least 120, each with a name of its own", () => {
    expect(programs.length).toBeGreaterThanOrEqual(120);
    expect(new Set(programs.map(({ name }) => name)).size).toBe(programs.length);
  });

  test.each(programs)(
    "$name: $outcome, and the next honest program is graded as if nothing had been",
    async (program) => {
      const seen = await run(program.source, program.fuel ?? HOSTILE_FUEL);
      expect(seen.outcome, seen.message).toBe(program.outcome);
      const after = await honest();
      expect(after.value).toEqual({ text: '[42,[1,2,3],"{\\"a\\":1}"]' });
      expect(after.fuel).toBe(fuel);
    },
  );

  test("leave no memory behind", async () => {
    expect(await untilMemoryIsBack(resident + 160, honest)).toBeLessThan(resident + 160);
  });
});

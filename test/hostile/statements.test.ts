import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { close, handler } from "#functions/grading/sql/main.ts";
import { ensureEngines } from "#scripts/meter/main.ts";
import { readStatements, residentMegabytes, untilMemoryIsBack } from "./corpus.ts";

const HOSTILE_FUEL = 20_000_000;
/** Megabytes that V8 takes to compile what the statements need, and keeps. */
const COMPILER_MEMORY = 512;
const statements = readStatements();
const schema = "create table orders (id int primary key, total numeric(10, 2), note text); create sequence counter;";
const sql = "insert into orders select n, n * 1.5, 'note ' || n from generate_series(1, 50) n";

async function run(query: string, fuel: number) {
  return (await handler({ engine: "sql", schema, data_sets: [{ id: "set", sql }], query, fuel })).runs[0]!;
}
const honest = () => run("select count(*), sum(total), max(note) from orders", HOSTILE_FUEL);

beforeAll(ensureEngines);
afterAll(close);

describe("hostile statements", () => {
  let resident = 0;
  let fuel = 0;
  beforeAll(async () => {
    fuel = (await honest()).fuel;
    resident = residentMegabytes();
  });

  test("are at least 120, each with a name of its own", () => {
    expect(statements.length).toBeGreaterThanOrEqual(120);
    expect(new Set(statements.map(({ name }) => name)).size).toBe(statements.length);
  });

  test.each(statements)(
    "$name: $outcome, and the next honest query is graded as if nothing had been",
    async (statement) => {
      const seen = await run(statement.query, statement.fuel ?? HOSTILE_FUEL);
      expect(seen.outcome, seen.message).toBe(statement.outcome);
      const after = await honest();
      expect(after.rows).toEqual([["50", "1912.50", "note 9"]]);
      expect(after.fuel).toBe(fuel);
    },
  );

  test("leave no memory behind", async () => {
    expect(await untilMemoryIsBack(resident + COMPILER_MEMORY, honest)).toBeLessThan(resident + COMPILER_MEMORY);
  });
});

import type { RunOutcome, SqlRun } from "../../../shared/domain/grading/sandbox.ts";
import { keepIfSmall } from "../kept-value.ts";
import { nameOfSet } from "./data-sets.ts";
import type { Postgres } from "./postgres.ts";
import type { Stand } from "./server.ts";
import { type Answer, AnswerLimit, execute, executeOne, must } from "./statements.ts";

const QUERY_BYTES = 20 * 1024;
const ROWS = 10_000;
const RESULT_BYTES = 4 * 1024 * 1024;
const MESSAGE_LENGTH = 500;
const OUT_OF_FUEL = "took too many steps";

type Ending = Omit<SqlRun, "id" | "fuel">;
type Limited = { query: string; place: number; fuel: number };

/** What a run saw, and whether PostgreSQL ended it in order, so that another may follow. */
export type Finished = { run: Omit<SqlRun, "id">; isClean: boolean };

/** Runs a candidate's query on one of the loaded data sets, in a read-only transaction that is rolled back. */
export async function runQuery({ postgres, typeNames }: Stand, limited: Limited): Promise<Finished> {
  const refused = refuse(limited);
  if (refused) return { run: { ...refused, fuel: 0 }, isClean: true };
  await openTransaction(postgres, nameOfSet(limited.place), limited.query);
  postgres.setFuel(limited.fuel);
  const ending = await readAll(postgres, limited.query, typeNames);
  const run = { ...ending, fuel: fuelUsed(postgres, limited.fuel) };
  const isClean = !postgres.isBroken() && !SPOILING.has(run.outcome) && !isInternal(run.code);
  postgres.unlimit();
  if (isClean) await must(postgres, "rollback");
  return { run, isClean };
}

const SPOILING: ReadonlySet<RunOutcome> = new Set<RunOutcome>(["fuel", "memory"]);
const isInternal = (code: string | undefined): boolean => code?.startsWith("XX") ?? false;

const fuelUsed = (postgres: Postgres, limit: number): number =>
  postgres.wasCancelled() ? limit : Math.min(limit, limit - postgres.fuelLeft());

function refuse({ query, fuel }: Limited): Ending | undefined {
  if (fuel <= 0) return { outcome: "fuel", message: "the data sets before took all the steps of the job" };
  if (Buffer.byteLength(query) > QUERY_BYTES)
    return { outcome: "sql-error", message: "the query is longer than 20 KB" };
  if (query.includes("\0")) return { outcome: "sql-error", code: "22021", message: "the query holds a NUL character" };
  return undefined;
}

const NAMES_PUBLIC = /\bpublic\b/i;

/**
 * Queries find the data set's tables by the search path. One that names the schema `public` gets the set under that
 * name, until the transaction is rolled back; that costs PostgreSQL its caches, so it isn't done for all.
 */
async function openTransaction(postgres: Postgres, name: string, query: string): Promise<void> {
  postgres.randomness.restart();
  postgres.unlimit();
  const place = NAMES_PUBLIC.test(query)
    ? `begin; alter schema ${name} rename to public; set local transaction_read_only = on`
    : `begin read only; set local search_path = ${name}`;
  await must(postgres, `${place}; set local seed = 0; set local role ${name}`);
}

/**
 * The candidate's text stands only inside `declare … cursor`, sent as exactly one statement: it can be nothing but a
 * query, and can't end the transaction it is in.
 */
async function readAll(postgres: Postgres, query: string, typeNames: Map<number, string>): Promise<Ending> {
  try {
    const declared = await executeOne(postgres, `declare answer no scroll cursor without hold for\n${query}\n`);
    if (declared.error) return endingOfError(postgres, declared.error);
    const fetched = await execute(postgres, `fetch forward ${ROWS + 1} from answer`, RESULT_BYTES);
    return fetched.error ? endingOfError(postgres, fetched.error) : readRows(fetched, typeNames);
  } catch (fault) {
    return endingOfFault(postgres, fault);
  }
}

function readRows({ columns, rows }: Answer, typeNames: Map<number, string>): Ending {
  if (rows.length > ROWS) return { outcome: "too-many-rows", message: `more than ${ROWS} rows` };
  const named = columns.map(({ name, type }) => ({ name, type: typeNames.get(type) ?? `oid ${type}` }));
  const kept = keepIfSmall(JSON.stringify(rows));
  const result: Ending = { outcome: "ok", columns: named, row_count: rows.length };
  return "sha256" in kept ? { ...result, rows_sha256: kept.sha256 } : { ...result, rows };
}

const OUT_OF_MEMORY = new Set(["53200", "53100", "53400"]);
const CANCELLED = "57014";

function endingOfError(postgres: Postgres, { code, message }: { code: string; message: string }): Ending {
  const said = { code, message: message.slice(0, MESSAGE_LENGTH).toWellFormed() };
  if (code === CANCELLED && postgres.wasCancelled()) return { outcome: "fuel", message: OUT_OF_FUEL };
  return { outcome: OUT_OF_MEMORY.has(code) ? "memory" : "sql-error", ...said };
}

function endingOfFault(postgres: Postgres, fault: unknown): Ending {
  const cause = postgres.fault() ?? fault;
  const outcome = outcomeOfFault(postgres, cause);
  const message = outcome === "fuel" ? OUT_OF_FUEL : String(cause).slice(0, MESSAGE_LENGTH);
  postgres.break(cause);
  return { outcome, message };
}

function outcomeOfFault(postgres: Postgres, cause: unknown): RunOutcome {
  if (postgres.fuelLeft() < 0 || postgres.wasCancelled()) return "fuel";
  if (cause instanceof AnswerLimit) return "output";
  return cause instanceof RangeError ? "stack" : "engine";
}

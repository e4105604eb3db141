import type { RunOutcome, SqlRun } from "../../../shared/domain/grading/sandbox.ts";
import { keepIfSmall } from "../kept-value.ts";
import type { Loaded } from "./data-sets.ts";
import type { Postgres } from "./postgres.ts";
import { type Answer, AnswerLimit, execute, executeOne, must } from "./statements.ts";

const QUERY_BYTES = 20 * 1024;
const ROWS = 10_000;
const RESULT_BYTES = 4 * 1024 * 1024;
const MESSAGE_LENGTH = 500;

type Ending = Omit<SqlRun, "id" | "fuel">;
type Limited = { query: string; fuel: number; typeNames: Map<number, string> };

/** Runs a candidate's query on a loaded data set, in a read-only transaction that is rolled back. */
export async function runQuery(postgres: Postgres, set: Loaded, limited: Limited): Promise<Omit<SqlRun, "id">> {
  const refused = refuse(limited.query);
  if (refused) return { ...refused, fuel: 0 };
  await openTransaction(postgres, set);
  postgres.setFuel(limited.fuel);
  const ending = await readAll(postgres, limited);
  const fuel = postgres.wasCancelled() ? limited.fuel : Math.min(limited.fuel, limited.fuel - postgres.fuelLeft());
  postgres.unlimit();
  if (!postgres.fault()) await must(postgres, "rollback");
  return { ...ending, fuel };
}

function refuse(query: string): Ending | undefined {
  if (Buffer.byteLength(query) > QUERY_BYTES) return { outcome: "sql-error", message: "the query is longer than 20 KB" };
  if (query.includes("\0")) return { outcome: "sql-error", code: "22021", message: "the query holds a NUL character" };
  return undefined;
}

/** For the length of the transaction the data set's tables stand in `public`, where queries look for them. */
async function openTransaction(postgres: Postgres, { name }: Loaded): Promise<void> {
  postgres.randomness.restart();
  postgres.unlimit();
  await must(
    postgres,
    `begin; alter schema ${name} rename to public; select setseed(0); set local role ${name}; set local transaction_read_only = on`,
  );
}

/**
 * The candidate's text stands only inside `declare … cursor`, sent as exactly one statement: it can be nothing but a
 * query, and can't end the transaction it is in.
 */
async function readAll(postgres: Postgres, { query, typeNames }: Limited): Promise<Ending> {
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
  if (code === CANCELLED && postgres.wasCancelled()) return { outcome: "fuel", message: "took too many steps" };
  return { outcome: OUT_OF_MEMORY.has(code) ? "memory" : "sql-error", ...said };
}

function endingOfFault(postgres: Postgres, fault: unknown): Ending {
  const outcome: RunOutcome = outcomeOfFault(postgres, fault);
  return { outcome, message: String(fault).slice(0, MESSAGE_LENGTH) };
}

function outcomeOfFault(postgres: Postgres, fault: unknown): RunOutcome {
  const cause = postgres.fault() ?? fault;
  if (postgres.fuelLeft() < 0 || postgres.wasCancelled()) return "fuel";
  if (cause instanceof AnswerLimit) return "output";
  return cause instanceof RangeError ? "stack" : "engine";
}

/** Whether PostgreSQL may be used again after such a run. */
export function isSpoilt(postgres: Postgres, run: Omit<SqlRun, "id">): boolean {
  const isBroken = postgres.fault() !== undefined || postgres.hasGrown();
  return isBroken || ["fuel", "memory", "engine"].includes(run.outcome) || (run.code?.startsWith("XX") ?? false);
}

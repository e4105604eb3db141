import { DatabaseSync } from "node:sqlite";
import type { Json, JsonObject } from "../json.ts";

export type Status = "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED";

/** One execution as kept; times are milliseconds since 1970. */
export type ExecutionRecord = {
  arn: string;
  machine: string;
  name: string;
  definition: string;
  input: string;
  status: Status;
  output: string | null;
  error: string | null;
  cause: string | null;
  started: number;
  stopped: number | null;
  /** States entered plus retries: what Step Functions bills. */
  transitions: number;
};

export type Ending = { status: Exclude<Status, "RUNNING">; output?: Json; error?: string; cause?: string };
export type HistoryEvent = { id: number; at: number; type: string; details: JsonObject };
type TokenRecord = { token: string; arn: string; key: string; state: "open" | "closed" };

/**
 * What executions must not forget, in one SQLite file. A run's journal holds one note per key and kind; replaying it
 * brings a run back to where it was.
 */
export type Store = ReturnType<typeof openStore>;

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS execution (
    arn TEXT PRIMARY KEY, machine TEXT, name TEXT, definition TEXT, input TEXT, status TEXT,
    output TEXT, error TEXT, cause TEXT, started REAL, stopped REAL, transitions INTEGER);
  CREATE INDEX IF NOT EXISTS execution_by_machine ON execution (machine, started);
  CREATE TABLE IF NOT EXISTS journal (
    arn TEXT, key TEXT, kind TEXT, body TEXT, PRIMARY KEY (arn, key, kind)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS token (token TEXT PRIMARY KEY, arn TEXT, key TEXT, state TEXT) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS token_by_execution ON token (arn);
  CREATE TABLE IF NOT EXISTS history (
    arn TEXT, id INTEGER, at REAL, type TEXT, details TEXT, PRIMARY KEY (arn, id)) WITHOUT ROWID;`;

/** @param file path of the database, or ":memory:" */
export function openStore(file: string) {
  const db = new DatabaseSync(file);
  db.exec(SCHEMA);
  return { ...executions(db), ...journal(db), ...tokens(db), ...histories(db), close: () => db.close() };
}

function executions(db: DatabaseSync) {
  const insert = db.prepare("INSERT INTO execution VALUES (?, ?, ?, ?, ?, 'RUNNING', NULL, NULL, NULL, ?, NULL, 0)");
  const find = db.prepare("SELECT * FROM execution WHERE arn = ?");
  const running = db.prepare("SELECT * FROM execution WHERE status = 'RUNNING' ORDER BY started");
  const byMachine = db.prepare("SELECT * FROM execution WHERE machine = ? ORDER BY started DESC");
  const end = db.prepare(
    "UPDATE execution SET status = ?, output = ?, error = ?, cause = ?, stopped = ? WHERE arn = ?",
  );
  const count = db.prepare("UPDATE execution SET transitions = transitions + 1 WHERE arn = ?");
  const forget = db.prepare("DELETE FROM journal WHERE arn = ?");
  const close = db.prepare("UPDATE token SET state = 'closed' WHERE arn = ?");
  type New = Pick<ExecutionRecord, "arn" | "machine" | "name" | "definition" | "input" | "started">;
  return {
    addExecution: (e: New) => void insert.run(e.arn, e.machine, e.name, e.definition, e.input, e.started),
    execution: (arn: string) => find.get(arn) as ExecutionRecord | undefined,
    runningExecutions: () => running.all() as ExecutionRecord[],
    executionsOf: (machine: string) => byMachine.all(machine) as ExecutionRecord[],
    countTransition: (arn: string) => void count.run(arn),
    endExecution: (arn: string, { status, output, error, cause }: Ending, at: number) => {
      const text = output === undefined ? null : JSON.stringify(output);
      end.run(status, text, error ?? null, cause ?? null, at, arn);
      forget.run(arn);
      close.run(arn);
    },
  };
}

function journal(db: DatabaseSync) {
  const read = db.prepare("SELECT body FROM journal WHERE arn = ? AND key = ? AND kind = ?");
  const write = db.prepare("INSERT OR REPLACE INTO journal VALUES (?, ?, ?, ?)");
  return {
    recall: <T>(arn: string, key: string, kind: string): T | undefined => {
      const row = read.get(arn, key, kind) as { body: string } | undefined;
      return row && (JSON.parse(row.body) as T);
    },
    note: ({ arn, key, kind }: { arn: string; key: string; kind: string }, body: unknown) =>
      void write.run(arn, key, kind, JSON.stringify(body)),
  };
}

function tokens(db: DatabaseSync) {
  const insert = db.prepare("INSERT INTO token VALUES (?, ?, ?, 'open')");
  const find = db.prepare("SELECT * FROM token WHERE token = ?");
  const close = db.prepare("UPDATE token SET state = 'closed' WHERE token = ?");
  return {
    addToken: (token: string, arn: string, key: string) => void insert.run(token, arn, key),
    token: (token: string) => find.get(token) as TokenRecord | undefined,
    closeToken: (token: string) => void close.run(token),
  };
}

function histories(db: DatabaseSync) {
  const insert = db.prepare(
    "INSERT INTO history SELECT ?, COALESCE(MAX(id), 0) + 1, ?, ?, ? FROM history WHERE arn = ?",
  );
  const all = db.prepare("SELECT id, at, type, details FROM history WHERE arn = ? ORDER BY id");
  return {
    addEvent: (arn: string, { at, type, details }: Omit<HistoryEvent, "id">) =>
      void insert.run(arn, at, type, JSON.stringify(details), arn),
    history: (arn: string): HistoryEvent[] =>
      (all.all(arn) as { id: number; at: number; type: string; details: string }[]).map((row) => ({
        ...row,
        details: JSON.parse(row.details) as JsonObject,
      })),
  };
}

import { DatabaseSync } from "node:sqlite";
import type { Adapter, AdapterPayload } from "oidc-provider";

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  CREATE TABLE IF NOT EXISTS kept (
    model TEXT, id TEXT, payload TEXT, ends REAL, grant_id TEXT, uid TEXT, PRIMARY KEY (model, id));`;

/** Seconds for what has no end of its own. */
const LONGEST = 30 * 86_400;

export type IssuerStore = { adapter: (model: string) => Adapter; close: () => void };

/** What a provider keeps of who has signed in, in one SQLite file, so that a restart signs nobody out. */
export function openIssuerStore(file: string): IssuerStore {
  const database = new DatabaseSync(file);
  database.exec(SCHEMA);
  database.prepare("DELETE FROM kept WHERE ends < ?").run(Date.now());
  return { adapter: (model) => adapter(database, model), close: () => database.close() };
}

function adapter(database: DatabaseSync, model: string): Adapter {
  const find = (column: "id" | "uid", value: string): AdapterPayload | undefined => {
    const query = database.prepare(`SELECT payload FROM kept WHERE model = ? AND ${column} = ? AND ends > ?`);
    const row = query.get(model, value, Date.now());
    return row && (JSON.parse(String(row["payload"])) as AdapterPayload);
  };
  const save = database.prepare("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?, ?)");
  const rewrite = database.prepare("UPDATE kept SET payload = ? WHERE model = ? AND id = ?");
  return {
    async upsert(id, payload, seconds) {
      const ends = Date.now() + (seconds ?? LONGEST) * 1_000;
      save.run(model, id, JSON.stringify(payload), ends, payload.grantId ?? null, payload.uid ?? null);
    },
    find: async (id) => find("id", id),
    findByUid: async (uid) => find("uid", uid),
    // Only devices without a keyboard have user codes.
    findByUserCode: async () => undefined,
    async consume(id) {
      const payload = find("id", id);
      if (payload) rewrite.run(JSON.stringify({ ...payload, consumed: Math.floor(Date.now() / 1_000) }), model, id);
    },
    async destroy(id) {
      database.prepare("DELETE FROM kept WHERE model = ? AND id = ?").run(model, id);
    },
    async revokeByGrantId(grant) {
      database.prepare("DELETE FROM kept WHERE grant_id = ?").run(grant);
    },
  };
}

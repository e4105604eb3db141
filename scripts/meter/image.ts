import { PGlite } from "@electric-sql/pglite";
import { INITDB_PARAMETERS, START_PARAMETERS } from "#functions/grading/sql/start-parameters.ts";
import { packTar, type TarSource } from "./tar.ts";

/**
 * Functions that any role may call by default and no query of a candidate needs: they sleep, change the session, talk
 * to others, lock, write files or keep something beyond the transaction.
 */
const REVOKED = [
  ...["pg_sleep", "pg_sleep_for", "pg_sleep_until", "set_config", "pg_notify", "pg_export_snapshot"],
  ...["pg_cancel_backend", "pg_terminate_backend", "pg_logical_emit_message", "pg_create_restore_point"],
  ...["lo_create", "lo_creat", "lo_open", "lo_put", "lo_from_bytea", "lo_unlink", "lo_import", "lo_export"],
  ...["currtid2", "pg_stat_force_next_flush", "pg_stat_clear_snapshot", "pg_log_backend_memory_contexts"],
];
const REVOKED_FAMILIES = ["pg_advisory%", "pg_try_advisory%"];

const REVOKE = `
do $$
declare
  name regprocedure;
begin
  for name in
    select oid::regprocedure from pg_proc
    where proname in (${REVOKED.map((name) => `'${name}'`).join(", ")})
       or ${REVOKED_FAMILIES.map((family) => `proname like '${family}'`).join(" or ")}
  loop
    execute format('revoke execute on function %s from public', name);
  end loop;
end
$$`;

/** A base as small as can be, in which each data set makes its own schema `public`. */
const CLEAR = [
  "drop schema public",
  "update pg_database set datistemplate = false",
  "drop database template0",
  "drop database template1",
  "vacuum freeze",
];

const DATA = "/pglite/data";
const LOG = `${DATA}/pg_wal`;

/** Makes the database that every PostgreSQL starts from, shut down in order. @returns a tar file. */
export async function makeBaseImage(): Promise<Uint8Array> {
  const database = await PGlite.create({ startParams: START_PARAMETERS, initDbStartParams: INITDB_PARAMETERS });
  await database.exec(REVOKE);
  for (const statement of CLEAR) await database.query(statement);
  const files = database.Module.FS as unknown as TarSource & { unlink(path: string): void };
  await database.close();
  for (const segment of spareLog(files.readdir(LOG))) files.unlink(`${LOG}/${segment}`);
  return packTar(files, DATA);
}

/** The segments of the write-ahead log that were made for later: after an orderly end all before the first are gone. */
const spareLog = (names: string[]): string[] =>
  names
    .filter((name) => /^[0-9A-F]{24}$/.test(name))
    .sort()
    .slice(1);

import { PGlite } from "@electric-sql/pglite";

const SETTINGS = [
  // What is shared is restored before every job, so it is small.
  ["shared_buffers", "1MB"],
  ["transaction_buffers", "16"],
  ["multixact_member_buffers", "16"],
  ["serializable_buffers", "16"],
  ["wal_level", "minimal"],
  ["max_wal_senders", "0"],
  ["wal_recycle", "off"],
  ["wal_init_zero", "off"],
  ["max_connections", "5"],
  ["autovacuum", "off"],
  ["work_mem", "16MB"],
  // Temporary files lie in the host's memory.
  ["temp_file_limit", "64MB"],
  ["max_stack_depth", "1MB"],
  ["jit", "off"],
  ["timezone", "UTC"],
  ["datestyle", "ISO"],
  ["intervalstyle", "postgres"],
  ["extra_float_digits", "1"],
  ["lc_messages", "C"],
  // Cursors are otherwise planned as if only their first rows were wanted.
  ["cursor_tuple_fraction", "1"],
];

/** How PostgreSQL is started, when the base image is made and ever after. */
export const START_PARAMETERS: string[] = [
  ...PGlite.defaultStartParams,
  ...SETTINGS.flatMap(([name, value]) => ["-c", `${name}=${value}`]),
];

export const INITDB_PARAMETERS = ["--wal-segsize=1", "--no-data-checksums", "--encoding=UTF8", "--locale=C"];

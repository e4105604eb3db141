import { text } from "node:stream/consumers";
import { createJavaScriptEngine } from "#functions/grading/javascript/engine.ts";
import * as javascript from "#functions/grading/javascript/main.ts";
import { createSqlEngine } from "#functions/grading/sql/engine.ts";
import * as sql from "#functions/grading/sql/main.ts";
import type { Observation, SandboxJob } from "#shared/domain/grading/sandbox.ts";

/*
 * Grades the jobs it reads, as JSON, and writes what was seen. `in-process`: without the engines' threads.
 */

const jobs: SandboxJob[] = JSON.parse(await text(process.stdin));
const run = process.argv[2] === "in-process" ? await inProcess() : inThreads;
const seen: Observation[] = [];
for (const job of jobs) seen.push(await run(job));
process.stdout.write(JSON.stringify(seen));
await Promise.all([javascript.close(), sql.close()]);

function inThreads(job: SandboxJob): Promise<Observation> {
  return job.engine === "sql" ? sql.handler(job) : javascript.handler(job);
}

async function inProcess(): Promise<(job: SandboxJob) => Promise<Observation>> {
  const engines = { javascript: createJavaScriptEngine(), sql: await createSqlEngine() };
  return (job) => (job.engine === "sql" ? engines.sql.run(job) : engines.javascript.run(job));
}

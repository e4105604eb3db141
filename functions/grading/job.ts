import * as z from "zod/mini";
import type { Json } from "../../shared/domain/foundation/json.ts";
import type { JavaScriptJob, SqlJob } from "../../shared/domain/grading/sandbox.ts";

const id = z.string().check(z.minLength(1), z.maxLength(200));
const fuel = z.optional(z.int().check(z.minimum(1), z.maximum(10_000_000_000)));
const identifier = z.string().check(z.regex(/^[A-Za-z_$][\w$]*$/), z.maxLength(100));
const json = z.json() as unknown as z.ZodMiniType<Json>;

const javaScriptJob = z.strictObject({
  engine: z.literal("javascript"),
  language: z.enum(["javascript", "typescript"]),
  source: z.string(),
  entry: identifier,
  calls: z.array(z.strictObject({ id, arguments: z.array(json) })).check(z.maxLength(200)),
  fuel,
});

const sqlJob = z.strictObject({
  engine: z.literal("sql"),
  schema: z.string(),
  data_sets: z.array(z.strictObject({ id, sql: z.string() })).check(z.maxLength(50)),
  query: z.string(),
  fuel,
});

/** @throws Error that names every place where the job is malformed: that is a fault of ours, never the candidate's. */
export const parseJavaScriptJob = (event: unknown): JavaScriptJob => parse(javaScriptJob, event);
/** @throws Error as {@link parseJavaScriptJob}. */
export const parseSqlJob = (event: unknown): SqlJob => parse(sqlJob, event);

function parse<Job>(schema: z.ZodMiniType<Job>, event: unknown): Job {
  const parsed = z.safeParse(schema, event);
  if (parsed.success) return parsed.data;
  throw new Error(`malformed sandbox job: ${z.prettifyError(parsed.error)}`);
}

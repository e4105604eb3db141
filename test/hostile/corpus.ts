import { readFileSync } from "node:fs";
import { parse } from "yaml";
import * as z from "zod/mini";

const hostile = z.object({
  name: z.string(),
  /** How its run must end. */
  outcome: z.string(),
  /** Steps it gets, where fewer wouldn't show what it does. */
  fuel: z.optional(z.number()),
});
const program = z.extend(hostile, { source: z.string() });
const statement = z.extend(hostile, { query: z.string() });

const read = (file: string): unknown => parse(readFileSync(new URL(`./corpus/${file}`, import.meta.url), "utf8"));

export const readPrograms = () => z.parse(z.array(program), read("programs.yaml"));
export const readStatements = () => z.parse(z.array(statement), read("statements.yaml"));

/** Megabytes this process holds. */
export const residentMegabytes = (): number => process.memoryUsage.rss() / 2 ** 20;

/** Repeats an honest job until the memory of the hostile ones is given back, or a minute has passed. */
export async function untilMemoryIsBack(limit: number, honest: () => Promise<unknown>): Promise<number> {
  const end = Date.now() + 60_000;
  while (residentMegabytes() > limit && Date.now() < end) await honest();
  return residentMegabytes();
}

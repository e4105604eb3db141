import { protocol } from "@electric-sql/pglite";
import type { Postgres } from "./postgres.ts";

/** What PostgreSQL answered: the rows of the last result as it prints them, or its error. */
export type Answer = {
  columns: { name: string; type: number }[];
  rows: (string | null)[][];
  error?: { code: string; message: string };
};

/** The answer went over its limit. The instance is broken off in mid-sentence and can't be used again. */
export class AnswerLimit extends Error {}

const WITHOUT_LIMIT = Number.POSITIVE_INFINITY;

/** Runs any number of statements, separated by semicolons, by the simple protocol. */
export function execute(postgres: Postgres, sql: string, limit = WITHOUT_LIMIT): Promise<Answer> {
  return converse(postgres, protocol.serialize.query(sql), limit);
}

/** Runs exactly one statement: a text with two is an error. */
export function executeOne(postgres: Postgres, sql: string): Promise<Answer> {
  const { parse, bind, execute: run, sync } = protocol.serialize;
  return converse(postgres, Buffer.concat([parse({ text: sql }), bind(), run({}), sync()]), WITHOUT_LIMIT);
}

/** @throws Error when PostgreSQL refuses a statement of our own. */
export async function must(postgres: Postgres, sql: string): Promise<Answer> {
  const answer = await execute(postgres, sql);
  if (answer.error) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return answer;
}

async function converse(postgres: Postgres, message: Uint8Array, limit: number): Promise<Answer> {
  const answer: Answer = { columns: [], rows: [] };
  const parser = new protocol.Parser();
  let received = 0;
  const onRawData = (bytes: Uint8Array) => {
    received += bytes.length;
    if (received > limit) throw new AnswerLimit("the result is too large");
    parser.parse(bytes, (part) => note(answer, part));
  };
  await postgres.database.execProtocolRawStream(message, { syncToFs: false, onRawData });
  return answer;
}

type Part = { name: string };
type Field = { name: string; dataTypeID: number };

function note(answer: Answer, part: Part): void {
  if (part.name === "rowDescription") {
    const { fields } = part as Part & { fields: Field[] };
    answer.columns = fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID }));
  } else if (part.name === "dataRow") {
    answer.rows.push((part as Part & { fields: (string | null)[] }).fields);
  } else if (part.name === "error" && !answer.error) {
    const { code = "XX000", message } = part as Part & { code?: string; message: string };
    answer.error = { code, message };
  }
}

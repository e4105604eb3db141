import { type CandidateSide, commonView, members, refuse, strangeMember } from "../candidate-side.ts";
import type { SqlJob } from "../sandbox.ts";
import type { SqlAnswer, SqlDataSet, SqlPart } from "./schema.ts";

const LONGEST_QUERY = 20_480;

/** What the candidate's page may know of an SQL item: the tables and the shown data sets. */
export const sqlCandidate: CandidateSide<SqlPart, SqlAnswer> = {
  view: (item) => ({
    ...commonView(item),
    schema: item.schema,
    starter: item.starter,
    examples: item.examples.map(({ id, title, sql, rows }) => ({ id, title, sql, rows })),
  }),
  parseAnswer(_item, value) {
    const given = members(value);
    if (!given) return refuse('the answer must be {"query": …}');
    const strange = strangeMember(given, ["query"]);
    if (strange !== undefined) return refuse("there is no such field", strange);
    const query = given["query"];
    if (typeof query !== "string") return refuse("the query must be a text", "query");
    if (query.length > LONGEST_QUERY) return refuse(`the query must have at most ${LONGEST_QUERY} characters`, "query");
    return { answer: { query } };
  },
  exampleJobs: (item, answer) => queryJobs(item, answer, item.examples),
};

/** The job that runs a query on some data sets; none for a blank query. Expected rows stay behind. */
export const queryJobs = (item: SqlPart, { query }: SqlAnswer, dataSets: readonly SqlDataSet[]): SqlJob[] =>
  query.trim() === "" || dataSets.length === 0
    ? []
    : [
        {
          engine: "sql",
          schema: item.schema,
          data_sets: dataSets.map(({ id, sql }) => ({ id, sql })),
          query,
          ...(item.fuel === undefined ? {} : { fuel: item.fuel }),
        },
      ];

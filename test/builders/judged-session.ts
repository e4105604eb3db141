import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { resolvePlaybook } from "#scripts/playbook/load.ts";
import type { Json } from "#shared/domain/foundation/json.ts";
import { encodeValue } from "#shared/domain/grading/encoding.ts";
import type { JavaScriptJob, Observation, SandboxJob, SqlJob } from "#shared/domain/grading/sandbox.ts";
import { office } from "./office.ts";

const { playbook } = resolvePlaybook("back-end-developer@1");
const shipped = (file: string): string =>
  readFileSync(new URL(`../../shared/playbooks/back-end-developer/${file}`, import.meta.url), "utf8");

/** A good candidate with a few slips: a test that fails, an order that is wrong, an e-mail that blames. */
export const JUDGED_ANSWERS: { [item: string]: Json } = {
  servers: "2",
  sequence: "48",
  pseudocode: "7",
  "paid-totals": { language: "javascript", source: shipped("paid-totals/wrong/any-case.js") },
  "busy-customers": { query: shipped("busy-customers/wrong/ties-by-id.sql") },
  "unsafe-endpoint": { best: "b", worst: "d" },
  "delay-email": shipped("delay-email/terse.txt"),
  "calculate-total": {
    fault: "The semicolon after the for loop ends the loop.",
    as_written: "ReferenceError: i is not defined",
    fixed: "15",
  },
};

const RATINGS: { [question: string]: [value: number, observation: string] } = {
  q1: [4, "“We bisected the releases and found the retry that had lost its lock.”"],
  q2: [4, "“I asked him to show me the case where mine breaks. It did.”"],
  q3: [4, "Drew the tables, named the index, and said what it costs to write."],
  q4: [5, "Explained the queue of the billing service down to the dead letters."],
  q5: [4, "Measured first: “slow is a number, so I asked for it.”"],
  q6: [4, "Learned Rust for one tool, and gave it up with reasons."],
  overall_communication: [5, "Short sentences, and asked back twice."],
  overall_attitude: [4, "Gave credit to two colleagues by name."],
};

/** Its own clean stage for programs that this file brings along; everything else is no program of a test. */
function runProgram({ source, entry, calls }: JavaScriptJob): Observation {
  const stage: { [name: string]: unknown } = {};
  runInNewContext(`${source}\nglobalThis.entry = ${entry};`, stage);
  const call = stage["entry"] as (...given: unknown[]) => unknown;
  const runs = calls.map(({ id, arguments: given }, index) => {
    const copy = structuredClone(given);
    const value = { text: encodeValue(JSON.parse(JSON.stringify(call(...copy))) as Json) };
    const after = { text: encodeValue(copy) };
    return { id, outcome: "ok" as const, value, arguments_after: after, console: "", fuel: 1_840 + index * 37 };
  });
  return { engine: "javascript", stamp: { id: "quickjs/0.32.0", sha256: "5f".repeat(32) }, runs };
}

/** The rows of the reference, but for the data set with ties, which come by id. */
function runQuery({ data_sets }: SqlJob): Observation {
  const item = playbook.sections.flatMap(({ items }) => items).find(({ id }) => id === "busy-customers");
  if (item?.type !== "sql") throw new TypeError("busy-customers is no query");
  const runs = data_sets.map(({ id }, index) => {
    const { rows } = item.key.data_sets.find((each) => each.id === id)!;
    const columns = [
      { name: "name", type: "text" },
      { name: "count", type: "int8" },
    ];
    const seen = id === "ties-and-namesakes" ? [rows[1]!, rows[0]!, ...rows.slice(2)] : rows;
    return { id, outcome: "ok" as const, columns, rows: seen, row_count: rows.length, fuel: 91_200 + index * 410 };
  });
  return { engine: "sql", stamp: { id: "pglite/0.5.16", sha256: "a1".repeat(32) }, runs };
}

const sandbox = (job: SandboxJob): Observation => (job.engine === "sql" ? runQuery(job) : runProgram(job));

/** The shipped playbook's company with one scored session on the real interface, and what people do to it next. */
export async function judgedSession(answers: { [item: string]: Json } = JUDGED_ANSWERS) {
  const company = await office({ playbook, sandbox, roles: { per_ada: ["admin"] } });
  const { session, candidate } = await company.taken(answers, { pace: 50_000 });
  const { person } = company;
  const minutes = (count: number) => company.at.clock.advance(count * 60_000);

  /** One interviewer's card, locked. */
  async function interview(interviewer: string, changes: { [question: string]: number } = {}) {
    const ratings = Object.entries(RATINGS).map(([question, [value, observation]]) => ({
      ...{ question, value: changes[question] ?? value, observation },
    }));
    minutes(30);
    const card = { session, interviewer };
    await person(interviewer)("save-scorecard", card, { ratings });
    await person(interviewer)("lock-scorecard", card);
    await company.settle(session);
  }

  async function agree(question: string, value: number, reason: string) {
    minutes(3);
    await person("usr_lin")("record-consensus", { session }, { question, value, reason });
    await company.settle(session);
  }

  async function raise(flag: string, observation: string): Promise<string> {
    minutes(2);
    return (await person("usr_kim")("raise-flag", { session }, { flag, observation })).body.id;
  }

  return { ...company, session, candidate, interview, agree, raise, minutes };
}

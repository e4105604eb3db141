import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Json } from "#shared/domain/foundation/json.ts";
import type { FlagState } from "#shared/domain/scoring/result.ts";
import { type Office, office } from "#test/builders/office.ts";
import { summaryOf } from "#test/builders/result-summary.ts";
import { BASE_POINTS, BASE_RATINGS } from "#test/builders/score-inputs.ts";
import { shippedNumbers } from "#test/builders/shipped-numbers.ts";

type Golden = {
  case: string;
  provisional?: true;
  points?: Record<string, string>;
  ratings?: Record<string, number | "not assessed">;
  flags?: Record<string, FlagState>;
  expect: Record<string, unknown>;
};

const file = new URL("../../golden/scoring/worked-examples.yaml", import.meta.url);
const cases = parse(readFileSync(file, "utf8")) as Golden[];

/** Every item graded by a reviewer, every question rated, every flag raised and answered, all over HTTP. */
async function judged(golden: Golden) {
  const company = await office({ playbook: shippedNumbers() });
  const { session } = await company.taken();
  for (const [item, points] of Object.entries({ ...BASE_POINTS, ...golden.points })) {
    const grade = { item, points, reason: "As the case says.", quote: "what was answered" };
    expect((await company.person("rev_1")("review-grade", { session }, grade)).status).toBe(201);
  }
  for (const [flag, state] of Object.entries(golden.flags ?? {})) await raise(company, session, { flag, state });
  if (!golden.provisional) await interview(company, session, golden.ratings ?? {});
  return (await company.person()("read-result", { session })).body;
}

async function interview({ person }: Office, session: string, changed: NonNullable<Golden["ratings"]>) {
  const ratings: Json[] = Object.entries({ ...BASE_RATINGS, ...changed }).map(
    ([question, value]): Json =>
      value === "not assessed"
        ? { question, value: null, reason: "There was no time." }
        : { question, value, observation: `What was said to ${question}.` },
  );
  const interviewer = person("int_1");
  const card = { session, interviewer: "int_1" };
  expect((await interviewer("save-scorecard", card, { ratings })).status).toBe(200);
  expect((await interviewer("lock-scorecard", card)).status).toBe(200);
  expect((await person("rec_1")("finalize-session", { session })).body).toMatchObject({ status: "finalized" });
}

const ANSWERS = {
  confirmed: ["confirm-flag"],
  lifted: ["lift-flag"],
  overridden: ["confirm-flag", "override-flag"],
} as const;

async function raise({ person }: Office, session: string, { flag, state }: { flag: string; state: FlagState }) {
  const raised = await person("int_1")("raise-flag", { session }, { flag, observation: "I did all of it alone." });
  if (state === "raised") return;
  for (const [index, answer] of ANSWERS[state].entries()) {
    const reply = await person(`rec_${index}`)(answer, { session, flag: raised.body.id }, { reason: "Looked into." });
    expect(reply.status).toBe(200);
  }
}

describe("the worked examples come out as written over HTTP", () => {
  test.each(cases)("$case", async (golden) => {
    expect(summaryOf(await judged(golden))).toMatchObject(golden.expect);
  });
});

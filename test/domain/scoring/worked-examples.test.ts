import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { FlagState, Result } from "#shared/domain/scoring/result.ts";
import { score } from "#shared/domain/scoring/score.ts";
import { summaryOf } from "#test/builders/result-summary.ts";
import { finalInputs, provisionalInputs } from "#test/builders/score-inputs.ts";

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

function resultOf(golden: Golden): Result {
  const rated = Object.entries(golden.ratings ?? {}).map(([id, value]) => [
    id,
    value === "not assessed" ? null : value,
  ]);
  const flags = Object.entries(golden.flags ?? {}).map(([flag, state], index) => ({
    id: `flg_${index}`,
    flag,
    state,
    raised_by: "person" as const,
  }));
  const changes = { points: golden.points ?? {}, rated: Object.fromEntries(rated), flags };
  return score(golden.provisional ? provisionalInputs(changes) : finalInputs(changes));
}

describe("the worked examples come out as written", () => {
  test.each(cases)("$case", (golden) => {
    expect(summaryOf(resultOf(golden))).toMatchObject(golden.expect);
  });
});

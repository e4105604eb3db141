import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { loadPlaybook } from "#scripts/playbook/load.ts";
import type { Json } from "#shared/domain/foundation/json.ts";
import { gradeItem } from "#shared/domain/grading/registry.ts";
import type { Result } from "#shared/domain/scoring/result.ts";
import { score } from "#shared/domain/scoring/score.ts";

type Golden = {
  case: string;
  playbook: string;
  seed?: string;
  answers: Record<string, Json>;
  expect: Record<string, unknown>;
};

const root = new URL("../../../", import.meta.url);
const file = new URL("test/golden/scoring/from-answers.yaml", root);
const cases = parse(readFileSync(file, "utf8")) as Golden[];

/** What was answered, as the candidate's page would send it: numbers as texts. */
const sent = (answer: Json | undefined): Json => (typeof answer === "number" ? String(answer) : (answer ?? null));

function resultOf(golden: Golden): Result {
  const { playbook } = loadPlaybook(fileURLToPath(new URL(golden.playbook, root)), golden.seed);
  const grades = playbook.sections.flatMap((section) =>
    section.items.map((item) =>
      gradeItem({ item, section: section.id, answer: sent(golden.answers[item.id]), observations: [] }),
    ),
  );
  return score({ playbook, stage: "provisional", grades });
}

const summary = ({ items, score: figure, recommendation, gates, flags, reasons }: Result) => ({
  points: Object.fromEntries(items.map(({ id, points }) => [id, points])),
  score: figure,
  recommendation,
  gates: gates.filter(({ fired }) => fired).map(({ id }) => id),
  flags: flags.map(({ flag, state, raised_by }) => `${flag} ${state} by ${raised_by}`),
  reasons: reasons.map(({ code }) => code),
});

describe("answers come out as written", () => {
  test.each(cases)("$case", (golden) => {
    expect(summary(resultOf(golden))).toMatchObject(golden.expect);
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { gradeAnswers } from "#scripts/playbook/grade-answers.ts";
import { resolvePlaybook } from "#scripts/playbook/load.ts";
import { referenceAnswerOf } from "#shared/domain/grading/registry.ts";
import { playbookViolations } from "#shared/domain/playbook/check.ts";
import { score } from "#shared/domain/scoring/score.ts";

const { playbook } = resolvePlaybook("data-entry-clerk@1");
const items = playbook.sections.flatMap((section) => section.items);
const perfect = Object.fromEntries(items.map((item) => [item.id, referenceAnswerOf(item)]));

/** Nothing in it is a program, so nothing may ask to be run. */
const sandbox = {
  run: () => Promise.reject(new Error("nothing is to be run")),
};

const resultOf = async (answers: unknown) =>
  score({ playbook, stage: "provisional", grades: await gradeAnswers({ playbook, sandbox }, answers) });
const fired = ({ gates }: Awaited<ReturnType<typeof resultOf>>) =>
  gates.filter((gate) => gate.fired).map(({ id }) => id);

describe("data-entry-clerk", () => {
  test("breaks no invariant, and lets candidates practise each type it uses", () => {
    expect(playbookViolations(playbook)).toEqual([]);
    expect(new Set(playbook.practice.map(({ type }) => type))).toEqual(new Set(items.map(({ type }) => type)));
  });

  test("gives 100.00 for perfect answers, and 0.00 for none", async () => {
    expect(await resultOf(perfect)).toMatchObject({ score: "100.00", coverage: "84.50", recommendation: "advance" });
    expect(await resultOf({})).toMatchObject({ score: "0.00", recommendation: "reject" });
  });

  /*
   * accuracy       0 + 1 + 5 + 2     8   of 10  = 80
   * checking       3 + 2.5 + 1       6.5 of 8.5 = 76.47
   * figures        1 + 0 + 1 + 1     3   of 4   = 75
   * conduct        2 + 0             2   of 3   = 66.67
   * communication  1 + 0.5 + 1 + 0   2.5 of 3   = 83.33
   *
   * F_p = 40·0.8 + 25·13/17 + 10·0.75 + 15·2/3 + 10·5/6 = 32 + 19.1176… + 7.5 + 10 + 8.3333… = 76.9509…
   * coverage = 40·0.9 + 25 + 10 + 15·0.5 + 10·0.6 = 84.5
   * low = 36·0.8 + 25·13/17 + 7.5 + 7.5·2/3 + 6·5/6 = 28.8 + 19.1176… + 7.5 + 5 + 5 = 65.4176…; high = low + 15.5
   */
  test("gives a mixed set of answers the score computed by hand", async () => {
    const rude = new URL("../../shared/playbooks/data-entry-clerk/held-back/rude.txt", import.meta.url);
    const result = await resultOf({
      "order-code": "kx-5822-d7m",
      surname: "o'malley-berry",
      "supplier-card": perfect["supplier-card"],
      "bank-account": perfect["bank-account"],
      differences: ["halvorsen", "okafor", "castellano"],
      "error-kinds": perfect["error-kinds"],
      "filing-order": ["marin-ada", "mariner", "marine", "marino", "marin-zoe"],
      "batch-total": "EUR 566.80",
      "parcel-weight": "4.3",
      "error-rate": "1.5 %",
      workload: "12 hours",
      "unreadable-amount": perfect["unreadable-amount"],
      "data-request": "birthday",
      "held-back": readFileSync(rude, "utf8"),
    });
    expect(result).toMatchObject({
      score: "76.95",
      coverage: "84.50",
      bounds: { low: "65.42", high: "80.92" },
      recommendation: "review",
    });
    expect(result.categories.map(({ id, assessment }) => [id, assessment])).toEqual([
      ["accuracy", "80.00"],
      ["checking", "76.47"],
      ["figures", "75.00"],
      ["conduct", "66.67"],
      ["communication", "83.33"],
    ]);
  });

  // 15·2/3 = 10 instead of 15
  test("lets a person look where the critical item fails, however high the score is", async () => {
    const result = await resultOf({ ...perfect, "data-request": "tell" });
    expect(result).toMatchObject({ score: "95.00", recommendation: "review" });
    expect(fired(result)).toEqual(["data-protection"]);
    expect(result.flags.map(({ flag, state, raised_by }) => [flag, state, raised_by])).toEqual([
      ["discloses_data", "raised", "item"],
    ]);
  });

  // 40·0.8 = 32 instead of 40
  test("lets a person look where money would have gone to the wrong account", async () => {
    const result = await resultOf({ ...perfect, "bank-account": "GB82WEST12345689765432" });
    expect(result).toMatchObject({ score: "92.00", recommendation: "review" });
    expect(fired(result)).toEqual(["payment-data"]);
  });

  // 40·0.5 = 20 instead of 40; 5 of 10 points are below the gate's 60
  test("rejects whoever can't enter exactly, and raises the flag for it", async () => {
    const result = await resultOf({ ...perfect, "supplier-card": {} });
    expect(result).toMatchObject({ score: "80.00", recommendation: "reject" });
    expect(fired(result)).toEqual(["accuracy"]);
    expect(result.flags.map(({ flag }) => flag)).toEqual(["careless_entry"]);
  });
});

import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureEngines } from "#scripts/meter/main.ts";
import { loadPlaybook, resolvePlaybook, shippedPlaybooks } from "#scripts/playbook/load.ts";
import { mutantWarnings } from "#scripts/playbook/mutants/report.ts";
import { tryMutants } from "#scripts/playbook/mutants/try-mutants.ts";
import { localSandbox } from "#scripts/playbook/sandbox.ts";
import { checkPlaybook } from "#shared/use-cases/check-playbook.ts";
import { guideItems, guidePlaybook } from "#test/builders/guide-items.ts";

const sandbox = localSandbox();
beforeAll(ensureEngines, 120_000);

const EXAMPLES = fileURLToPath(new URL("../../docs/guides/examples/", import.meta.url));

describe("every playbook that comes with the product", () => {
  const all = [
    ...shippedPlaybooks().map((id) => resolvePlaybook(id).authored),
    ...readdirSync(EXAMPLES).map((name) => loadPlaybook(EXAMPLES + name).authored),
  ];

  test.each(all)(
    "$id: every small change of a reference is noticed, or said to make no difference",
    async (playbook) => {
      expect(mutantWarnings(await tryMutants(playbook, sandbox))).toEqual([]);
    },
  );
});

describe.each(["coding", "sql", "code_reading"])("the example in the guide to %s", (type) => {
  const playbook = guidePlaybook(guideItems(type));

  test("proves its keys, and its tests miss nothing", async () => {
    expect(await checkPlaybook({ sandbox })({ playbook })).toEqual({ valid: true, violations: [] });
    expect(mutantWarnings(await tryMutants(playbook, sandbox))).toEqual([]);
  });
});

describe("weak keys", () => {
  test("are told by the changes that no test notices, claims that don't hold by what notices them", async () => {
    const { playbook } = resolvePlaybook("back-end-developer");
    const item = playbook.practice.find(({ id }) => id === "practice-coding")!;
    if (item.type !== "coding") throw new Error("the type has changed");
    const equivalent_mutants = [
      { change: "2 → 3", reason: "a mistake" },
      { change: "2 → 9", reason: "no mutant" },
    ];
    const tests = [{ ...item.key.tests[0]!, arguments: [0], expected: 0 }];
    const weak = { ...item, key: { ...item.key, tests, equivalent_mutants } };
    const strong = { ...item, key: { ...item.key, equivalent_mutants } };
    const warningsOf = async (practice: (typeof playbook)["practice"]) =>
      mutantWarnings(await tryMutants({ ...playbook, sections: [], practice }, sandbox)).map(({ message }) => message);

    expect(await warningsOf([weak])).toEqual([
      "no hidden test notices this change in line 1 of the reference: number * 2 → number / 2",
      "no hidden test notices this change in line 1 of the reference: 2 → 1",
      '"2 → 9" isn\'t equivalent: there is no such change of the reference',
    ]);
    expect(await warningsOf([strong])).toEqual([
      expect.stringContaining('"2 → 3" isn\'t equivalent: it does make a difference'),
      expect.stringContaining('"2 → 9" isn\'t equivalent'),
    ]);
  });
});

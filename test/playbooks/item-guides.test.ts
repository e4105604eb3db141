import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { itemTypes } from "#shared/domain/grading/registry.ts";
import { playbookViolations } from "#shared/domain/playbook/check.ts";
import { checkPlaybook } from "#shared/use-cases/check-playbook.ts";
import { guideItems, guidePlaybook } from "#test/builders/guide-items.ts";
import { ROOT } from "#test/docs/pages.ts";

const FOLDER = path.join(ROOT, "docs/guides/items");
const guides = readdirSync(FOLDER).map((name) => path.basename(name, ".md"));
/** Their keys are proven where sandboxes are started. */
const RUN = new Set(["coding", "sql", "code_reading"]);

test("every item type has its page, and every page its type", () => {
  expect(guides.toSorted()).toEqual(Object.keys(itemTypes).toSorted());
});

describe.each(guides)("the page of %s", (type) => {
  const items = guideItems(type);

  test("shows the type in an example that can stand in a playbook", async () => {
    expect(items.map((item) => item["type"])).toContain(type);
    const nothing = { run: () => Promise.reject(new Error("nothing was to be run")) };
    const playbook = guidePlaybook(items);
    if (RUN.has(type)) expect(playbookViolations(playbook)).toEqual([]);
    else expect(await checkPlaybook({ sandbox: nothing })({ playbook })).toEqual({ valid: true, violations: [] });
  });
});

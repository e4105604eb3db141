import { describe, expect, test } from "vitest";
import { playbookViolations } from "#shared/domain/playbook/check.ts";
import { parsePlaybook } from "#shared/domain/playbook/parse.ts";
import { type Steps, valueAt } from "#shared/domain/playbook/path.ts";
import { examplePlaybook } from "#test/builders/example-playbook.ts";

type Change = [steps: Steps, value: unknown];

/** The example as a plain document with some members changed; `undefined` removes one. */
function documentWith(...changes: Change[]): Record<string, unknown> {
  const document = JSON.parse(JSON.stringify(examplePlaybook()));
  for (const [steps, value] of changes) {
    const holder = valueAt(document, steps.slice(0, -1)) as Record<PropertyKey, unknown>;
    if (value === undefined) Reflect.deleteProperty(holder, steps.at(-1)!);
    else holder[steps.at(-1)!] = value;
  }
  return document;
}

function violationsOf(change: Change) {
  const parsed = parsePlaybook(documentWith(change));
  return "violations" in parsed ? parsed.violations : [];
}

describe("reading a playbook", () => {
  test("keeps a number's own decimal text where the source has it", () => {
    const value = documentWith([["minutes"], 12]);
    const parsed = parsePlaybook(value, (path) => (path === "minutes" ? "12.00" : undefined));
    expect(parsed).toMatchObject({ playbook: { minutes: "12.00" } });
  });

  test("takes a number's shortest text elsewhere, inside conditions too", () => {
    const value = documentWith([["gates", 0, "any_of", 0, "below"], 30.5]);
    expect(parsePlaybook(value)).toMatchObject({ playbook: { gates: [{ any_of: [{ below: "30.5" }] }] } });
  });

  test("doesn't change the value it was given", () => {
    const value = documentWith([["minutes"], 12]);
    parsePlaybook(value);
    expect(value.minutes).toBe(12);
  });

  test("reads its own result to the same playbook", () => {
    expect(parsePlaybook(examplePlaybook())).toEqual({ playbook: examplePlaybook() });
  });

  test.each<[what: string, change: Change, path: string, message: string]>([
    ["a missing field", [["title"], undefined], "title", 'the field "title" is missing'],
    ["an unknown field", [["titel"], "x"], "titel", 'there is no field "titel" here'],
    ["a number out of place", [["minutes"], "soon"], "minutes", `"soon" can't stand here`],
    ["an unknown item type", [["practice"], [{ type: "essay" }]], "practice[0].type", `"essay" can't stand here`],
    ["an unknown effect", [["gates", 0, "effect"], "maybe"], "gates[0].effect", `"maybe" can't stand here`],
    [
      "a condition on nothing",
      [["gates", 0, "any_of", 0, "figure"], "x"],
      "gates[0].any_of[0].figure",
      `"x" can't stand here`,
    ],
  ])("names %s with its path", (_what, change, path, message) => {
    expect(violationsOf(change)).toMatchObject([{ path, message }]);
  });

  test.each([null, 5, "text", [], {}])("says what is wrong with %j", (value) => {
    const parsed = parsePlaybook(value);
    expect("violations" in parsed && parsed.violations.length).toBeGreaterThan(0);
  });
});

describe("a playbook that breaks the schema", () => {
  test("is still judged where it can be read", () => {
    const broken = documentWith(
      [["sections", 0, "items", 0, "key", "tolerance"], undefined],
      [["bands", 0, "to"], "50"],
      [["rol"], {}],
    );
    const parsed = parsePlaybook(broken);
    if ("playbook" in parsed || !parsed.salvaged) throw new Error("expected a salvaged playbook");
    expect(parsed.violations.map(({ path }) => path)).toEqual(["sections[0].items[0].key.tolerance", "rol"]);
    expect(playbookViolations(parsed.salvaged.playbook, parsed.salvaged).map(({ path }) => path)).toEqual([
      "bands[1].from",
    ]);
  });

  test("gives no violation that only follows from what couldn't be read", () => {
    for (const member of [
      "categories",
      "sections",
      "interview",
      "gates",
      "red_flags",
      "bands",
      "policy",
      "minutes",
      "role",
    ]) {
      const parsed = parsePlaybook(documentWith([[member], true]));
      if ("playbook" in parsed || !parsed.salvaged) throw new Error(`${member} can't be salvaged`);
      expect(playbookViolations(parsed.salvaged.playbook, parsed.salvaged), member).toEqual([]);
    }
  });
});

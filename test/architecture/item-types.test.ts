import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { itemTypes } from "#shared/domain/grading/registry.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const types = Object.keys(itemTypes);

/** Every text of a folder, however deep, whose name ends so. */
const textsOf = (folder: string, ending: string): string =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => readFileSync(path.join(ROOT, folder, file), "utf8"))
    .join("\n");

const golden = textsOf("test/golden/items", ".yaml") + textsOf("shared/playbooks", ".yaml");

describe.each(types)("the room of %s", (type) => {
  test.each([
    ["a schema and a grader", `shared/domain/grading/${type}/schema.ts`],
    ["a renderer", `web/items/${type}`],
    ["a page in the authoring guide", `docs/guides/items/${type}.md`],
  ])("has %s", (_what, file) => {
    expect(existsSync(path.join(ROOT, file)), file).toBe(true);
  });

  test("has golden answers, or specimens in a shipped playbook, that a recruiter can read", () => {
    expect(golden).toMatch(new RegExp(`^\\s*(?:- )?type: ${type}$`, "m"));
  });
});

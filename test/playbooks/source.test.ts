import { afterEach, describe, expect, test } from "vitest";
import { readFolder } from "#scripts/playbook/source.ts";
import type { PlaybookSource } from "#shared/authoring/source.ts";
import { folderWith } from "#test/builders/sources.ts";

const made: { remove: () => void }[] = [];
afterEach(() => {
  for (const { remove } of made.splice(0)) remove();
});

function sourceOf(files: Record<string, string>): PlaybookSource {
  const { folder, remove } = folderWith(files);
  made.push({ remove });
  return readFolder(folder);
}

describe("a playbook's source", () => {
  test("puts in what named files hold: texts as they stand, YAML and JSON as values", () => {
    const { value } = sourceOf({
      "playbook.yaml": "code: !file code/a.js\nitems: !file items.yaml\nrows: !file rows.json\n",
      "code/a.js": "const a = 1;\r\n",
      "items.yaml": "- id: a\n  text: !file code/a.js\n",
      "rows.json": '[["x", 1]]',
    });
    const code = "const a = 1;\n";
    expect(value).toEqual({ code, items: [{ id: "a", text: code }], rows: [["x", 1]] });
  });

  test("keeps the file and the line of every value, and those around it for what isn't there", () => {
    const { locate } = sourceOf({
      "playbook.yaml": "id: a\nsections:\n  - id: one\n    items: !file items.yaml\n",
      "items.yaml": "# first\n- id: x\n  key:\n    value: 1\n",
    });
    expect(locate("sections[0].id")).toEqual({ file: "playbook.yaml", line: 3 });
    expect(locate("sections[0].items[0].key.value")).toEqual({ file: "items.yaml", line: 4 });
    expect(locate("sections[0].items[0].key.unit.rule")).toEqual({ file: "items.yaml", line: 3 });
    expect(locate("nothing.there")).toEqual({ file: "playbook.yaml", line: 1 });
  });

  test("keeps the decimal text of numbers", () => {
    const { numberText } = sourceOf({ "playbook.yaml": "weight: 40.00\nlist: [0.10]\nname: '5'\n" });
    expect(["weight", "list[0]", "name"].map(numberText)).toEqual(["40.00", "0.10", undefined]);
  });

  test("follows anchors and aliases", () => {
    expect(sourceOf({ "playbook.yaml": "a: &x { b: 1 }\nc: *x\n" }).value).toEqual({ a: { b: 1 }, c: { b: 1 } });
  });

  test("tells every file that isn't there, with the line that names it", () => {
    const { violations } = sourceOf({ "playbook.yaml": "a: !file x.js\nb: 1\nc: !file y.yaml\n" });
    expect(violations).toMatchObject([
      { path: "a", file: "playbook.yaml", line: 1, message: "there is no file x.js in the playbook's folder" },
      { path: "c", file: "playbook.yaml", line: 3, message: "there is no file y.yaml in the playbook's folder" },
    ]);
  });

  test("reads nothing outside its folder", () => {
    const { folder, remove } = folderWith({ "in/playbook.yaml": "a: !file ../secret.txt\n", "secret.txt": "s" });
    made.push({ remove });
    const { value, violations } = readFolder(`${folder}/in`);
    expect(value).toEqual({ a: undefined });
    expect(violations).toMatchObject([{ path: "a" }]);
  });

  test("ends where a file names itself", () => {
    const { violations } = sourceOf({ "playbook.yaml": "a: !file b.yaml\n", "b.yaml": "c: !file b.yaml\n" });
    expect(violations).toMatchObject([{ path: "a.c", file: "b.yaml", message: "b.yaml names itself" }]);
  });

  test("tells broken syntax with its line, and goes on with other files", () => {
    const { violations } = sourceOf({
      "playbook.yaml": "a: !file b.yaml\nc: !file d.yaml\n",
      "b.yaml": "x: 1\nx: 2\n",
      "d.yaml": "y: [1\n",
    });
    expect(violations.map(({ file, line, path }) => [file, path, line > 0])).toEqual([
      ["b.yaml", "a", true],
      ["d.yaml", "c", true],
    ]);
  });
});

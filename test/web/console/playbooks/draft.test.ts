import { describe, expect, test } from "vitest";
import { chosen, pasted, readDraft, shownViolations } from "#web/console/screens/playbooks/publish/draft.ts";

describe("a playbook given to the console", () => {
  test("is read from one text, JSON or YAML, with numbers as their author wrote them", () => {
    expect(readDraft(pasted("version: 1\nweight: 40.00\n")).playbook).toEqual({ version: 1, weight: "40.00" });
    expect(readDraft(pasted('{"version": 1, "list": [0.5]}')).playbook).toEqual({ version: 1, list: [0.5] });
  });

  test("is read from a folder wherever that lies, with the files it names", () => {
    const files = chosen([
      { path: "books/nurse/playbook.yaml", text: "id: nurse\r\nitems: !file parts/items.yaml\r\n" },
      { path: "books/nurse/parts/items.yaml", text: "- !file ../text.txt\n" },
      { path: "books/nurse/text.txt", text: "as it is" },
      { path: "books/other.txt", text: "no part of it" },
    ]);
    expect([...files.keys()]).toEqual(["playbook.yaml", "parts/items.yaml", "text.txt"]);
    expect(readDraft(files).playbook).toEqual({ id: "nurse", items: ["as it is"] });
  });

  test("is read from a single file of any name", () => {
    expect(readDraft(chosen([{ path: "mine.yaml", text: "id: a" }])).playbook).toEqual({ id: "a" });
  });

  test("shows what is wrong with the lines around it", () => {
    const draft = readDraft(pasted("id: a\ncategories:\n  - id: one\n    weight: 90\n"));
    const [shown] = shownViolations(draft, [{ path: "categories[0].weight", message: "is too much" }]);
    expect(shown).toMatchObject({ file: "playbook.yaml", line: 4, message: "is too much" });
    expect(shown!.lines).toEqual([
      { number: 3, text: "  - id: one" },
      { number: 4, text: "    weight: 90" },
      { number: 5, text: "" },
    ]);
  });

  test("can't be sent where it can't be read, and says why", () => {
    const broken = readDraft(pasted("a: [1,\n"));
    expect(broken.playbook).toBeUndefined();
    expect(shownViolations(broken, [])[0]!.message).toContain("this isn't valid YAML");
    const missing = readDraft(pasted("a: !file x.js\n"));
    expect(missing.playbook).toBeUndefined();
    expect(shownViolations(missing, [])).toMatchObject([{ path: "a", line: 1 }]);
    expect(shownViolations(readDraft(pasted("just words")), [])[0]!.message).toContain("this is no playbook");
  });
});

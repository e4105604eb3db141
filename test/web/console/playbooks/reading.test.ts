import { describe, expect, test } from "vitest";
import { resolvePlaybook, shippedPlaybooks } from "#scripts/playbook/load.ts";
import { drawingPlaybook } from "#test/builders/drawing-playbook.ts";
import { examplePlaybook } from "#test/builders/example-playbook.ts";
import { type Change, longTexts, summary } from "#web/console/screens/playbooks/changes/meaning.ts";
import { categoryRows, sectionRows } from "#web/console/screens/playbooks/reading/blueprint.ts";
import { conditionWords } from "#web/console/screens/playbooks/reading/words.ts";

const shipped = resolvePlaybook("back-end-developer").authored;

describe("the blueprint", () => {
  test("says how much of the score hangs on each section and where categories come from", () => {
    expect(sectionRows(shipped).map(({ id, minutes, points, worth }) => [id, minutes, points, worth])).toEqual([
      ["cognitive", 5, 3, 9],
      ["hard-skills", 12, 10, 24],
      ["situational-judgement", 4, 2, 9],
      ["soft-skills", 5, 5, 12],
      ["accuracy", 4, 2, 10],
    ]);
    expect(categoryRows(shipped)[0]).toMatchObject({ weight: 40, assessment: 24, interview: 16 });
  });

  test.each([...shippedPlaybooks().map((id) => resolvePlaybook(id).authored), drawingPlaybook(), examplePlaybook()])(
    "$id: sections and interview make up the whole score",
    (book) => {
      const fromSections = sectionRows(book).reduce((sum, { worth }) => sum + worth, 0);
      const fromInterview = categoryRows(book).reduce((sum, { interview }) => sum + interview, 0);
      expect(fromSections + fromInterview).toBeCloseTo(100, 9);
    },
  );
});

test("a gate's condition reads as a sentence", () => {
  expect(conditionWords(shipped, shipped.gates[0]!.any_of[1]!)).toBe(
    "the assessment figure of Technical Skills is below 40.00",
  );
});

describe("changes", () => {
  const change = (effect: Change["effect"], more: Partial<Change> = {}): Change => ({
    ...{ area: "texts", effect, path: "p", text: "t", before: "a", after: "b" },
    ...more,
  });

  test("are summed up by what they can lead to", () => {
    expect(summary([])).toBe("Nothing changed but the version's number.");
    expect(summary([change("results"), change("staff"), change("results")])).toBe(
      "3 changes: 2 can move results, 1 read by staff only.",
    );
  });

  test("show long texts as they were and are, and nothing that isn't text", () => {
    const long = "x".repeat(50);
    expect(longTexts(change("staff", { after: long }))).toEqual({ before: "a", after: long });
    expect(longTexts(change("staff", { before: null, after: [long, "y"] }))).toEqual({
      before: "",
      after: `${long}\ny`,
    });
    expect(longTexts(change("staff"))).toBeUndefined();
    expect(longTexts(change("staff", { after: { a: long } }))).toBeUndefined();
  });
});

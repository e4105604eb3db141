import { describe, expect, test } from "vitest";
import type { Json } from "#shared/domain/foundation/json.ts";
import { checkItem, gradeItem, proofsOf } from "#shared/domain/grading/registry.ts";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import { goldenFiles, goldenItems } from "#test/builders/golden-items.ts";

const grade = (item: AnyItem, answer: Json) => gradeItem({ item, section: "section", answer, observations: [] });

describe.each(goldenFiles())("golden answers of %s", (file) => {
  for (const { item, answers } of goldenItems(file)) {
    test(`${item.id}: has no violation`, () => {
      expect(checkItem(item)).toEqual([]);
    });

    test.each(proofsOf(item))(`${item.id}: $name`, ({ answer, expects }) => {
      const { points, outcome, working } = grade(item, answer);
      expect({ points, working }).toMatchObject(expects);
      if ("points" in expects && expects.points === item.points) expect(outcome).toBe("graded");
    });

    for (const { name, answer, points, outcome = "graded" } of answers) {
      test(`${item.id}: ${name ?? JSON.stringify(answer)} scores ${points}`, () => {
        const { working, ...grading } = grade(item, answer);
        const why = working.map(({ text }) => text).join("\n");
        expect({ points: grading.points, outcome: grading.outcome }, why).toEqual({ points, outcome });
      });
    }
  }
});

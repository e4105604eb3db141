import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, exact, exactText, ZERO } from "#shared/domain/foundation/exact.ts";
import type { ItemBase } from "#shared/domain/grading/contract.ts";
import { candidateItem, gradeItem, referenceAnswerOf } from "#shared/domain/grading/registry.ts";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import { scoredItems } from "#shared/domain/playbook/placed-items.ts";
import { drawsItems, presented } from "#shared/domain/playbook/presented.ts";
import type { Playbook, Section } from "#shared/domain/playbook/schema.ts";
import { drawingPlaybook } from "#test/builders/drawing-playbook.ts";
import { examplePlaybook } from "#test/builders/example-playbook.ts";
import { digest } from "#test/builders/scored-journal.ts";

const authored = drawingPlaybook();
const draw = (seed: string): Playbook<AnyItem> => presented(authored, { seed, digest });
const variantOf = ({ variant }: ItemBase) => variant;
const itemsOf = ({ sections }: Playbook<AnyItem>): AnyItem[] => sections.flatMap(({ items }) => items);
const nameOf = ({ id, variant }: { id: string; variant?: string | undefined }) => (variant ? `${id}/${variant}` : id);
const seeds = Array.from({ length: 2000 }, (_, index) => `seed ${index}`);

describe("what a seed draws", () => {
  test("is the same every time, and as many items of each pool as it asks for", () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(draw(seed)).toEqual(draw(seed));
        expect(draw(seed).sections.map(({ items }) => items.length)).toEqual([3, 1]);
      }),
    );
  });

  test("holds neither pools nor lists of variants, and no item twice", () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const items = itemsOf(draw(seed));
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
        for (const item of items) expect(item).toHaveProperty("prompt");
      }),
    );
  });

  test("gives every candidate the same maximum, section by section", () => {
    const total = ({ items }: Section<AnyItem>) =>
      exactText(items.map(({ points }) => exact(points)).reduce(add, ZERO));
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(draw(seed).sections.map(total)).toEqual(["4", "1"]);
      }),
    );
  });

  test("reaches every item and every variant, each as often as the others", () => {
    const times = new Map<string, number>();
    for (const item of seeds.flatMap((seed) => itemsOf(draw(seed)))) {
      times.set(nameOf(item), (times.get(nameOf(item)) ?? 0) + 1);
    }
    const share = (name: string) => (times.get(name) ?? 0) / seeds.length;
    for (const name of ["dozen", "score", "small"]) expect(share(`full-pallets/${name}`)).toBeCloseTo(1 / 3, 1);
    for (const name of ["rest", "weight", "shelf"]) expect(share(name)).toBeCloseTo(1 / 2, 1);
    for (const name of ["ten", "four"]) expect(share(`price/${name}`)).toBeCloseTo(1 / 4, 1);
    for (const name of ["fragile", "dry"]) expect(share(name)).toBeCloseTo(1 / 2, 1);
    expect(times.size).toBe(scoredItems(authored).length);
  });

  test("keeps the pool's order", () => {
    const order = ["full-pallets", "price", "rest", "weight", "shelf", "fragile", "dry"];
    for (const seed of seeds.slice(0, 50)) {
      const places = itemsOf(draw(seed)).map(({ id }) => order.indexOf(id));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  });

  test("scores full with its own references, whatever was drawn", () => {
    for (const seed of seeds.slice(0, 50)) {
      for (const item of itemsOf(draw(seed))) {
        const grade = gradeItem({ item, section: "any", answer: referenceAnswerOf(item), observations: [] });
        expect(grade).toMatchObject({ points: item.points, outcome: "graded" });
      }
    }
  });

  test("can't be said without a seed", () => {
    expect(() => presented(authored, { seed: undefined, digest })).toThrow(TypeError);
  });
});

describe("a candidate's view of what was drawn", () => {
  test("holds nothing of another variant, and not which variant it is", () => {
    const secret = drawingPlaybook();
    const entry = secret.sections[0]!.items[0]!;
    if (!("variants" in entry)) throw new TypeError("full-pallets has no variants");
    for (const { id, item } of entry.variants) {
      if (item.type !== "numeric") throw new TypeError("full-pallets isn't numeric");
      item.key.value = `${item.key.value}.7777${id.length}`;
      item.title = `Title of ${id}`;
    }
    for (const seed of seeds.slice(0, 50)) {
      const [asked] = presented(secret, { seed, digest }).sections[0]!.items;
      const view = JSON.stringify(candidateItem(asked!));
      expect(view).not.toContain("7777");
      expect(view).not.toMatch(/variant/);
      for (const { id } of entry.variants) expect(view.includes(`Title of ${id}`)).toBe(variantOf(asked!) === id);
    }
  });
});

test("a playbook without pools and variants is presented as it is, with or without a seed", () => {
  const playbook = examplePlaybook();
  expect(drawsItems(playbook)).toBe(false);
  expect(presented(playbook, { seed: undefined, digest })).toBe(playbook);
  expect(presented(playbook, { seed: "any", digest })).toBe(playbook);
});

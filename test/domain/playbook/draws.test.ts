import { describe, expect, test } from "vitest";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import { playbookViolations } from "#shared/domain/playbook/check.ts";
import { parsePlaybook } from "#shared/domain/playbook/parse.ts";
import type { AuthoredPlaybook, Pool, VariedItem } from "#shared/domain/playbook/schema.ts";
import { drawingPlaybook } from "#test/builders/drawing-playbook.ts";

type Parts = { playbook: AuthoredPlaybook<AnyItem>; varied: VariedItem<AnyItem>; pool: Pool<AnyItem> };

function changed(change: (parts: Parts) => void): AuthoredPlaybook<AnyItem> {
  const playbook = drawingPlaybook();
  const [varied, pool] = playbook.sections[0]!.items as [VariedItem<AnyItem>, Pool<AnyItem>];
  change({ playbook, varied, pool });
  return playbook;
}

const POOL = "sections[0].items[1]";
const VARIED = "sections[0].items[0]";

describe("a playbook that draws is sound only if", () => {
  test.each<[rule: string, change: (parts: Parts) => void, path: string, says: RegExp]>([
    ["a pool has what is drawn from it", ({ pool }) => (pool.draw = 5), `${POOL}.draw`, /can't be drawn from 4/],
    [
      "all items of a pool earn the same",
      ({ pool }) => ((pool.items[2] as AnyItem).points = "2"),
      `${POOL}.items[2].points`,
      /would be luck/,
    ],
    [
      "all variants earn the same",
      ({ varied }) => (varied.variants[1]!.item.points = "3"),
      `${VARIED}.variants[1].item.points`,
      /would be luck/,
    ],
    [
      "all items of a pool count for the same categories",
      ({ pool }) => ((pool.items[1] as AnyItem).shares = [{ category: "care", share: "1" }]),
      `${POOL}.items[1].shares`,
      /would be luck/,
    ],
    [
      "all items of a pool matter as much",
      ({ pool }) => ((pool.items[3] as AnyItem).critical = { below: "1", gate: "labels" }),
      `${POOL}.items[3].critical`,
      /would be luck/,
    ],
    [
      "a variant has its item's id",
      ({ varied }) => (varied.variants[2]!.item.id = "other"),
      `${VARIED}.variants[2].item.id`,
      /is called "other"/,
    ],
    [
      "no two variants have one id",
      ({ varied }) => (varied.variants[2]!.id = "dozen"),
      `${VARIED}.variants[2].id`,
      /already/,
    ],
    [
      "no item of a pool has another's id",
      ({ pool }) => (pool.items[1]!.id = "full-pallets"),
      `${POOL}.items[1].id`,
      /already/,
    ],
    ["no pool has an item's id", ({ pool }) => (pool.id = "shelf"), `${POOL}.items[3].id`, /already/],
    [
      "no gate asks for an item that not everybody gets",
      ({ playbook }) => playbook.gates[0]!.any_of.push({ item: "shelf", points_below: "1" }),
      "gates[0].any_of[1].item",
      /drawn from the pool "arithmetic"/,
    ],
    [
      "every variant's own type finds it sound",
      ({ pool }) => Object.assign(pool.items[3]!, { key: { order: ["may", "may", "june"] } }),
      `${POOL}.items[3].key.order`,
      /./,
    ],
  ])("%s", (_rule, change, path, says) => {
    const violations = playbookViolations(changed(change));
    const found = violations.find((each) => each.path.startsWith(path) && says.test(each.message));
    expect(found, JSON.stringify(violations, null, 1)).toBeDefined();
    expect(found!.remedy).toBeTruthy();
  });

  test("nothing of this is broken", () => {
    expect(playbookViolations(drawingPlaybook())).toEqual([]);
  });

  test("a gate may ask for an item that everybody gets in one form or another", () => {
    const playbook = changed(({ playbook: { gates } }) =>
      gates[0]!.any_of.push({ item: "full-pallets", points_below: "1" }),
    );
    expect(playbookViolations(playbook)).toEqual([]);
  });
});

test("a broken item of a pool doesn't hide what is wrong beside it", () => {
  const document = JSON.parse(JSON.stringify(drawingPlaybook()));
  document.sections[0].items[1].items[0].variants[1].item.key.tolerance = "much";
  document.sections[0].items[1].items[3].key.order = ["may", "may", "june"];
  const parsed = parsePlaybook(document);
  if (!("violations" in parsed) || !parsed.salvaged) throw new TypeError("nothing was salvaged");
  expect(parsed.violations.map(({ path }) => path)).toEqual([`${POOL}.items[0].variants[1].item.key.tolerance`]);
  const { playbook, ...unread } = parsed.salvaged;
  expect(playbookViolations(playbook, unread).map(({ path }) => path)).toEqual([`${POOL}.items[3].key.order`]);
});

import { describe, expect, test } from "vitest";
import { compareBundles } from "#scripts/playbook/diff/moved-results.ts";
import { changesText, comparisonsText } from "#scripts/playbook/diff/text.ts";
import { resolvePlaybook } from "#scripts/playbook/load.ts";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import { playbookChanges } from "#shared/domain/playbook/diff/playbook-changes.ts";
import type { AuthoredPlaybook } from "#shared/domain/playbook/schema.ts";
import { drawingPlaybook } from "#test/builders/drawing-playbook.ts";
import { examplePlaybook } from "#test/builders/example-playbook.ts";
import { folderWith } from "#test/builders/sources.ts";
import { takenBundle } from "#test/builders/taken-bundle.ts";

type Version = AuthoredPlaybook<AnyItem>;

/** What a change of the bookkeeper's playbook is said to mean: area, effect and sentence. */
function said(change: (playbook: Version) => void, of: () => Version = examplePlaybook): string[] {
  const after = of();
  change(after);
  return playbookChanges(of(), after).map(({ area, effect, text }) => `${area} (${effect}): ${text}`);
}

/** An item as an author may change it. */
// biome-ignore lint/suspicious/noExplicitAny: a test reaches into items of any type
const itemOf = (playbook: Version, id: string): any =>
  playbook.sections.flatMap(({ items }) => items).find((item) => item.id === id);

const put = (thing: object | undefined, fields: object): void => void Object.assign(thing!, fields);

const shipped = (): Version => structuredClone(resolvePlaybook("back-end-developer").authored);

describe("what a change means", () => {
  test("nothing, where nothing changed but the version", () => {
    expect(said((after) => void after.version++)).toEqual([]);
    expect(changesText([])).toBe("Nothing changed.");
  });

  test.each<[string, (playbook: Version) => void, string]>([
    [
      "a weight",
      (after) => put(after.categories[0], { weight: "60" }),
      'weights (results): The category "Bookkeeping" makes up 60 % of the score instead of 70 %.',
    ],
    [
      "a share",
      (after) => put(after.categories[0], { assessment_share: "0.5" }),
      'shares (results): The category "Bookkeeping" comes to 0.5 from the assessment instead of 0.75.',
    ],
    [
      "points",
      (after) => put(itemOf(after, "tax"), { points: "3" }),
      'points (results): "tax" gives 3 points instead of 2.',
    ],
    [
      "a key",
      (after) => put(itemOf(after, "tax").key, { value: "40" }),
      'keys (results): The key of "tax": value is 40 instead of 38.',
    ],
    [
      "a task",
      (after) => put(itemOf(after, "tax"), { prompt: "How much?" }),
      'tasks (candidates): "tax" has another task text.',
    ],
    ["a specimen", (after) => put(itemOf(after, "tax"), { specimens: [] }), 'texts (staff): "tax": specimens changed.'],
    [
      "a critical mark",
      (after) => void delete itemOf(after, "cash-request").critical,
      'gates (results): "cash-request": critical is gone; it was {"below":"1","flag":"falsifies"}.',
    ],
    [
      "minutes",
      (after) => put(after.sections[0], { minutes: "9" }),
      'minutes (candidates): The section "Postings" takes 9 minutes instead of 8.',
    ],
    [
      "a gate",
      (after) => void Object.assign(after.gates[0]!.any_of[0]!, { below: "40" }),
      'gates (results): The gate "knowledge" fires when the assessment of "knowledge" is below 40, not when the assessment of "knowledge" is below 30.',
    ],
    ["a lost gate", (after) => void after.gates.pop(), 'gates (results): The gate "knowledge" (reject) is gone.'],
    [
      "a band",
      (after) => {
        put(after.bands[1], { to: "80" });
        put(after.bands[2], { from: "80" });
      },
      "bands (results): The score recommends: reject from 0 to 55, review from 55 to 80, advance from 80 to 100. Before: reject from 0 to 55, review from 55 to 75, advance from 75 to 100.",
    ],
    [
      "a flag",
      (after) => put(after.red_flags[0], { severity: "minor" }),
      'flags (results): The red flag "falsifies": severity is minor instead of major.',
    ],
    [
      "a question",
      (after) => put(after.interview.questions[0], { weight: "2" }),
      'interview (results): The question "error" counts 2 instead of 1 within its category.',
    ],
    [
      "the wording of a question",
      (after) => put(after.interview.questions[0], { probes: [] }),
      'interview (staff): The question "error": probes changed.',
    ],
    [
      "policy",
      (after) => put(after.policy, { share_with_candidate: "none" }),
      "policy (candidates): The policy: share with candidate is none instead of score.",
    ],
    ["a new item", (after) => void after.sections[1]!.items.push(newItem), 'items (results): The item "extra" is new.'],
    [
      "a moved item",
      (after) => void after.sections[1]!.items.unshift(after.sections[0]!.items.pop()!),
      'items (results): The item "month-end" stands in the section "conduct" instead of "postings".',
    ],
    [
      "another order",
      (after) => void after.sections[0]!.items.reverse(),
      "items (candidates): The items come in another order.",
    ],
  ])("%s", (_what, change, sentence) => {
    expect(said(change)).toEqual([sentence]);
  });

  test.each<[string, (playbook: Version) => void, string]>([
    [
      "a hidden test",
      (after) => void itemOf(after, "paid-totals").key.tests.pop(),
      'tests (results): The hidden test "input-unchanged" of "paid-totals" is gone.',
    ],
    [
      "a data set",
      (after) => put(itemOf(after, "busy-customers").key.data_sets[0], { rows: [] }),
      'tests (results): The hidden data set "everyday" of "busy-customers": rows changed.',
    ],
    [
      "a reference",
      (after) => put(itemOf(after, "paid-totals").key.reference, { source: "other" }),
      'texts (staff): The key of "paid-totals": reference changed.',
    ],
    [
      "a criterion",
      (after) => put(itemOf(after, "delay-email").rubric.criteria[0], { points: "2" }),
      "points (results): ",
    ],
    ["a check", (after) => void itemOf(after, "delay-email").rubric.criteria[0].checks.pop(), "rubrics (results): "],
    [
      "a part",
      (after) => put(itemOf(after, "calculate-total").parts[2].key, { value: "16" }),
      'keys (results): The key of the part "fixed" of "calculate-total": value is 16 instead of 15.',
    ],
    ["practice", (after) => void after.practice.pop(), 'items (candidates): The item "practice-code-reading" is gone.'],
  ])("%s of the shipped playbook", (_what, change, sentence) => {
    expect(said(change, shipped)).toEqual([expect.stringContaining(sentence)]);
  });

  test("what a pool draws", () => {
    const sentences = said((after) => {
      const pool = after.sections.flatMap(({ items }) => items).find(({ type }) => type === "pool");
      if (pool) Object.assign(pool, { draw: 1, items: (pool as { items: unknown[] }).items.slice(1) });
    }, drawingPlaybook);
    expect(sentences).toContainEqual(
      expect.stringMatching(/^items \(results\): Each session draws 1 items of the pool/),
    );
    expect(sentences).toContainEqual(expect.stringMatching(/^items \(results\): The item ".*" is gone\.$/));
  });
});

const newItem = { ...itemOf(examplePlaybook(), "cash-request"), id: "extra", critical: undefined };

describe("stored results", () => {
  const sandbox = { run: () => Promise.reject(new Error("nothing was to be run")) };
  const right = { tax: "38", "month-end": ["post", "compare", "report"], "cash-request": "refuse" };

  async function compared(change: (playbook: Version) => void) {
    const bundle = (answers: object, seed: string) => takenBundle(examplePlaybook(), { ...answers }, { sandbox, seed });
    const { folder, remove } = folderWith({
      "all.json": await bundle(right, "all"),
      "no-tax.json": await bundle({ ...right, tax: "40" }, "no-tax"),
      "broken.json": "{",
      "other.json": await takenBundle({ ...examplePlaybook(), id: "other" }, right, { sandbox, seed: "other" }),
    });
    const version = examplePlaybook();
    change(version);
    const found = await compareBundles(folder, { version, sandbox });
    remove();
    return found;
  }

  test("move where a key changed, and recommendations flip", async () => {
    const found = await compared((after) => {
      itemOf(after, "tax").key.value = "40";
    });
    expect(found.compared).toMatchObject([
      { file: "all.json", before: { score: "100.00" }, moved: true, items: [{ id: "tax", before: "2", after: "0" }] },
      { file: "no-tax.json", after: { score: "100.00", recommendation: "advance" }, flipped: true },
    ]);
    expect(found.skipped.map(({ file }) => file)).toEqual(["broken.json", "other.json"]);
    const text = comparisonsText(found);
    expect(text).toContain("2 stored session(s): 2 result(s) would move, 2 recommendation(s) would flip.");
    expect(text).toContain("advance → review");
    expect(text).toContain("Left out: other.json, because it is a session of other");
  });

  test("stay where nothing that counts changed", async () => {
    const { compared: sessions } = await compared((after) => {
      itemOf(after, "tax").title = "Another heading";
    });
    expect(sessions.map(({ moved, flipped }) => [moved, flipped])).toEqual([
      [false, false],
      [false, false],
    ]);
  });

  test("don't suffer from an item that nobody was asked", async () => {
    const { compared: sessions } = await compared((after) => void after.sections[1]!.items.push(newItem));
    expect(sessions[0]).toMatchObject({ unasked: ["extra"], moved: false });
  });
});

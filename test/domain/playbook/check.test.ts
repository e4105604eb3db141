import { describe, expect, test } from "vitest";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import { playbookViolations } from "#shared/domain/playbook/check.ts";
import type { Playbook } from "#shared/domain/playbook/schema.ts";
import { examplePlaybook } from "#test/builders/example-playbook.ts";

type Change = (playbook: Playbook<AnyItem>) => void;

function violationsAfter(change: Change) {
  const playbook = examplePlaybook();
  change(playbook);
  return playbookViolations(playbook);
}

/** What is wrong, the path it is told at, and a piece of the sentence. */
const broken: [rule: string, change: Change, path: string, says: RegExp][] = [
  ["weights sum to exactly 100", (p) => (p.categories[0]!.weight = "70.01"), "categories", /100\.01, not 100/],
  ["each weight is above 0", (p) => (p.categories[0]!.weight = "0"), "categories[0].weight", /not above 0/],
  ["section minutes sum to the declared total", (p) => (p.sections[0]!.minutes = "7.5"), "minutes", /11\.5, not 12/],
  ["a section takes time", (p) => (p.sections[1]!.minutes = "0"), "sections[1].minutes", /not above 0/],
  ["an item has points", (p) => (p.sections[0]!.items[0]!.points = "0"), "sections[0].items[0].points", /not above 0/],
  ["a pause isn't negative", (p) => (p.policy.pause_minutes = "-1"), "policy.pause_minutes", /negative/],
  [
    "shares sum to 1",
    (p) => (p.sections[0]!.items[0]!.shares = [{ category: "knowledge", share: "0.9" }]),
    "sections[0].items[0].shares",
    /0\.9, not 1/,
  ],
  [
    "shares name existing categories",
    (p) => (p.sections[0]!.items[0]!.shares = [{ category: "speed", share: "1" }]),
    "sections[0].items[0].shares[0].category",
    /no category "speed"/,
  ],
  ["sections name existing categories", (p) => (p.sections[0]!.category = "speed"), "sections[0].category", /"speed"/],
  [
    "every item counts somewhere",
    (p) => (p.sections[0]!.category = undefined),
    "sections[0].items[0]",
    /counts for no category/,
  ],
  [
    "every category has evidence",
    (p) => p.categories.push({ id: "speed", title: "Speed", weight: "1", assessment_share: "1" }),
    "categories[2]",
    /no evidence at all/,
  ],
  [
    "a share of the assessment needs an item",
    (p) => (p.sections[1]!.category = "knowledge"),
    "categories[1].assessment_share",
    /no evidence from the assessment/,
  ],
  [
    "questions that would never count are told",
    (p) => (p.categories[0]!.assessment_share = "1"),
    "categories[0].assessment_share",
    /would never count/,
  ],
  [
    "a share lies between 0 and 1",
    (p) => (p.categories[0]!.assessment_share = "1.5"),
    "categories[0].assessment_share",
    /no share/,
  ],
  [
    "every question links to a category",
    (p) => (p.interview.questions[0]!.category = "speed"),
    "interview.questions[0].category",
    /"speed"/,
  ],
  [
    "anchors exist for the middle of the scale",
    (p) => Reflect.deleteProperty(p.interview.questions[0]!.anchors, "3"),
    "interview.questions[0].anchors",
    /no anchor for 3/,
  ],
  [
    "anchors lie on the scale",
    (p) => (p.interview.questions[0]!.anchors["6"] = "Beyond."),
    "interview.questions[0].anchors.6",
    /not a rating from 1 to 5/,
  ],
  [
    "gates name existing categories",
    (p) => (p.gates[0]!.any_of = [{ category: "x", figure: "score", below: "5" }]),
    "gates[0].any_of[0].category",
    /"x"/,
  ],
  [
    "gates name existing items",
    (p) => (p.gates[0]!.any_of = [{ item: "x", points_below: "1" }]),
    "gates[0].any_of[0].item",
    /"x"/,
  ],
  [
    "gates name existing questions",
    (p) => (p.gates[0]!.any_of = [{ question: "x", rating_below: "2" }]),
    "gates[0].any_of[0].question",
    /"x"/,
  ],
  ["gates raise existing flags", (p) => (p.gates[0]!.raises = "x"), "gates[0].raises", /no red flag "x"/],
  [
    "a gate's threshold can be fallen below, but not always",
    (p) => (p.gates[0]!.any_of = [{ item: "tax", points_below: "3" }]),
    "gates[0].any_of[0].points_below",
    /range from 0 to 2/,
  ],
  [
    "criticals name existing things",
    (p) => (p.sections[1]!.items[0]!.critical = { below: "1", gate: "x" }),
    "sections[1].items[0].critical.gate",
    /no gate "x"/,
  ],
  [
    "a critical item does something",
    (p) => (p.sections[1]!.items[0]!.critical = { below: "1" }),
    "sections[1].items[0].critical",
    /fire a gate or raise a flag/,
  ],
  ["bands leave no gap", (p) => (p.bands[1]!.from = "56"), "bands[1].from", /a gap/],
  ["bands don't overlap", (p) => (p.bands[1]!.from = "54"), "bands[1].from", /an overlap/],
  ["bands begin at 0", (p) => (p.bands[0]!.from = "1"), "bands[0].from", /begin at 0/],
  ["bands end at 100", (p) => (p.bands[2]!.to = "99"), "bands[2].to", /from 99 to 100/],
  ["no id names two items", (p) => (p.sections[1]!.items[0]!.id = "tax"), "sections[1].items[0].id", /already/],
  [
    "a ranking's key is a permutation",
    (p) => Object.assign(p.sections[0]!.items[1]!, { key: { order: ["post", "post", "report"] } }),
    "sections[0].items[1].key.order",
    /./,
  ],
  [
    "the prompt doesn't hold an explanation",
    (p) => {
      const item = p.sections[0]!.items[0]!;
      item.explanation = "38 is 19 % of 200, the bill without its tax.";
      item.prompt += ` (${item.explanation})`;
    },
    "sections[0].items[0]",
    /would see what stands in sections\[0\]\.items\[0\]\.explanation/,
  ],
  [
    "the prompt doesn't hold an anchor",
    (p) => (p.sections[0]!.items[0]!.prompt += p.interview.questions[0]!.anchors["5"]),
    "sections[0].items[0]",
    /anchors\.5/,
  ],
];

describe("a playbook is sound only if", () => {
  test.each(broken)("%s", (_rule, change, path, says) => {
    const found = violationsAfter(change).find(
      (violation) => violation.path.startsWith(path) && says.test(violation.message),
    );
    expect(found, JSON.stringify(violationsAfter(change), null, 1)).toBeDefined();
  });

  test("nothing of this is broken", () => {
    expect(playbookViolations(examplePlaybook())).toEqual([]);
  });
});

describe("violations", () => {
  test("come all at once", () => {
    const all = violationsAfter((playbook) => {
      playbook.categories[0]!.weight = "60";
      playbook.bands[2]!.to = "90";
      playbook.gates[0]!.raises = "nobody";
    });
    expect(all.map(({ path }) => path)).toEqual(["categories", "gates[0].raises", "bands[2].to"]);
  });

  test("each say what to do", () => {
    for (const [, change] of broken) {
      for (const { remedy, path } of violationsAfter(change)) expect(remedy, path).toBeTruthy();
    }
  });
});

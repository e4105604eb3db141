import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, exact } from "#shared/domain/foundation/exact.ts";
import { canonicalJson, type Json } from "#shared/domain/foundation/json.ts";
import { candidateItem, gradeItem, jobsOf, parseAnswer, referenceAnswerOf } from "#shared/domain/grading/registry.ts";
import { type AnyItem, itemSchema } from "#shared/domain/grading/schemas.ts";
import { goldenFiles, goldenItems } from "#test/builders/golden-items.ts";
import { codingItem, sqlItem } from "#test/builders/run-items.ts";

const golden = goldenFiles().flatMap(goldenItems);
const items: AnyItem[] = [...golden.map(({ item }) => item), codingItem(), sqlItem()];
const anyItem = fc.constantFrom(...items);
const grade = (item: AnyItem, answer: Json) => gradeItem({ item, section: "section", answer, observations: [] });

const words = "no not the semicolon missing will Thursday delay 12 ; . , ! Hi regards throw\u200b \n \n\n".split(" ");
const prose = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: "grapheme" })))
  .map((all) => all.join(" "));

/** Answers in every shape a candidate's page, or a hostile one, may send. */
const anyAnswer = (item: AnyItem): fc.Arbitrary<Json> => {
  const id = fc.constantFrom("a", "b", "c", "d", "total", "fault", "__proto__", "constructor", "toString");
  return fc.oneof(
    prose,
    fc.array(id),
    fc.dictionary(
      fc.oneof(id, fc.constantFrom("best", "worst", "language", "source", "query")),
      fc.oneof(prose, id, fc.jsonValue() as fc.Arbitrary<Json>),
    ),
    fc.jsonValue() as fc.Arbitrary<Json>,
    fc.constant(referenceAnswerOf(item)),
  );
};

describe("grading any answer to any item", () => {
  test("never throws, stays within 0 and the maximum, and says the same twice", () => {
    const cases = anyItem.chain((item) => fc.tuple(fc.constant(item), anyAnswer(item)));
    fc.assert(
      fc.property(cases, ([item, answer]) => {
        const marked = grade(item, answer);
        const total = compare(exact(marked.points), exact(item.points));
        expect(compare(exact(marked.points), exact(0))).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(0);
        expect(canonicalJson(grade(item, answer))).toBe(canonicalJson(marked));
        if (marked.outcome === "not_gradable") expect(["coding", "sql"]).toContain(item.type);
        jobsOf(item, answer);
      }),
      { numRuns: 600 },
    );
  });

  test("scores 0 for a blank", () => {
    for (const item of items) {
      for (const blank of [null, "", " \n\u200b\u00a0", [], {}]) expect(grade(item, blank).points).toBe("0");
    }
  });

  test("scores full for the reference, with nothing unclear", () => {
    for (const { item } of golden) {
      expect(grade(item, referenceAnswerOf(item))).toMatchObject({ points: item.points, outcome: "graded", open: "0" });
    }
  });

  test("has the same points whatever the Unicode form and the space around a text", () => {
    const texts = golden.flatMap(({ item, answers }) =>
      answers.flatMap(({ answer }) => (typeof answer === "string" && !("options" in item) ? [{ item, answer }] : [])),
    );
    for (const { item, answer } of texts) {
      const { points } = grade(item, answer);
      for (const form of ["NFC", "NFD", "NFKC", "NFKD"])
        expect(grade(item, ` \u00a0${answer.normalize(form)}\t`).points, `${form} of ${answer}`).toBe(points);
      expect(grade(item, answer.replaceAll(" ", "  \u200b")).points).toBe(points);
    }
  });

  test("has the same points whatever the order of the options", () => {
    for (const { item, answers } of golden) {
      if (!("options" in item)) continue;
      const turned = { ...item, options: item.options.toReversed() } as AnyItem;
      for (const { answer } of answers) expect(grade(turned, answer).points).toBe(grade(item, answer).points);
    }
  });
});

describe("an answer", () => {
  test("that parses is stored as it parses again", () => {
    const cases = anyItem.chain((item) => fc.tuple(fc.constant(item), anyAnswer(item)));
    fc.assert(
      fc.property(cases, ([item, value]) => {
        const parsed = parseAnswer(item, value);
        if ("answer" in parsed) expect(parseAnswer(item, parsed.answer)).toEqual(parsed);
        else expect(parsed.violations.length).toBeGreaterThan(0);
      }),
    );
  });

  test("naming one option best and worst is refused", () => {
    const item = items.find(({ type }) => type === "best_worst")!;
    expect(parseAnswer(item, { best: "a", worst: "a" })).toMatchObject({ violations: [{ path: "worst" }] });
  });
});

describe("the candidate's view", () => {
  const secret = "SECRET";
  const hide = (value: Json): Json => {
    if (typeof value === "string") return /^[a-z_-]+$|^-?[\d.]+$/.test(value) ? value : `${secret} ${value}`;
    if (Array.isArray(value)) return value.map(hide);
    return value && typeof value === "object"
      ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, hide(each)]))
      : value;
  };
  /** The item with every text under a key, rubric, run, specimen or explanation marked. */
  const marked = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(marked);
    if (!value || typeof value !== "object") return value;
    const hidden = ["key", "rubric", "runs", "specimens", "explanation"];
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, hidden.includes(key) ? hide(each) : marked(each)]),
    );
  };

  test.each(items.map((item): [string, AnyItem] => [item.id, item]))(
    "of %s holds nothing of key, rubric, tests or runs",
    (_id, item) => {
      const explained = { ...item, explanation: "Why", specimens: [] } as unknown as Json;
      const view = candidateItem(marked(explained) as unknown as AnyItem);
      expect(JSON.stringify(view)).not.toContain(secret);
      expect(JSON.stringify(view)).not.toMatch(
        /"(key|rubric|specimens|explanation|runs|shares|critical|disputed|fuel)":/,
      );
      expect(itemSchema.safeParse(item).success).toBe(true);
    },
  );
});

describe("a hostile text of 64 KB", () => {
  const size = 65_536;
  const textItems = ["numeric", "short_text", "code_reading", "written"].map(
    (type) => items.find((item) => item.type === type)!,
  );
  const texts = [
    "a",
    "a ",
    "A! ",
    "not ",
    "missing semicolon ",
    "'",
    "a'",
    "\n",
    " \n",
    ". ",
    "1",
    "1,",
    "\u200b",
    "é",
    ", ",
    "; ",
    "the delay is ",
    "\ud800",
    "ﷺ",
  ];

  test.each(texts)("made of %j is graded by every type in a blink", (unit) => {
    const text = unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
    const before = process.cpuUsage();
    for (const item of textItems) {
      grade(item, text);
      if ("parts" in item) grade(item, Object.fromEntries(item.parts.map(({ id }) => [id, text])));
    }
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(2000);
  });
});

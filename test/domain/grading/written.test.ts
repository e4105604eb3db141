import { describe, expect, test } from "vitest";
import { gradeItem } from "#shared/domain/grading/registry.ts";
import { itemSchema } from "#shared/domain/grading/schemas.ts";

/** A written item whose one criterion has these checks, a point each. */
const itemOf = (...checks: { check: string; [field: string]: unknown }[]) =>
  itemSchema.parse({
    id: "task",
    type: "written",
    title: "Task",
    points: String(checks.length),
    prompt: "Write to the customer.",
    rubric: {
      reference: "Not needed here.",
      criteria: [
        {
          id: "all",
          title: "All",
          kind: "content",
          points: String(checks.length),
          checks: checks.map((check, index) => ({ id: `check-${index}`, title: `Check ${index}`, ...check })),
        },
      ],
    },
  });

const gradeWith = (checks: Parameters<typeof itemOf>, answer: string) =>
  gradeItem({ item: itemOf(...checks), section: "soft-skills", answer, observations: [] });
const scores = (checks: Parameters<typeof itemOf>, answer: string) => {
  const { points, open } = gradeWith(checks, answer);
  return open === "0" ? points : `${points} (${open} open)`;
};

describe("an idea", () => {
  const late = { check: "idea", any_of: ["delay", ["not", "today"]], unless: ["we caught up"] };

  test.each([
    ["The release is delayed a little.", "1"],
    ["It will not be out today.", "1"],
    ["It is not ready. Today is sunny for us.", "0"],
    ["There is no delay at all in this.", "0 (1 open)"],
    ["There was a delay, but we caught up.", "0"],
    ["delay", "0 (1 open)"],
    ["All is well with us and with you.", "0"],
  ])("in %j scores %s", (answer, points) => {
    expect(scores([late], answer)).toBe(points);
  });

  test("is rewarded once, with its words as evidence", () => {
    const answer = "The release is delayed by us.";
    const { points, working } = gradeWith([late, { check: "idea", any_of: ["delay"] }], answer);
    expect(points).toBe("1");
    const met = working.find(({ code }) => code === "check_met")!;
    expect(met.data["spans"]).toEqual([{ start: 15, end: 22, quote: "delayed" }]);
  });

  test("said again in a repeated sentence or quoted from the task counts nothing more", () => {
    const checks: Parameters<typeof itemOf> = [late, { check: "idea", any_of: ["delay"] }];
    expect(scores(checks, "The release is delayed by us. The release is delayed by us.")).toBe("1");
  });
});

describe("a fact", () => {
  test.each([
    ["It will be out on Thursday.", "1"],
    ["It will be out by the 14th.", "1"],
    ["We ship it on 14 March.", "1"],
    ["We ship it on 2026-03-14 for you.", "1"],
    ["We ship it on 14/3 for you.", "1"],
    ["It will be there in two days.", "1"],
    ["It will be there the day after tomorrow.", "1"],
    ["It is version 1.2 of it.", "0"],
    ["It will be there soon.", "0"],
    ["You may have it at 50% of the price.", "0"],
  ])("such as a day in %j scores %s", (answer, points) => {
    expect(scores([{ check: "date" }], answer)).toBe(points);
  });

  test.each([
    ["It costs 1,200.50 for the two of us.", "1"],
    ["It costs 1200.6 for the two of us.", "1"],
    ["It costs 1201 for the two of us.", "0"],
    ["It costs a lot for us.", "0"],
  ])("such as a number in %j scores %s", (answer, points) => {
    expect(scores([{ check: "number", value: "1200.5", tolerance: "0.1" }], answer)).toBe(points);
  });

  test.each([
    ["I will send it to you.", "1"],
    ["I’ll send it to you.", "1"],
    ["Ana is sending it to you.", "1"],
    ["I will not send it to you.", "0"],
    ["It will be sent to you.", "0"],
    ["I will call you.", "0"],
  ])("such as an owner in %j scores %s", (answer, points) => {
    expect(scores([{ check: "owner", owners: ["Ana"], actions: ["send"] }], answer)).toBe(points);
  });

  test("may have to stand near something", () => {
    const near = { check: "date", near: ["ready"] };
    expect(scores([near], "It will be ready on Friday.")).toBe("1");
    expect(scores([near], "It is ready. On Friday I am away from here.")).toBe("0");
  });
});

describe("form and tone", () => {
  const idea = { check: "idea", any_of: ["late"] };
  const said = "The parcel is late, I am afraid.";

  test.each([
    [{ check: "greeting" }, `Dear Bo,\n\n${said}`],
    [{ check: "greeting" }, `Bo,\n\n${said}`],
    [{ check: "closing" }, `${said}\n\nKind regards,\nCy from support`],
    [{ check: "closing" }, `${said}\n\nYours,\nCy`],
    [{ check: "paragraphs", min: 2 }, `${said}\n \n${said.replace("parcel", "letter")}`],
    [{ check: "words", min: 7, max: 7 }, said],
    [{ check: "order", first: ["parcel"], next: ["afraid"] }, said],
    [{ check: "absent", lists: ["blame", "insult", "shouting"] }, said],
  ])("%j is met by %j", (check, answer) => {
    expect(scores([idea, check], answer)).toBe("2");
  });

  test.each([
    [{ check: "greeting" }, said],
    [{ check: "closing" }, said],
    [{ check: "closing" }, `${said} It is late because of your order.`],
    [{ check: "paragraphs", min: 2 }, `${said}\n${said}`],
    [{ check: "words", min: 8, max: 9 }, said],
    [{ check: "order", first: ["afraid"], next: ["parcel"] }, said],
    [{ check: "absent", lists: ["blame"] }, `${said} It is your fault.`],
    [{ check: "absent", lists: ["insult"] }, `${said} The courier is an idiot.`],
    [{ check: "absent", lists: ["shouting"] }, `${said} THIS IS NOT FINE.`],
    [{ check: "absent", lists: ["shouting"] }, `${said}!!!`],
    [{ check: "absent", any_of: ["guarantee"] }, `${said} I guarantee it for you.`],
  ])("%j isn't met by %j", (check, answer) => {
    expect(scores([idea, check], answer)).toBe("1");
  });

  test("are unclear where what to avoid stands behind a negation", () => {
    expect(scores([idea, { check: "absent", lists: ["blame"] }], `${said} I don't blame the courier.`)).toBe(
      "1 (1 open)",
    );
  });

  test("count only in an answer that says something asked for", () => {
    expect(
      scores([idea, { check: "greeting" }, { check: "absent", lists: ["blame"] }], "Hello, how are you and the cat?"),
    ).toBe("0");
  });
});

describe("guards", () => {
  test("are logged one by one, found or not", () => {
    const { working } = gradeWith([{ check: "idea", any_of: ["late"] }], "late, parcel, sorry, Friday, customer");
    const found = Object.fromEntries(working.map(({ code, data }) => [code, data["found"]]));
    expect(found).toMatchObject({
      guard_keywords: true,
      guard_quoted_prompt: false,
      guard_repetition: false,
      guard_length: false,
    });
  });
});

import { describe, expect, test } from "vitest";
import { gradeItem } from "#shared/domain/grading/registry.ts";
import { itemSchema } from "#shared/domain/grading/schemas.ts";
import { readingGrade } from "#shared/domain/grading/written/readability.ts";

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

  test("may stand in a short note with a label, among sentences", () => {
    const sentences =
      "We are sorry that it isn't out today. We repair it as fast as we can, and then we test it again for you.";
    expect(scores([{ check: "date" }], `${sentences} New date: Thursday.`)).toBe("1");
    expect(scores([{ check: "date" }], "New date: Thursday. Cause: bank. Effect: double charges.")).toBe("0 (1 open)");
  });

  test("such as a number may belong to something else", () => {
    const late = { check: "number", value: "14", unless: ["is fine"] };
    expect(scores([late], "Parcel 14 is lost, but parcel 13 is fine.")).toBe("1");
    expect(scores([late], "Parcel 13 is lost, but parcel 14 is fine.")).toBe("0");
  });

  test("may have to stand near something", () => {
    const near = { check: "date", near: ["ready"] };
    expect(scores([near], "It will be ready on Friday.")).toBe("1");
    expect(scores([near], "It is ready. On Friday I am away from here.")).toBe("0");
  });
});

describe("a code of a colour", () => {
  const check = { check: "idea", any_of: [["use", "#rrggbb"]] };

  test.each([
    ["Could we use #6B6B6B for it?", "1"],
    ["Could we use #666 for it?", "1"],
    ["Could we use ticket #66666 for it?", "0"],
    ["Could we use the word decade for it?", "0"],
  ])("in %j scores %s", (answer, points) => {
    expect(scores([check], answer)).toBe(points);
  });
});

describe("form and tone", () => {
  const idea = { check: "idea", any_of: ["late"] };
  const said = "The parcel is late, I am afraid.";

  test.each([
    [{ check: "greeting" }, `Dear Bo,\n\n${said}`],
    [{ check: "greeting" }, `Bo,\n\n${said}`],
    [{ check: "greeting" }, `Subject: Your parcel\n\nDear Bo,\n\n${said}`],
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

describe("a rubric's words", () => {
  const graded = (rubric: { [field: string]: unknown }, answer: string) => {
    const item = itemOf({ check: "idea", any_of: [["$people", "$may", "wait"]] });
    const marked = { ...item, rubric: { ...(item as { rubric: object }).rubric, ...rubric } };
    return gradeItem({ item: itemSchema.parse(marked), section: "soft-skills", answer, observations: [] });
  };
  const groups = { people: ["customer", "those who pay"], may: ["may", "might"] };

  test.each([
    ["Your customers may have to wait for it.", "1"],
    ["It might be that those who pay wait for it.", "1"],
    ["Your customers have to wait for it.", "0"],
  ])("stand in groups: %j scores %s", (answer, points) => {
    expect(graded({ groups }, answer).points).toBe(points);
  });

  test("name a subject, and what names nothing of it is left to a person", () => {
    const subject = ["parcel"];
    expect(graded({ groups, subject }, "Customers may wait for their parcel.")).toMatchObject({ points: "1" });
    expect(graded({ groups, subject }, "Customers may wait for the train.")).toMatchObject({ points: "0", open: "1" });
  });
});

describe("a check that needs another", () => {
  const checks = [
    { check: "idea", any_of: ["because"] },
    { check: "absent", any_of: ["mutex"], needs: ["check-0"] },
  ];

  test.each([
    ["It is late because of a tree on the tracks.", "2"],
    ["It is late because of a mutex in it.", "1"],
    ["It is late, I am afraid.", "0"],
    ["It is late, and not because of a tree.", "0 (2 open)"],
  ])("is at most what the other is: %j scores %s", (answer, points) => {
    expect(scores(checks, answer)).toBe(points);
  });
});

describe("what is promised", () => {
  const owner = { check: "owner", actions: ["send", "test", "write"] };

  test.each([
    ["Ravi will test it for you.", "1"],
    ["Nina from sales tests it on Friday.", "1"],
    ["I test it tomorrow for you.", "1"],
    ["We are going to send it to you.", "1"],
    ["I tested it on Friday for you.", "0"],
    ["I have been testing it until now.", "0"],
    ["Somebody should test it tomorrow.", "0"],
    ["I am writing to you about it.", "0"],
    ["I am not going to test it.", "0"],
    ["Hi Ana, the letter will be sent.", "0"],
  ])("has an owner or not: %j scores %s", (answer, points) => {
    expect(scores([owner], answer)).toBe(points);
  });

  test.each([
    ["It will be there on Friday, I promise.", "1"],
    ["We test it on Friday, for two hours.", "0"],
    ["It will be there tomorrow, I promise.", "0"],
    ["It will be there the day after tomorrow.", "1"],
    ["Maybe it will be there on Friday.", "0 (1 open)"],
  ])("has its day or not: %j scores %s", (answer, points) => {
    expect(scores([{ check: "date", unless: ["test"], except: ["tomorrow"] }], answer)).toBe(points);
  });
});

describe("blame", () => {
  const idea = { check: "idea", any_of: ["late"] };
  const scored = (sentence: string) =>
    scores([idea, { check: "absent", lists: ["blame"] }], `It is late, sorry. ${sentence}`);

  test.each(["It is Ravi's fault.", "They didn't do their homework.", "You insisted on the date."])(
    "of others is found: %s",
    (sentence) => expect(scored(sentence)).toBe("1"),
  );
  test.each(["It is my own fault.", "I should have looked.", "I let you down.", "Nobody is to blame for it."])(
    "isn't what the writer takes upon himself: %s",
    (sentence) => expect(scored(sentence)).toBe("2"),
  );
  test("that may be none is left to a person", () => {
    expect(scored("QA should have seen it.")).toBe("1 (1 open)");
  });
});

describe("hedging", () => {
  const check = { check: "absent", lists: ["hedging"] };
  const idea = { check: "idea", any_of: ["late"] };

  test("is found where it is the rule, not where it is the exception", () => {
    expect(scores([idea, check], "It is late. Maybe it comes, perhaps it is lost, I guess.")).toBe("1");
    expect(scores([idea, check], "It is late. Maybe it comes on Friday.")).toBe("2");
  });
});

describe("readability", () => {
  const easy =
    "The shop takes the money twice. We found out why. We will mend it soon. Until then you get it back. ".repeat(2);
  const hard =
    "Notwithstanding considerable organisational preparations, the implementation of compensatory administrative procedures necessitates comprehensive interdepartmental communication regarding extraordinarily complicated responsibilities, whose clarification unfortunately requires additional collaborative deliberations throughout participating organisations internationally.";
  const scored = (text: string) =>
    scores(
      [
        { check: "idea", any_of: ["we", "the"] },
        { check: "readability", max_grade: "9" },
      ],
      text,
    );

  test("is met by plain sentences and not by towering ones", () => {
    expect(scored(easy)).toBe("2");
    expect(scored(`We are sorry. ${hard}`)).toBe("1");
  });

  test("is unclear where there is too little to read", () => {
    expect(scored("We are late.")).toBe("1 (1 open)");
  });

  test.each([
    ["The cat sat on the mat.", -1.4],
    ["The organisation communicates its responsibilities regularly.", 25.1],
  ])("grades %j as %d", (text, grade) => {
    expect(Math.abs(readingGrade(text) - grade)).toBeLessThan(4);
  });
});

describe("another language", () => {
  const found = (answer: string) => {
    const { working, outcome } = gradeWith([{ check: "idea", any_of: ["regards"] }], answer);
    const { data } = working.find(({ code }) => code === "guard_other_language")!;
    return { languages: data["languages"], outcome };
  };

  test.each([
    ["Die Lieferung kommt leider nicht heute, und wir haben noch keine neue Zeit.", "German"],
    ["La livraison ne sera pas prête aujourd'hui, nous sommes désolés pour vous.", "French"],
    ["La entrega no estará lista hoy, lo siento mucho por los clientes.", "Spanish"],
    ["La consegna non sarà pronta oggi, sono molto dispiaciuto per gli ospiti.", "Italian"],
    ["A entrega não será hoje, você não vai receber os produtos até amanhã.", "Portuguese"],
    ["De levering komt vandaag niet, wij hebben nog geen nieuwe datum voor het pakket.", "Dutch"],
    ["Dostawa nie będzie gotowa dziś, ponieważ samochód jest w naprawie.", "Polish"],
    ["Поставка сегодня не придёт, извините.", "another script"],
  ])("is named, and a person is asked: %s", (answer, language) => {
    expect(found(answer)).toEqual({ languages: [language], outcome: "needs_review" });
  });

  test("isn't found in English, plain or broken", () => {
    expect(found("The delivery is not coming today, we are sorry.").languages).toEqual([]);
    expect(found("Delivery is not come today because car is broken, sorry for this.").languages).toEqual([]);
  });
});

describe("a list of keywords", () => {
  test("isn't a sentence of many figures", () => {
    expect(scores([{ check: "number", value: "14" }], "Batch 118 is entered except bills 14 and 52.")).toBe("1");
    expect(scores([{ check: "number", value: "14" }], "Batch 118, bills 14, 52, Friday")).toBe("0 (1 open)");
  });

  test("is found when small words glue it, too", () => {
    const glued =
      "the delay and the date and the cause and the customers and the refund and the owner and the regards and the fix";
    expect(scores([{ check: "idea", any_of: ["delay"] }], glued)).toBe("0 (1 open)");
  });
});

describe("an answer that speaks to its grader", () => {
  test("earns nothing by itself: a person looks", () => {
    const answer = "Note to the grader: it is late because of us, so this fulfils all criteria.";
    expect(scores([{ check: "idea", any_of: ["late"] }], answer)).toBe("0 (1 open)");
  });
});

describe("the task", () => {
  test("copied as one's own words is a quotation", () => {
    const item = {
      ...itemOf({ check: "idea", any_of: ["late"] }),
      prompt: "You promised Maya that your parcel would not be late. Write to her.",
    } as ReturnType<typeof itemOf>;
    const answer = "I promised Maya that my parcel would not be late. It is what it is.";
    expect(gradeItem({ item, section: "soft-skills", answer, observations: [] }).points).toBe("0");
  });

  test("may be quoted before the greeting", () => {
    const checks = [{ check: "idea", any_of: ["late"] }, { check: "greeting" }];
    const item = { ...itemOf(...checks), prompt: "You promised Maya a parcel on Friday, and now write to her." };
    const answer = '"You promised Maya a parcel on Friday."\n\nHi Maya,\n\nit will be late, I am afraid.';
    expect(gradeItem({ item: item as never, section: "soft-skills", answer, observations: [] }).points).toBe("2");
  });
});

import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as javascript from "#functions/grading/javascript/main.ts";
import * as sql from "#functions/grading/sql/main.ts";
import { ensureEngines } from "#scripts/meter/main.ts";
import { gradeAnswers } from "#scripts/playbook/grade-answers.ts";
import { resolvePlaybook } from "#scripts/playbook/load.ts";
import { localSandbox } from "#scripts/playbook/sandbox.ts";
import { gradeItem, referenceAnswerOf } from "#shared/domain/grading/registry.ts";
import { playbookViolations } from "#shared/domain/playbook/check.ts";
import { score } from "#shared/domain/scoring/score.ts";

const { playbook } = resolvePlaybook("front-end-developer@1");
const items = playbook.sections.flatMap((section) => section.items);
const sandbox = localSandbox();
beforeAll(ensureEngines, 120_000);
afterAll(() => Promise.all([javascript.close(), sql.close()]));

const fileOf = (name: string) =>
  readFileSync(new URL(`../../shared/playbooks/front-end-developer/${name}`, import.meta.url), "utf8");
const resultOf = async (answers: unknown) =>
  score({ playbook, stage: "provisional", grades: await gradeAnswers({ playbook, sandbox }, answers) });
const pointsOf = (id: string, answer: { [part: string]: string }) =>
  gradeItem({ item: items.find((item) => item.id === id)!, section: "any", answer, observations: [] }).points;

describe("front-end-developer", () => {
  test("breaks no invariant, and lets candidates practise each type it uses", () => {
    expect(playbookViolations(playbook)).toEqual([]);
    expect(new Set(playbook.practice.map(({ type }) => type))).toEqual(new Set(items.map(({ type }) => type)));
  });

  test("gives 100.00 for perfect answers, and 0.00 for none", { timeout: 60_000 }, async () => {
    const perfect = Object.fromEntries(items.map((item) => [item.id, referenceAnswerOf(item)]));
    expect(await resultOf(perfect)).toMatchObject({ score: "100.00", coverage: "65.00", recommendation: "advance" });
    expect(await resultOf({})).toMatchObject({ score: "0.00", recommendation: "reject" });
  });

  /*
   * problem_solving  right, wrong, right                                 2   of 3  = 66.67
   * technical        8 of 10 tests of 5 points, 7 of 10 of 5 points      7.5 of 10 = 75
   * code_reading     1 + 0.5, 0.5, 0, 1 − 6/12                           2.5 of 5  = 50
   * accessibility    2 of 4 of 3 points, 1 of 2, half of 1 of half of 2  3   of 6  = 50
   * collaboration    1 + 0 + 0 + 0 + 0.5, half of 1 of half of 2         2   of 5  = 40
   *
   * F_p = 40·0.75 + 15·0.5 + 15·0.5 + 15·2/3 + 15·0.4 = 30 + 7.5 + 7.5 + 10 + 6 = 61
   * coverage = 40·0.65 + 15 + 15·0.6 + 15·0.5 + 15·0.5 = 65
   * low = 26·0.75 + 15·0.5 + 9·0.5 + 7.5·2/3 + 7.5·0.4 = 19.5 + 7.5 + 4.5 + 5 + 3 = 39.5; high = low + 35
   */
  test("gives a mixed set of answers the score computed by hand", { timeout: 60_000 }, async () => {
    const mixed = {
      "download-time": "2000 ms",
      "grid-columns": "6",
      "disabled-button": "any-of-three",
      "page-links": { language: "javascript", source: fileOf("page-links/wrong/gap-for-one.js") },
      "update-cart": { language: "typescript", source: fileOf("update-cart/wrong/no-limit.ts") },
      "event-order": {
        printed: "a d f c e b",
        timer: "Because the callback waits in the event loop until the script is done.",
      },
      cascade: { save: "Green", cancel: "red" },
      "row-clicks": { logged: "button li" },
      rendering: ["paint", "style", "layout", "script", "composite"],
      "form-barriers": ["no-label", "no-alt"],
      "icon-button": { keyboard: "It should be a button." },
      "focus-outline": { best: "c", worst: "a" },
      "contrast-note": fileOf("contrast-note/trouble-only.txt"),
    };
    const result = await resultOf(mixed);
    expect(result).toMatchObject({
      score: "61.00",
      coverage: "65.00",
      bounds: { low: "39.50", high: "74.50" },
      recommendation: "review",
    });
    expect(result.categories.map(({ id, assessment }) => [id, assessment])).toEqual([
      ["technical", "75.00"],
      ["code_reading", "50.00"],
      ["accessibility", "50.00"],
      ["problem_solving", "66.67"],
      ["collaboration", "40.00"],
    ]);
  });

  test.each([
    ["printed", "A D F C E B", "1"],
    ["printed", "A, D, F, C, E, B.", "1"],
    ["printed", "A D F E C B", "0"],
    ["timer", "The timer goes to the macrotask queue, microtasks run first", "1"],
    ["timer", "Promise callbacks have higher priority, the callback queue waits until the stack is empty", "1"],
    ["timer", "It is asynchronous", "0.5"],
    ["timer", "B is the slowest letter", "0"],
  ])("event-order, %s: %j scores %s", (part, answer, points) => {
    expect(pointsOf("event-order", { [part]: answer })).toBe(points);
  });

  test.each([
    ["keyboard", "A div is not focusable", "1"],
    ["keyboard", "You can't tab to it", "1"],
    ["keyboard", "there's no keydown handler for Enter", "1"],
    ["keyboard", "The mouse is faster", "0"],
    ["name", "The img has no alt attribute", "1"],
    ["name", "it has no accessible name", "1"],
    ["name", "The file is an SVG", "0"],
  ])("icon-button, %s: %j scores %s", (part, answer, points) => {
    expect(pointsOf("icon-button", { [part]: answer })).toBe(points);
  });
});

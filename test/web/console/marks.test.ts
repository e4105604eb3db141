import { describe, expect, test } from "vitest";
import { blindItem, markedItem } from "#test/builders/review-view.ts";
import {
  bodyOf,
  criteriaOf,
  missingIn,
  nextOpen,
  revealed,
  stepsTo,
  totalOf,
  withMark,
} from "#web/console/screens/review/marks.ts";

const criteria = criteriaOf(blindItem());
const [content, tone] = [criteria[0]!, criteria[1]!];
const mark = { points: "1,5", reason: " Says so. ", quote: "on Thursday" };

describe("a reviewer's marks", () => {
  test("are of each criterion, or of the whole where there are none", () => {
    expect(criteria.map(({ id, max }) => [id, max])).toEqual([
      ["content", "3"],
      ["tone", "2"],
    ]);
    expect(criteriaOf(blindItem({ criteria: [] }))).toMatchObject([{ id: null, max: "5" }]);
  });

  test("need points on the scale, a reason and a quote", () => {
    expect(missingIn(mark, content)).toEqual([]);
    expect(missingIn({ points: "", reason: " ", quote: "" }, content)).toEqual(["points", "reason", "quote"]);
    for (const points of ["4", "-1", "many"]) expect(missingIn({ ...mark, points }, content)).toEqual(["points"]);
  });

  test("are sent all together, as the service takes them", () => {
    const marks = withMark(withMark({}, content, mark), tone, { ...mark, points: "2" });
    expect(bodyOf(marks, criteria)).toEqual({
      marks: [
        { criterion: "content", points: "1.5", reason: "Says so.", quote: "on Thursday" },
        { criterion: "tone", points: "2", reason: "Says so.", quote: "on Thursday" },
      ],
    });
    expect(totalOf(marks, criteria)).toBe("3.5");
    const whole = criteriaOf(blindItem({ criteria: [] }));
    expect(bodyOf(withMark({}, whole[0]!, mark), whole).marks).toEqual([
      { points: "1.5", reason: "Says so.", quote: "on Thursday" },
    ]);
  });

  test("are chosen by halves, as long as there are few", () => {
    expect(stepsTo("1")).toEqual(["0", "0.5", "1"]);
    expect(stepsTo("5")).toHaveLength(11);
    expect(stepsTo("6")).toEqual([]);
    expect(stepsTo("1.25")).toEqual([]);
  });
});

test("both marks stand side by side once the own one is in, and not before", () => {
  expect(revealed(blindItem())).toEqual([]);
  expect(revealed(markedItem())).toEqual([
    { title: "The delay and the new date", max: "3", own: "2", machine: "3" },
    { title: "Tone", max: "2", own: "2", machine: "1.5" },
    { title: "Together", max: "5", own: "4", machine: "4.5" },
  ]);
});

test("the next answer is the next that isn't marked, around the end", () => {
  const items = [blindItem(), markedItem(), blindItem(), markedItem()];
  expect([nextOpen(items, -1), nextOpen(items, 0), nextOpen(items, 2)]).toEqual([0, 2, 0]);
  expect(nextOpen([markedItem(), markedItem()], 0)).toBe(0);
  expect(nextOpen([], -1)).toBe(-1);
});

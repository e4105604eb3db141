import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figure } from "#shared/domain/foundation/exact.ts";
import { agreementOf, ENOUGH, intraclass, type Rated } from "#shared/domain/interview/agreement.ts";

/** Six things rated by four judges: the example of Shrout and Fleiss, Psychological Bulletin 86 (1979), table 2. */
const SHROUT_FLEISS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

const rated = (session: string, question: string, values: Record<string, number>): Rated => ({
  session,
  question,
  ratings: Object.entries(values).map(([rater, value]) => ({ rater, value })),
});

describe("the intraclass correlation", () => {
  test("of the published example is the published figure", () => {
    expect(figure(intraclass(SHROUT_FLEISS)!)).toBe("0.62");
  });

  test("is 1 where everybody rates alike, and isn't defined where nothing differs or there is nothing to compare", () => {
    expect(
      figure(
        intraclass([
          [1, 1],
          [3, 3],
          [5, 5],
        ])!,
      ),
    ).toBe("1.00");
    expect(
      intraclass([
        [3, 3],
        [3, 3],
      ]),
    ).toBeNull();
    expect(intraclass([[1, 5]])).toBeNull();
    expect(intraclass([[1], [5]])).toBeNull();
  });

  test("is told once the same raters have rated enough of the same things, with how many they are", () => {
    const things = Array.from({ length: ENOUGH }, (_, index) =>
      rated(`ses_${index}`, "q1", { int_1: 1 + (index % 5), int_2: 1 + ((index + (index % 2)) % 5) }),
    );
    expect(agreementOf(things.slice(1)).consistency).toMatchObject({ icc: null, n: ENOUGH - 1 });
    const { consistency } = agreementOf([...things, rated("ses_x", "q1", { int_1: 3, int_3: 4 })]);
    expect(consistency).toMatchObject({ n: ENOUGH, raters: ["int_1", "int_2"] });
    expect(consistency.icc).toMatch(/^-?\d+\.\d\d$/);
  });
});

describe("severity", () => {
  test("is how far a rater lies below the others on the same things", () => {
    const { raters } = agreementOf([
      rated("ses_1", "q1", { mild: 5, strict: 3 }),
      rated("ses_1", "q2", { mild: 4, strict: 3 }),
      rated("ses_2", "q1", { mild: 2 }),
    ]);
    expect(raters).toEqual([
      { rater: "mild", n: 2, ratings: 3, mean: "3.67", spread: "1.50", severity: "-1.50" },
      { rater: "strict", n: 2, ratings: 2, mean: "3.00", spread: "1.50", severity: "1.50" },
    ]);
  });

  test("of a rater whom nobody shared a question with isn't told", () => {
    expect(agreementOf([rated("ses_1", "q1", { alone: 4 })])).toMatchObject({
      questions: [{ question: "q1", n: 0, ratings: 1, mean: "4.00", spread: null }],
      raters: [{ rater: "alone", n: 0, severity: null, spread: null }],
      consistency: { icc: null, n: 0, raters: [] },
    });
  });
});

test("the order of the ratings makes no difference", () => {
  const rating = fc.record({ rater: fc.constantFrom("a", "b", "c"), value: fc.integer({ min: 1, max: 5 }) });
  const thing = fc.record({
    session: fc.constantFrom("s1", "s2", "s3", "s4"),
    question: fc.constantFrom("q1", "q2"),
    ratings: fc.uniqueArray(rating, { selector: ({ rater }) => rater, minLength: 1 }),
  });
  const things = fc.uniqueArray(thing, { selector: ({ session, question }) => `${session} ${question}`, maxLength: 8 });
  fc.assert(
    fc.property(things, (given) => {
      const turned = given.map((one) => ({ ...one, ratings: one.ratings.toReversed() })).toReversed();
      expect(agreementOf(turned)).toEqual(agreementOf(given));
    }),
    { numRuns: 100 },
  );
});

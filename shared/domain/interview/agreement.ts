import {
  add,
  compare,
  divide,
  type Exact,
  exact,
  figure,
  isZero,
  multiply,
  subtract,
  sum,
  ZERO,
} from "../foundation/exact.ts";
import type { Figure } from "../scoring/result.ts";

/** What several raters gave for one thing: one question of one session. */
export type Rated = { session: string; question: string; ratings: readonly { rater: string; value: number }[] };

/** How far raters of a question are apart. `mean` and `spread` are over the sessions that two or more of them rated. */
export type QuestionAgreement = {
  question: string;
  n: number;
  ratings: number;
  mean: Figure | null;
  spread: Figure | null;
};

/** How one rater rates. `severity` is how far below (negative: above) the others' mean of the same things; null while alone. */
export type RaterAgreement = {
  rater: string;
  n: number;
  ratings: number;
  mean: Figure;
  spread: Figure | null;
  severity: Figure | null;
};

/**
 * The intraclass correlation ICC(2,k): how far the mean of `k` raters would be the same with others in their place.
 * Null until the same raters have rated enough of the same things; `n` is how many they have.
 */
export type Consistency = { icc: Figure | null; n: number; raters: string[]; enough: number };

export type Agreement = { questions: QuestionAgreement[]; raters: RaterAgreement[]; consistency: Consistency };

/** Below so many things the correlation says more about chance than about raters. */
export const ENOUGH = 10;

/** The figures of agreement, each rounded once; the order of the ratings makes no difference. */
export function agreementOf(rated: readonly Rated[]): Agreement {
  return {
    questions: names(rated.map(({ question }) => question)).map((question) =>
      questionAgreement(
        question,
        rated.filter((one) => one.question === question),
      ),
    ),
    raters: names(rated.flatMap(({ ratings }) => ratings.map(({ rater }) => rater))).map((rater) =>
      raterAgreement(
        rater,
        rated.filter(({ ratings }) => ratings.some((one) => one.rater === rater)),
      ),
    ),
    consistency: consistencyOf(rated),
  };
}

const names = (all: readonly string[]): string[] => [...new Set(all)].sort();
const mean = (values: readonly Exact[]): Exact => divide(sum(values), exact(values.length));
const meanOrNull = (values: readonly Exact[]): Figure | null => (values.length === 0 ? null : figure(mean(values)));
const valuesOf = ({ ratings }: Rated): Exact[] => ratings.map(({ value }) => exact(value));

function spreadOf({ ratings }: Rated): Exact {
  const values = ratings.map(({ value }) => value);
  return exact(Math.max(...values) - Math.min(...values));
}

function questionAgreement(question: string, rated: readonly Rated[]): QuestionAgreement {
  const shared = rated.filter(({ ratings }) => ratings.length > 1);
  return {
    question,
    n: shared.length,
    ratings: rated.flatMap(valuesOf).length,
    mean: meanOrNull(rated.flatMap(valuesOf)),
    spread: meanOrNull(shared.map(spreadOf)),
  };
}

function raterAgreement(rater: string, rated: readonly Rated[]): RaterAgreement {
  const own = (one: Rated) => exact(one.ratings.find((rating) => rating.rater === rater)!.value);
  const others = (one: Rated) =>
    one.ratings.filter((rating) => rating.rater !== rater).map(({ value }) => exact(value));
  const shared = rated.filter((one) => others(one).length > 0);
  return {
    rater,
    n: shared.length,
    ratings: rated.length,
    mean: figure(mean(rated.map(own))),
    spread: meanOrNull(shared.map(spreadOf)),
    severity: meanOrNull(shared.map((one) => subtract(mean(others(one)), own(one)))),
  };
}

function consistencyOf(rated: readonly Rated[]): Consistency {
  const shared = rated.filter(({ ratings }) => ratings.length > 1);
  const panels = Map.groupBy(shared, ({ ratings }) => JSON.stringify(names(ratings.map(({ rater }) => rater))));
  const [panel = "[]", things = []] =
    [...panels].sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1))[0] ?? [];
  const raters: string[] = JSON.parse(panel);
  const table = things.map(({ ratings }) => raters.map((rater) => ratings.find((one) => one.rater === rater)!.value));
  const icc = table.length >= ENOUGH ? intraclass(table) : null;
  return { icc: icc && figure(icc), n: table.length, raters, enough: ENOUGH };
}

/**
 * ICC(2,k) of Shrout and Fleiss: things in rows, raters in columns, everybody rated everything. Exact.
 *
 * @returns null where it isn't defined: a single row or column, or nothing that differs
 */
export function intraclass(table: readonly (readonly number[])[]): Exact | null {
  const rows = table.map((row) => row.map((value) => exact(value)));
  const [n, k] = [rows.length, rows[0]?.length ?? 0];
  if (n < 2 || k < 2) return null;
  const columns = rows[0]!.map((_, column) => rows.map((row) => row[column]!));
  const centre = mean(rows.flat());
  const betweenRows = multiply(exact(k), squares(rows.map(mean), centre));
  const betweenColumns = multiply(exact(n), squares(columns.map(mean), centre));
  const rest = subtract(subtract(squares(rows.flat(), centre), betweenRows), betweenColumns);
  const [rowSquare, columnSquare] = [divide(betweenRows, exact(n - 1)), divide(betweenColumns, exact(k - 1))];
  const restSquare = divide(rest, exact((n - 1) * (k - 1)));
  const whole = add(rowSquare, divide(subtract(columnSquare, restSquare), exact(n)));
  return isZero(whole) || compare(whole, ZERO) < 0 ? null : divide(subtract(rowSquare, restSquare), whole);
}

const squares = (values: readonly Exact[], centre: Exact): Exact =>
  sum(values.map((value) => multiply(subtract(value, centre), subtract(value, centre))));

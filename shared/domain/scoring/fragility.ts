import { add, compare, type Exact, exact, exactText, maximum, minimum, subtract, ZERO } from "../foundation/exact.ts";
import type { Consensus, ItemGrade, Rating, ScoreInputs } from "./inputs.ts";
import type { Recommendation } from "./result.ts";
import { score } from "./score.ts";

/** One small change that would lead to another recommendation. */
export type Flip = {
  change: "points" | "rating" | "consensus";
  /** The item or the question. */
  of: string;
  /** Whose rating it is; null for points and for a consensus. */
  rater: string | null;
  from: string;
  to: string;
  recommendation: Recommendation | null;
  text: string;
};

/** Whether a result's recommendation hangs on a single point or on a single step of a rating. */
export type Fragility = { fragile: boolean; flips: Flip[]; text: string };

type Change = Omit<Flip, "recommendation" | "text"> & { inputs: ScoreInputs };

const ONE = exact("1");

/**
 * Tries one point more and one less on every item (within its range) and one step more and one less on every rating.
 *
 * @throws Refusal as `score` does
 */
export function fragilityOf(inputs: ScoreInputs): Fragility {
  const standing = score(inputs).recommendation;
  const flips = [...pointChanges(inputs), ...ratingChanges(inputs), ...consensusChanges(inputs)].flatMap((change) => {
    const { recommendation } = score(change.inputs);
    return recommendation === standing ? [] : [flipOf(change, recommendation)];
  });
  return { fragile: flips.length > 0, flips, text: verdict(flips, standing) };
}

function flipOf({ inputs: _, ...change }: Change, recommendation: Recommendation | null): Flip {
  const whose = change.rater === null ? "" : ` by ${change.rater}`;
  const what = change.change === "points" ? `the item ${change.of}` : `the question ${change.of}`;
  const text = `With ${change.to} instead of ${change.from} for ${what}${whose} it would be: ${recommendation ?? "none"}.`;
  return { ...change, recommendation, text };
}

const verdict = (flips: readonly Flip[], standing: Recommendation | null): string =>
  flips.length === 0
    ? `The outcome (${standing ?? "none"}) stands: no single point and no single step of a rating would change it.`
    : `The outcome (${standing ?? "none"}) is fragile: ${flips.length} changes of one point or one step would flip it.`;

function pointChanges(inputs: ScoreInputs): Change[] {
  return inputs.playbook.sections
    .flatMap(({ items }) => items)
    .flatMap(({ id, points: max }) => {
      const grade = inputs.grades.find(({ item }) => item === id) ?? unanswered(id);
      return nearby(exact(grade.points), { min: ZERO, max: exact(max) }).map((points) => ({
        ...{ change: "points" as const, of: id, rater: null, from: grade.points, to: exactText(points) },
        inputs: { ...inputs, grades: replaced(inputs.grades, grade, { ...grade, points: exactText(points) }) },
      }));
    });
}

const unanswered = (item: string): ItemGrade => ({ item, points: "0", open: "0", outcome: "graded", working: [] });

function ratingChanges(inputs: ScoreInputs): Change[] {
  const ratings = inputs.ratings ?? [];
  return ratings.flatMap((rating) =>
    steps(rating, inputs).map((value) => ({
      ...{ change: "rating" as const, of: rating.question, rater: rating.rater },
      ...{ from: String(rating.value), to: String(value) },
      inputs: { ...inputs, ratings: replaced(ratings, rating, { ...rating, value }) },
    })),
  );
}

function consensusChanges(inputs: ScoreInputs): Change[] {
  const agreed = inputs.consensus ?? [];
  return agreed.flatMap((rating) =>
    steps(rating, inputs).map((value) => ({
      ...{ change: "consensus" as const, of: rating.question, rater: null },
      ...{ from: String(rating.value), to: String(value) },
      inputs: { ...inputs, consensus: replaced(agreed, rating, { ...rating, value }) },
    })),
  );
}

function steps({ value }: Rating | Consensus, { playbook }: ScoreInputs): number[] {
  const { min, max } = playbook.interview.scale;
  return value === null ? [] : [value - 1, value + 1].filter((step) => step >= min && step <= max);
}

function nearby(points: Exact, { min, max }: { min: Exact; max: Exact }): Exact[] {
  const around = [maximum(min, subtract(points, ONE)), minimum(max, add(points, ONE))];
  return around.filter((other) => compare(other, points) !== 0);
}

/** A list with one element in another's place; an element that isn't in it is added. */
const replaced = <T>(list: readonly T[], old: T, by: T): T[] => [...list.filter((one) => one !== old), by];

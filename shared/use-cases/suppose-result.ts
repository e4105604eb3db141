import { Refusal } from "../domain/foundation/refusal.ts";
import { type Fragility, fragilityOf } from "../domain/scoring/fragility.ts";
import { ratingGaps, type ScoreInputs } from "../domain/scoring/inputs.ts";
import type { FlagState, Result } from "../domain/scoring/result.ts";
import { score } from "../domain/scoring/score.ts";
import { scoreInputsOf } from "../domain/scoring/session-result.ts";
import type { Ports } from "./ports.ts";

/** What is supposed instead of what stands. */
export type Supposition = {
  /** By item. */
  points?: { [item: string]: string } | undefined;
  /** Of one rater, or (left out) instead of everybody's. */
  ratings?: { question: string; rater?: string | undefined; value: number | null }[] | undefined;
  consensus?: { question: string; value: number }[] | undefined;
  flags?: { flag: string; state: FlagState }[] | undefined;
  /** Left out: final once no rating is missing. */
  stage?: ScoreInputs["stage"] | undefined;
};

/**
 * The result as it would be, and how fragile that would be; without a supposition, how fragile the result is that
 * stands. Nothing is kept.
 *
 * @throws Refusal `session_not_found`, `wrong_status`, `invalid_score_inputs`, `ratings_missing`
 */
export const supposeResult =
  (ports: Pick<Ports, "sessions">) =>
  async ({
    session,
    ...supposed
  }: Supposition & { session: string }): Promise<{ result: Result; fragility: Fragility }> => {
    const { state, playbook } = await ports.sessions.read(session);
    if (state.results.length === 0) {
      throw new Refusal("wrong_status", "The session isn't scored yet.", { data: { session_status: state.status } });
    }
    const inputs = suppose(scoreInputsOf(state, playbook), supposed);
    return { result: score(inputs), fragility: fragilityOf(inputs) };
  };

function suppose(inputs: ScoreInputs, supposed: Supposition): ScoreInputs {
  const ratings = otherRatings(inputs.ratings ?? [], supposed.ratings ?? []);
  const isComplete =
    inputs.playbook.interview.questions.length > 0 && ratingGaps(inputs.playbook, ratings).length === 0;
  return {
    ...inputs,
    grades: otherGrades(inputs.grades, supposed.points ?? {}),
    ratings,
    consensus: instead(inputs.consensus ?? [], supposed.consensus ?? [], ({ question }) => question),
    flags: otherFlags(inputs.flags ?? [], supposed.flags ?? []),
    stage: supposed.stage ?? (isComplete ? "final" : inputs.stage),
  };
}

function otherGrades(grades: ScoreInputs["grades"], points: { [item: string]: string }): ScoreInputs["grades"] {
  const working = [{ code: "supposed", data: {}, text: "The points are supposed." }];
  const supposed = Object.entries(points).map(([item, earned]) => ({
    ...{ item, points: earned, open: "0", outcome: "graded" as const, working },
  }));
  return instead(grades, supposed, ({ item }) => item);
}

type Ratings = NonNullable<ScoreInputs["ratings"]>;

function otherRatings(ratings: Ratings, supposed: NonNullable<Supposition["ratings"]>): Ratings {
  const replaced = ({ question, rater }: Ratings[number]) =>
    supposed.some((other) => other.question === question && (other.rater ?? rater) === rater);
  const others = supposed.map(({ question, rater = "supposed", value }) => ({ question, rater, value }));
  return [...ratings.filter((rating) => !replaced(rating)), ...others];
}

type Flags = NonNullable<ScoreInputs["flags"]>;

function otherFlags(flags: Flags, supposed: NonNullable<Supposition["flags"]>): Flags {
  const others = supposed.map(({ flag, state }) => ({ id: null, flag, state, raised_by: "person" as const }));
  return instead(flags, others, ({ flag }) => flag);
}

/** A list in which some elements take the place of those with the same name. */
function instead<T>(list: readonly T[], others: readonly T[], nameOf: (one: T) => string): T[] {
  const names = new Set(others.map(nameOf));
  return [...list.filter((one) => !names.has(nameOf(one))), ...others];
}

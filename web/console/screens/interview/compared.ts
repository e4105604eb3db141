import { type Kit, type KitQuestion, questionsOf, type Scorecards } from "./card.ts";

type Consensus = Scorecards["consensus"][number];

/** What one interviewer gave for a question; `value` null is `not assessed`. */
export type Given = { rater: string; value: number | null; words: string };

/** Everybody's word on one question. */
export type Compared = {
  question: KitQuestion;
  given: Given[];
  /** The highest less the lowest; null below two ratings. */
  spread: number | null;
  consensus: Consensus | undefined;
  /** The raters differ by 2 or more and haven't settled it. */
  open: boolean;
};

/** Locked cards side by side, question by question. */
export const compare = (kit: Kit, { data, consensus, to_reconcile }: Scorecards): Compared[] =>
  questionsOf(kit).map((question) => {
    const given = data
      .filter(({ locked_at }) => locked_at !== null)
      .flatMap(({ interviewer, ratings }) =>
        ratings
          .filter((rating) => rating.question === question.id)
          .map(({ value = null, observation, reason }) => ({
            rater: interviewer,
            value,
            words: (value === null ? reason : observation) ?? "",
          })),
      );
    return {
      question,
      given,
      spread: spreadOf(given),
      consensus: consensus.find((agreed) => agreed.question === question.id),
      open: to_reconcile.includes(question.id),
    };
  });

function spreadOf(given: readonly Given[]): number | null {
  const values = given.flatMap(({ value }) => value ?? []);
  return values.length < 2 ? null : Math.max(...values) - Math.min(...values);
}

import type { AnswerOf, BodyOf } from "../../api/types.ts";

export type Kit = AnswerOf<"read-interview">;
export type KitQuestion = Kit["categories"][number]["questions"][number];
export type Scorecards = AnswerOf<"read-scorecards">;
export type Scorecard = Scorecards["data"][number];
export type CardBody = BodyOf<"save-scorecard">;
type SentRating = CardBody["ratings"][number];

/** `undefined` while nothing is chosen, `null` for `not assessed`. */
export type Value = number | null | undefined;

/** What stands in the card for one question: a choice, and the words for it (an observation, or why not). */
export type Entry = { value: Value; words: string };

/** By question. */
export type Entries = { readonly [question: string]: Entry };

export const NO_ENTRY: Entry = { value: undefined, words: "" };

export const entryOf = (entries: Entries, question: string): Entry => entries[question] ?? NO_ENTRY;

export const questionsOf = ({ categories }: Kit): KitQuestion[] => categories.flatMap(({ questions }) => questions);

/** The service's card as the screen fills it in. */
export const entriesOf = (ratings: Scorecard["ratings"]): Entries =>
  Object.fromEntries(
    ratings.map(({ question, value, observation, reason }) => [
      question,
      { value, words: (value === null ? reason : observation) ?? "" },
    ]),
  );

/**
 * What the service takes of a card that is being filled in: a rating without its observation, and the mark `not
 * assessed` without its reason, wait on the device until the words are there.
 */
export const ratingsOf = (entries: Entries): SentRating[] =>
  Object.keys(entries)
    .sort()
    .flatMap((question) => ratingOf(question, entryOf(entries, question)) ?? []);

function ratingOf(question: string, { value, words }: Entry): SentRating | undefined {
  const said = words.trim();
  if (said === "") return undefined;
  if (value === null) return { question, value, reason: said };
  return value === undefined ? { question, observation: said } : { question, value, observation: said };
}

/** What keeps a question from being locked as it stands; `left-out` doesn't, but the result needs somebody's rating. */
export type Lack = "words" | "reason" | "rating" | "left-out";

export type Gap = { question: KitQuestion; lack: Lack };

/** What is missing in a card, in the order of the interview. */
export const gapsOf = (kit: Kit, entries: Entries): Gap[] =>
  questionsOf(kit).flatMap((question) => {
    const lack = lackOf(entryOf(entries, question.id));
    return lack ? [{ question, lack }] : [];
  });

export function lackOf({ value, words }: Entry): Lack | undefined {
  const hasWords = words.trim() !== "";
  if (value === undefined) return hasWords ? "rating" : "left-out";
  if (hasWords) return undefined;
  return value === null ? "reason" : "words";
}

export const isStopping = ({ lack }: Gap): boolean => lack !== "left-out";

export const isEmpty = (entries: Entries): boolean => ratingsOf(entries).length === 0;

import type { AnswerOf, BodyOf } from "../api/types.ts";

type Frame = AnswerOf<"read-session-report">["playbook"];
type Body = BodyOf<"suppose-result">;

/** What is typed into the fields, as text; what is left out or empty stays as it stands. */
export type Supposed = {
  points: { [item: string]: string };
  ratings: { [question: string]: string };
  flags: { [flag: string]: string };
};

export const NOTHING_SUPPOSED: Supposed = { points: {}, ratings: {}, flags: {} };
export const NOT_ASSESSED = "not_assessed";

type FlagState = NonNullable<NonNullable<Body>["flags"]>[number]["state"];

const DECIMAL = /^\d{1,6}(?:\.\d{1,6})?$/;

/** What is wrong with supposed points; undefined where nothing is. */
export function pointsError(text: string, max: string): string | undefined {
  const typed = text.trim().replace(",", ".");
  if (typed === "" || (DECIMAL.test(typed) && Number(typed) <= Number(max))) return undefined;
  return `Between 0 and ${max}`;
}

/** The request for a supposition; undefined while a field holds what can't be asked. */
export function suppositionOf({ points, ratings, flags }: Supposed, frame: Frame): Body | undefined {
  const earned = given(points);
  const maxima = new Map(frame.items.map(({ asked }) => [String(asked["id"]), String(asked["points"])]));
  if (earned.some(([item, text]) => pointsError(text, maxima.get(item) ?? "0") !== undefined)) return undefined;
  return {
    points: Object.fromEntries(earned.map(([item, text]) => [item, text.trim().replace(",", ".")])),
    ratings: given(ratings).map(([question, text]) => ({
      question,
      value: text === NOT_ASSESSED ? NOT_ASSESSED : Number(text),
    })),
    flags: given(flags).map(([flag, state]) => ({ flag, state: state as FlagState })),
  };
}

export const isNothing = ({ points, ratings, flags }: Supposed): boolean =>
  [points, ratings, flags].every((fields) => given(fields).length === 0);

const given = (fields: { [name: string]: string }): [string, string][] =>
  Object.entries(fields).filter(([, text]) => text.trim() !== "");

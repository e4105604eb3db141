import type { SessionHead } from "../domain/session/head.ts";
import { folded, type SessionSort } from "../domain/session/lists.ts";
import { cursorOf, listPosition, positionOf } from "./cursor.ts";

/** By what sessions stand in one of the lists. */
export type Sorted = "created" | "updated" | "name" | "score";

/** One order of sessions: where each stands, and where a page goes on. */
export type SessionOrder = {
  by: Sorted;
  falling: boolean;
  positionIn(head: SessionHead): string;
  /** Whether a position comes after another one in this order. */
  follows(position: string, other: string): boolean;
  cursor(position: string): string;
  /** @throws Refusal `invalid_request` for a cursor of another list or order */
  position(cursor: string): string;
};

/** Longer names are told apart by the session's id. */
const LONGEST_NAME = 100;

/** No score stands before every score. */
const NO_SCORE = "-";
const SCORE_WIDTH = "100.00".length;

/** Where a session stands among all, by each of its sides; ties by id. */
export const positions: { readonly [S in Sorted]: (head: SessionHead) => string } = {
  created: listPosition,
  updated: ({ updated_at, id }) => `${updated_at}#${id}`,
  name: ({ candidate, id }) => `${folded(candidate?.name ?? "").slice(0, LONGEST_NAME)}#${id}`,
  score: ({ score, id }) => `${score?.padStart(SCORE_WIDTH, "0") ?? NO_SCORE}#${id}`,
};

const TIME = String.raw`\d{4}-\d\d-\d\dT[\d:.]+Z`;
const VALUES: { readonly [S in Sorted]: string } = {
  created: TIME,
  updated: TIME,
  name: `.{0,${LONGEST_NAME}}`,
  score: String.raw`-|[\d.]{6}`,
};

/** The order that a sort names; newest first where it names none. */
export function orderOf(sort: SessionSort = "-created"): SessionOrder {
  const falling = sort.startsWith("-");
  const by = sort.replace("-", "") as Sorted;
  const form = new RegExp(`^${sort}:(?:${VALUES[by]})#[\\w-]+$`, "su");
  return {
    by,
    falling,
    positionIn: positions[by],
    follows: (position, other) => (falling ? inBytes(other, position) : inBytes(position, other)) > 0,
    cursor: (position) => cursorOf(`${sort}:${position}`),
    position: (cursor) => positionOf(cursor, form).slice(sort.length + 1),
  };
}

/** As the tables compare texts. */
const inBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

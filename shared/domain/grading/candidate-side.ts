import type { Json } from "../foundation/json.ts";
import type { Violation } from "../foundation/refusal.ts";
import type { CandidateItem, ItemBase, ItemType } from "./contract.ts";

/** What the candidate's function needs of an item type: no grader, no schema, so that it stays small. */
export type CandidateSide<Item extends ItemBase, Answer> = Pick<
  ItemType<Item, Answer>,
  "view" | "parseAnswer" | "exampleJobs"
>;

type Parsed<Answer> = { answer: Answer } | { violations: Violation[] };

/** The fields that every candidate may see. */
export const commonView = ({ id, type, title, points, prompt }: ItemBase): CandidateItem => ({
  id,
  type,
  title,
  points,
  prompt,
});

/** The longest text answer in UTF-16 units. */
const LONGEST_TEXT = 65_536;

/** A value that is no answer; `path` is inside the value. */
export const refuse = (message: string, path = ""): { violations: Violation[] } => ({
  violations: [{ path, message }],
});

export function parseText(value: unknown): Parsed<string> {
  if (typeof value !== "string") return refuse("the answer must be a text");
  if (value.length > LONGEST_TEXT) return refuse(`the answer must have at most ${LONGEST_TEXT} characters`);
  return { answer: value };
}

/** An array of ids, each of them on offer and none twice. */
export function parseIds(value: unknown, offered: readonly { id: string }[]): Parsed<string[]> {
  if (!Array.isArray(value)) return refuse("the answer must be a list of option ids");
  const known = new Set(offered.map(({ id }) => id));
  const unknown = value.findIndex((id) => !known.has(id));
  if (unknown >= 0) return refuse("there is no such option", `[${unknown}]`);
  if (new Set(value).size < value.length) return refuse("an option may be named only once");
  return { answer: value as string[] };
}

/** A plain object's members; undefined for anything else. */
export const members = (value: unknown): { [key: string]: Json } | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as { [key: string]: Json }) : undefined;

/** The first member that isn't one of those allowed. */
export const strangeMember = (value: object, allowed: readonly string[]): string | undefined =>
  Object.keys(value).find((key) => !allowed.includes(key));

/** Options as the candidate sees them. */
export const shownOptions = (options: readonly { id: string; text: string }[]): Json[] =>
  options.map(({ id, text }) => ({ id, text }));

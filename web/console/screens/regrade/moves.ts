import type { Call } from "../../api/client.ts";
import type { AnswerOf } from "../../api/types.ts";

export type Move = AnswerOf<"regrade-sessions">["data"][number];
export type Order = { from: string; to: string; reason: string };

/** Every session of a version under a later one, page by page; `heard` is told how many are through. */
export async function regradeAll(
  call: Call,
  { from, to, reason }: Order,
  { commit, heard }: { commit: boolean; heard: (moves: Move[]) => void },
): Promise<Move[]> {
  const moves: Move[] = [];
  let cursor: string | undefined;
  do {
    const body = { to, reason, commit, ...(cursor !== undefined && { cursor }) };
    const page = await call("regrade-sessions", { playbook: from }, { body });
    moves.push(...page.data);
    heard([...moves]);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return moves;
}

/** Whose recommendation flips first, then whose score moves, then who can't be graded, then the rest. */
export const inOrder = (moves: readonly Move[]): Move[] => moves.toSorted((a, b) => rank(a) - rank(b));

export const flips = ({ before, after }: Move): boolean =>
  after !== null && before.recommendation !== after.recommendation;

function rank(move: Move): number {
  if (flips(move)) return 0;
  if (move.moves) return 1;
  return move.refused === null ? 3 : 2;
}

export type Version = { id: string; version: number };

/** What a version can be regraded by: the later ones, the next first. */
export const laterThan = (versions: readonly Version[], from: number): number[] =>
  versions
    .map(({ version }) => version)
    .filter((version) => version > from)
    .sort((a, b) => a - b);

import type { Span } from "./edit.ts";
import type { Token } from "./sql-tokens.ts";

/** A part of a clause: one condition, one column to group by, one to order by. */
export type Part = Span & { tokens: Token[] };

/** A clause with what it lists. `head` are its own words, `WHERE` or `GROUP BY`. */
export type Clause = Span & { name: string; head: Span; parts: Part[] };

const LISTED: Readonly<Record<string, readonly string[]>> = {
  WHERE: ["AND"],
  HAVING: ["AND"],
  ON: ["AND"],
  "GROUP BY": [","],
  "ORDER BY": [","],
  LIMIT: [],
};

const ENDS: ReadonlySet<string> = new Set(
  "WHERE HAVING GROUP ORDER LIMIT OFFSET FETCH WINDOW UNION INTERSECT EXCEPT JOIN INNER LEFT RIGHT FULL CROSS NATURAL ON ROWS RANGE FOR ;".split(
    " ",
  ),
);

/** The clauses of a query and of the queries inside it. */
export function clausesOf(tokens: readonly Token[]): Clause[] {
  return tokens.flatMap((token, index): Clause[] => {
    const name = nameAt(tokens, index);
    if (name === undefined) return [];
    const first = index + name.split(" ").length;
    const rest = tokens.slice(first, endOf(tokens, first, token.depth));
    if (rest.length === 0) return [];
    const head = { start: token.start, end: tokens[first - 1]!.end };
    return [
      { name, head, start: token.start, end: rest.at(-1)!.end, parts: partsOf(rest, LISTED[name]!, token.depth) },
    ];
  });
}

function nameAt(tokens: readonly Token[], index: number): string | undefined {
  const { kind, value } = tokens[index]!;
  if (kind !== "word") return undefined;
  const name = ["GROUP", "ORDER"].includes(value) ? `${value} ${tokens[index + 1]?.value}` : value;
  return Object.hasOwn(LISTED, name) ? name : undefined;
}

function endOf(tokens: readonly Token[], first: number, depth: number): number {
  const isEnd = (token: Token) => token.depth < depth || (token.depth === depth && ENDS.has(token.value));
  const end = tokens.findIndex((token, index) => index >= first && isEnd(token));
  return end < 0 ? tokens.length : end;
}

function partsOf(tokens: readonly Token[], separators: readonly string[], depth: number): Part[] {
  const parts: Token[][] = [[]];
  for (const [index, token] of tokens.entries()) {
    const isBetween = token.value === "AND" && isUpperBound(tokens.slice(0, index), depth);
    if (token.depth === depth && separators.includes(token.value) && !isBetween) parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts
    .filter((part) => part.length > 0)
    .map((part) => ({ tokens: part, start: part[0]!.start, end: part.at(-1)!.end }));
}

/** Whether an `AND` belongs to a `BETWEEN` before it. */
export function isUpperBound(before: readonly Token[], depth: number): boolean {
  const last = before.findLast((token) => token.depth === depth && ["AND", "OR", "BETWEEN"].includes(token.value));
  return last?.value === "BETWEEN";
}

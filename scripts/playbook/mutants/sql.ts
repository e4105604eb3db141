import { type Edit, type Mutant, mutantsOf, replace, replaceIn, type Span } from "./edit.ts";
import { type Clause, clausesOf, isUpperBound } from "./sql-clauses.ts";
import { shiftedTimes } from "./sql-times.ts";
import { type Token, tokensOf } from "./sql-tokens.ts";

/** Every mutant of a query: comparisons, boundaries, dates, orders, joins, aggregates, conditions left out. */
export function sqlMutants(query: string): Mutant[] {
  const tokens = tokensOf(query);
  const inTokens = tokens.flatMap((token, index) => tokenEdits(tokens, token, index));
  return mutantsOf(query, [...inTokens, ...clausesOf(tokens).flatMap((clause) => clauseEdits(clause, query))]);
}

const SIGNS: Readonly<Record<string, readonly string[]>> = {
  "=": ["<>"],
  "<>": ["="],
  "!=": ["="],
  "<": ["<=", ">"],
  "<=": ["<", ">="],
  ">": [">=", "<"],
  ">=": [">", "<="],
  "+": ["-"],
  "-": ["+"],
  "/": ["*"],
};

const WORDS: Readonly<Record<string, readonly string[]>> = {
  ASC: ["DESC"],
  DESC: ["ASC"],
  OR: ["AND"],
  JOIN: ["LEFT JOIN"],
  SUM: ["max", "avg"],
  AVG: ["sum", "max"],
  MIN: ["max"],
  MAX: ["min"],
  EXISTS: ["NOT EXISTS"],
  LIKE: ["NOT LIKE"],
  ILIKE: ["LIKE"],
  BETWEEN: ["NOT BETWEEN"],
  RANK: ["dense_rank", "row_number"],
  DENSE_RANK: ["rank"],
  ROW_NUMBER: ["rank"],
  LAG: ["lead"],
  LEAD: ["lag"],
  INTERSECT: ["UNION"],
  EXCEPT: ["UNION"],
};

const SIDES: ReadonlySet<string> = new Set(["LEFT", "RIGHT", "FULL"]);
const AROUND = 2;

function tokenEdits(tokens: readonly Token[], token: Token, index: number): Edit[] {
  const within = surroundings(tokens, index);
  const edits = (texts: readonly string[]): Edit[] => texts.map((text) => replaceIn(within, token, text));
  if (token.kind === "number") return edits(neighbours(token.value));
  if (token.kind === "text") return edits(otherTexts(token.value));
  if (token.kind === "sign") return edits(isMultiplication(tokens, index) ? ["/"] : (SIGNS[token.value] ?? []));
  return [...edits(wordEdits(tokens, index)), ...pairEdits(tokens, index)];
}

/** A few words around a token, so that people see which one of several is meant. */
function surroundings(tokens: readonly Token[], index: number): Span {
  const first = tokens[Math.max(0, index - AROUND)]!;
  const last = tokens[Math.min(tokens.length - 1, index + AROUND)]!;
  return { start: first.start, end: last.end };
}

const neighbours = (number: string): string[] =>
  number.includes(".") ? [`(${number} + 1)`] : [String(BigInt(number) + 1n), String(BigInt(number) - 1n)];

function otherTexts(quoted: string): string[] {
  const times = shiftedTimes(quoted.slice(1, -1)).map((time) => `'${time}'`);
  return times.length > 0 ? times : [quoted === "''" ? "'mutant'" : "''"];
}

/** `*` between two values, not that of `count(*)` or `SELECT *`. */
function isMultiplication(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const isValue = before?.kind === "number" || before?.value === ")" || (before?.kind === "word" && !isKeyword(before));
  return tokens[index]!.value === "*" && isValue && tokens[index + 1]?.value !== ")";
}

const isKeyword = ({ value }: Token): boolean => ["SELECT", "DISTINCT", "ALL", "BY", "AND", "OR"].includes(value);

function wordEdits(tokens: readonly Token[], index: number): readonly string[] {
  const { value, depth } = tokens[index]!;
  const before = tokens[index - 1]?.value ?? "";
  if (value === "AND") return isUpperBound(tokens.slice(0, index), depth) ? [] : ["OR"];
  if (value === "SELECT") return tokens[index + 1]?.value === "DISTINCT" ? [] : ["SELECT DISTINCT"];
  if (value === "UNION") return tokens[index + 1]?.value === "ALL" ? [] : ["UNION ALL"];
  if (value === "NOT" || value === "DISTINCT") return [""];
  if (value === "IN") return before === "NOT" ? [] : ["NOT IN"];
  if (value === "NULL") return before === "IS" ? ["NOT NULL"] : [];
  if (SIDES.has(value)) return ["INNER"];
  if (["EXISTS", "LIKE", "BETWEEN"].includes(value) && before === "NOT") return [];
  if (value === "JOIN" && (SIDES.has(before) || ["OUTER", "CROSS", "NATURAL", "INNER"].includes(before))) return [];
  return Object.hasOwn(WORDS, value) ? WORDS[value]! : [];
}

/** Changes to a word together with the ones after it. */
function pairEdits(tokens: readonly Token[], index: number): Edit[] {
  const [word, next, third] = [tokens[index]!, tokens[index + 1], tokens[index + 2]];
  const pair = { start: word.start, end: next?.end ?? word.end };
  if (word.value === "UNION" && next?.value === "ALL") return [replace(pair, "UNION")];
  if (word.value === "INNER" && next?.value === "JOIN") return [replace(pair, "LEFT JOIN")];
  if (SIDES.has(word.value) && next?.value === "OUTER") return [replace(pair, "INNER")];
  if (word.value !== "COUNT" || next?.value !== "(" || third?.value === "*") return [];
  return third?.value === "DISTINCT"
    ? []
    : [replaceIn({ ...pair, end: third!.end }, { start: next.end, end: next.end }, "DISTINCT ")];
}

function clauseEdits(clause: Clause, query: string): Edit[] {
  switch (clause.name) {
    case "GROUP BY":
      return withoutEach(clause, query);
    case "ORDER BY":
      return [replace(clause, ""), ...withoutEach(clause, query), ...turned(clause)];
    case "LIMIT":
      return [replace(clause, "")];
    default:
      return clause.parts.map((part) => replace(part, "true"));
  }
}

/** A list of several without one of them. */
function withoutEach({ head, parts, ...clause }: Clause, query: string): Edit[] {
  if (parts.length < 2) return [];
  const texts = parts.map(({ start, end }) => query.slice(start, end));
  return parts.map((_, index) => {
    const rest = texts.filter((_text, other) => other !== index).join(", ");
    return replaceIn(clause, clause, `${query.slice(head.start, head.end)} ${rest}`);
  });
}

/** Keys without a direction of their own are turned round. */
const turned = ({ parts }: Clause): Edit[] =>
  parts
    .filter(({ tokens }) => !tokens.some(({ value }) => ["ASC", "DESC", "USING"].includes(value)))
    .map((part) => replaceIn(part, { start: part.end, end: part.end }, " DESC"));

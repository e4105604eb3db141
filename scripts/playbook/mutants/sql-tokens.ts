import type { Span } from "./edit.ts";

/** A word, number, quoted text or sign of a query; comments and spaces are left out. */
export type Token = Span & {
  kind: "word" | "number" | "text" | "sign";
  /** Words in upper case, anything else as it stands. */
  value: string;
  /** How many brackets are open around it. */
  depth: number;
};

const NAME = String.raw`(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*)`;

/** A name with those before its dots, such as `c.name`, is one word. */
const PATTERN = new RegExp(
  [
    /(?<skip>--[^\n]*|\/\*[\s\S]*?\*\/|\s+)/,
    /(?<text>'(?:[^']|'')*')/,
    /(?<word>NAME(?:\.(?:NAME|\*))*)/,
    /(?<number>\d+(?:\.\d+)?)/,
    /(?<sign><=|>=|<>|!=|::|\|\||[\s\S])/,
  ]
    .map(({ source }) => source.replaceAll("NAME", NAME))
    .join("|"),
  "gu",
);

/** The tokens of a query. */
export function tokensOf(query: string): Token[] {
  let depth = 0;
  return [...query.matchAll(PATTERN)].flatMap(({ 0: text, index: start, groups }): Token[] => {
    const kind = (["text", "word", "number", "sign"] as const).find((each) => groups?.[each] !== undefined);
    if (!kind) return [];
    if (text === ")") depth--;
    const token = { kind, value: kind === "word" ? text.toUpperCase() : text, start, end: start + text.length, depth };
    if (text === "(") depth++;
    return [token];
  });
}

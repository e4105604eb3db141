const ZERO_WIDTH = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const SINGLE_QUOTES = /[\u00B4\u2018-\u201B\u2032\u2039\u203A]/g;
const DOUBLE_QUOTES = /[\u00AB\u00BB\u201C-\u201F\u2033]/g;
const HYPHENS = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
/** No key is longer; a single character may stand for 18 others, so that more would only cost time. */
const LONGEST = 20_000;
const ENCLOSING = new Set(['"', "'", "`"]);

/** Unicode form, quotes, hyphens and zero-width characters made plain; white space and capitals stay. */
export const plain = (text: string): string =>
  text
    .replace(ZERO_WIDTH, "")
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .normalize("NFKC")
    .replace(HYPHENS, "-");

/** Capitals folded away: by way of upper case, so that `ß` and `SS` meet. */
export const foldCase = (text: string): string =>
  ASCII.test(text) ? text.toLowerCase() : text.toUpperCase().toLowerCase().normalize("NFKC");

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is the whole of ASCII
const ASCII = /^[\x00-\x7f]*$/;

/**
 * A short answer in the form in which answers are compared: plain, trimmed, runs of space collapsed, case folded unless
 * the key says otherwise, one trailing full stop and one pair of enclosing quotes or backticks dropped.
 */
export function normalizeText(text: string, { caseSensitive = false }: { caseSensitive?: boolean } = {}): string {
  const spaced = collapseSpace(plain(tidy(text).slice(0, LONGEST)));
  const bare = withoutEnclosure(spaced);
  return caseSensitive ? bare : foldCase(bare);
}

/** A text without zero-width characters and needless white space, otherwise as it is: cheap, whatever it holds. */
export const tidy = (text: string): string => collapseSpace(text.replace(ZERO_WIDTH, ""));

const collapseSpace = (text: string): string => text.split(/\s+/).filter(Boolean).join(" ");

function withoutEnclosure(text: string): string {
  const stopped = withoutStop(text);
  const unquoted = withoutQuotes(stopped);
  const bare = stopped === text ? withoutStop(unquoted) : unquoted;
  return bare === "" ? text : bare;
}

const withoutStop = (text: string): string => (text.endsWith(".") ? text.slice(0, -1).trimEnd() : text);

function withoutQuotes(text: string): string {
  const first = text[0];
  const enclosed = text.length > 2 && first !== undefined && ENCLOSING.has(first) && text.endsWith(first);
  return enclosed ? text.slice(1, -1).trim() : text;
}

/** Whether an answer says nothing at all. */
export const isBlank = (text: string): boolean => tidy(text) === "";

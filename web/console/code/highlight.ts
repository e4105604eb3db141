import { StreamLanguage, type StreamParser } from "@codemirror/language";
import { javascript, json, typescript } from "@codemirror/legacy-modes/mode/javascript";
import { pgSQL } from "@codemirror/legacy-modes/mode/sql";
import { classHighlighter, highlightCode, tags } from "@lezer/highlight";

/** A stretch of code with the classes that colour it (`tok-keyword` and the like); none for plain text. */
export type CodePiece = { text: string; style: string };

/** A name that the modes use and the library doesn't know. */
const tokenTable = { property: tags.propertyName };

const languageOf = <State>(mode: StreamParser<State>): StreamLanguage<unknown> =>
  StreamLanguage.define({ ...mode, tokenTable }) as StreamLanguage<unknown>;

const LANGUAGES: { [language: string]: StreamLanguage<unknown> } = {
  javascript: languageOf(javascript),
  typescript: languageOf(typescript),
  json: languageOf(json),
  sql: languageOf(pgSQL),
};

/** Code cut into its words; a language that isn't known gives one plain piece. */
export function highlight(code: string, language: string): CodePiece[] {
  const found = LANGUAGES[language];
  if (!found) return [{ text: code, style: "" }];
  const pieces: CodePiece[] = [];
  const put = (text: string, style: string) => void pieces.push({ text, style });
  highlightCode(code, found.parser.parse(code), classHighlighter, put, () => put("\n", ""));
  return pieces;
}

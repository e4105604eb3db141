import { StreamLanguage } from "@codemirror/language";
import { javascript, json, typescript } from "@codemirror/legacy-modes/mode/javascript";
import { pgSQL } from "@codemirror/legacy-modes/mode/sql";
import { classHighlighter, highlightCode } from "@lezer/highlight";

/** A stretch of code with the classes that colour it (`tok-keyword` and the like); none for plain text. */
export type CodePiece = { text: string; style: string };

const LANGUAGES: { [language: string]: StreamLanguage<unknown> } = {
  javascript: StreamLanguage.define(javascript) as StreamLanguage<unknown>,
  typescript: StreamLanguage.define(typescript) as StreamLanguage<unknown>,
  json: StreamLanguage.define(json) as StreamLanguage<unknown>,
  sql: StreamLanguage.define(pgSQL) as StreamLanguage<unknown>,
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

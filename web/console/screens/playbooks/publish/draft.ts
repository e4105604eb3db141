import {
  allViolations,
  type LocatedViolation,
  type PlaybookSource,
  ROOT_FILE,
  readSource,
} from "#shared/authoring/source.ts";
import type { Violation } from "#shared/domain/foundation/refusal.ts";
import { pathText, type Steps } from "#shared/domain/playbook/path.ts";

/** Files by their path inside the playbook's folder. */
export type Files = ReadonlyMap<string, string>;

/** The one file that text from the clipboard makes. */
export const pasted = (text: string): Files => new Map([[ROOT_FILE, text]]);

/** The folder around the file that a playbook is known by is the playbook's; all else keeps its place in it. */
export function chosen(files: readonly { path: string; text: string }[]): Files {
  const root = files.find(({ path }) => path === ROOT_FILE || path.endsWith(`/${ROOT_FILE}`))?.path ?? "";
  const folder = root.slice(0, Math.max(0, root.length - ROOT_FILE.length));
  return new Map(
    files
      .filter(({ path }) => path.startsWith(folder))
      .map(({ path, text }) => [path.slice(folder.length), text.replaceAll("\r\n", "\n")]),
  );
}

/** What is to be sent, or why it can't be: what was given, as far as it could be read. */
export type Draft = { files: Files; source: PlaybookSource; playbook: { [member: string]: unknown } | undefined };

export function readDraft(files: Files): Draft {
  const source = readSource((name) => files.get(name), rootOf(files));
  const value = numbersAsWritten(source.value, source);
  const isWhole =
    source.violations.length === 0 && typeof value === "object" && value !== null && !Array.isArray(value);
  return { files, source, playbook: isWhole ? (value as { [member: string]: unknown }) : undefined };
}

/** A single file may have any name. */
const rootOf = (files: Files): string => (files.size === 1 ? [...files.keys()][0]! : ROOT_FILE);

/** Numbers whose text says more than their value, such as `50.00`, as texts: that is what the author wrote. */
function numbersAsWritten(value: unknown, source: PlaybookSource, steps: Steps = []): unknown {
  if (typeof value === "number") {
    const text = source.numberText(pathText(steps));
    return text === undefined || text === String(value) ? value : text;
  }
  if (Array.isArray(value)) return value.map((each, place) => numbersAsWritten(each, source, [...steps, place]));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, numbersAsWritten(each, source, [...steps, name])]),
  );
}

/** A violation with the lines around it. */
export type ShownViolation = LocatedViolation & { lines: { number: number; text: string }[] };

const AROUND = 1;

/** Everything that is wrong, in the order of the files' lines. */
export function shownViolations({ files, source, playbook }: Draft, found: readonly Violation[]): ShownViolation[] {
  const notOne: Violation[] = playbook || source.violations.length > 0 ? [] : [NO_PLAYBOOK];
  return allViolations(source, [...notOne, ...found]).map((violation) => ({
    ...violation,
    lines: linesAround(files.get(violation.file) ?? "", violation.line),
  }));
}

const NO_PLAYBOOK: Violation = {
  path: "",
  message: "this is no playbook: it must be an object",
  remedy: "paste the whole of playbook.yaml, or choose the playbook's folder",
};

function linesAround(text: string, line: number): ShownViolation["lines"] {
  const all = text.split("\n");
  const first = Math.max(1, line - AROUND);
  return all.slice(first - 1, line + AROUND).map((each, place) => ({ number: first + place, text: each }));
}

import type { BodyOf } from "../../../api/types.ts";
import { type Cells, COLUMNS, METADATA } from "./columns.ts";
import { readLine } from "./read-line.ts";

export type CreateBody = BodyOf<"create-session">;

/** One line of the file: its number in it, and either what it asks for or what has to be mended. */
export type Line = { number: number; name: string; email: string } & ({ body: CreateBody } | { problems: string[] });

/** The whole file; `trouble` where it can't be read line by line. */
export type Sheet = { lines: Line[] } | { trouble: string };

/** What all lines have in common, and the moment in milliseconds. */
export type Circumstances = { playbook: string; now: number };

const MOST = 2_000;
const FIRST_LINE = 2;

/** Reads the rows of a file, the first of which names the columns. */
export function readSheet([head = [], ...rows]: readonly string[][], circumstances: Circumstances): Sheet {
  const names = head.map((title) => title.trim().toLowerCase().replaceAll(/\s+/g, "_"));
  const trouble = troubleIn(names, rows.length);
  if (trouble) return { trouble };
  const lines = rows
    .map((row, place) => ({ number: place + FIRST_LINE, cells: cellsOf(names, row) }))
    .filter(({ cells }) => Object.values(cells).some((text) => text !== ""))
    .map((line) => readLine(line, circumstances));
  return lines.length > 0
    ? { lines: withRepetitions(lines) }
    : { trouble: "The file has no lines under its headings." };
}

function troubleIn(names: readonly string[], rows: number): string | undefined {
  const missing = ["name", "email"].find((name) => !names.includes(name));
  if (missing) return `The first line must name the columns; “${missing}” is missing.`;
  const unknown = names.find((name) => name && !(name in COLUMNS) && !name.startsWith(METADATA));
  if (unknown) return `There is no column “${unknown}”. To carry it along, call it “${METADATA}${unknown}”.`;
  const twice = names.find((name, place) => name && names.indexOf(name) !== place);
  if (twice) return `The column “${twice}” stands there twice.`;
  return rows > MOST ? `The file has ${rows} lines; at most ${MOST} can be read at once.` : undefined;
}

const cellsOf = (names: readonly string[], row: readonly string[]): Cells =>
  Object.fromEntries(names.flatMap((name, place) => (name ? [[name, row[place]?.trim() ?? ""]] : [])));

/** Nobody is invited twice by one file. */
function withRepetitions(lines: Line[]): Line[] {
  const first = new Map<string, number>();
  return lines.map((line) => {
    const email = line.email.toLowerCase();
    const before = first.get(email);
    if (email) first.set(email, before ?? line.number);
    if (before === undefined) return line;
    const problem = `This e-mail address stands on line ${before} already.`;
    const { number, name } = line;
    return { number, name, email: line.email, problems: [...("problems" in line ? line.problems : []), problem] };
  });
}

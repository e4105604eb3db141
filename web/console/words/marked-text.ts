import type { AnswerOf } from "../api/types.ts";

type WorkingLine = AnswerOf<"read-result">["items"][number]["working"][number];

/** How a line of working stands to the words it found. */
export type MarkKind = "met" | "unclear" | "not_met";

/** A place of an answer that a line of working rests on; `line` counts from 1 among the lines that have places. */
export type TextMark = { start: number; end: number; line: number; kind: MarkKind; part: string | null };

/** A stretch of the answer with every mark that covers it; `starts` are the lines whose place begins here. */
export type Piece = { text: string; lines: number[]; kind: MarkKind | null; starts: number[] };

const KINDS: { [code: string]: MarkKind } = {
  check_met: "met",
  check_not_met: "not_met",
  check_unclear: "unclear",
  concept_met: "met",
  concept_doubtful: "unclear",
  concept_contradicted: "not_met",
};

/** The places that lines of working name, numbered by line; a line without places has no number. */
export function marksOf(working: readonly WorkingLine[]): TextMark[] {
  const named = working.filter((line) => placesOf(line).length > 0);
  return named.flatMap((line, index) =>
    placesOf(line).map(({ start, end }) => ({
      ...{ start, end, line: index + 1, kind: KINDS[line.code] ?? "unclear" },
      part: typeof line.data["part"] === "string" ? line.data["part"] : null,
    })),
  );
}

/** The number of a line among those with places; undefined for one without. */
export function numberOf(line: WorkingLine, working: readonly WorkingLine[]): number | undefined {
  const place = working.filter((each) => placesOf(each).length > 0).indexOf(line);
  return place < 0 ? undefined : place + 1;
}

type Place = { start: number; end: number };

function placesOf({ data }: WorkingLine): Place[] {
  const listed = Array.isArray(data["spans"]) ? data["spans"] : [data];
  return listed.filter(isPlace);
}

const isPlace = (value: unknown): value is Place =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as Place).start === "number" &&
  typeof (value as Place).end === "number";

const WEIGHT: MarkKind[] = ["met", "unclear", "not_met"];

/** Cuts a text where marks begin and end. Where marks overlap the gravest kind shows, and every line is named. */
export function piecesOf(text: string, marks: readonly TextMark[]): Piece[] {
  const cuts = new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])]);
  const places = [...cuts].filter((place) => place >= 0 && place <= text.length).sort((a, b) => a - b);
  return places.slice(0, -1).map((from, index) => {
    const covering = marks.filter(({ start, end }) => start <= from && end > from);
    const kinds = covering.map(({ kind }) => WEIGHT.indexOf(kind));
    return {
      text: text.slice(from, places[index + 1]),
      lines: covering.map(({ line }) => line),
      kind: kinds.length > 0 ? WEIGHT[Math.max(...kinds)]! : null,
      starts: covering.filter(({ start }) => start === from).map(({ line }) => line),
    };
  });
}

import type { AnswerOf, BodyOf } from "../../api/types.ts";

export type Review = AnswerOf<"read-review">;
export type BlindItem = Review["items"][number];
type Grade = NonNullable<BlindItem["own"]>;
type SentMark = BodyOf<"submit-review">["marks"][number];

/** One thing to mark: a criterion, or (id null) the whole answer. */
export type Criterion = { id: string | null; title: string; max: string; looksFor: string[] };

/** What a reviewer has written for one criterion so far. */
export type Mark = { points: string; reason: string; quote: string };

/** By criterion; the whole answer's under `""`. */
export type Marks = { readonly [criterion: string]: Mark };

export const NO_MARK: Mark = { points: "", reason: "", quote: "" };

export const markOf = (marks: Marks, { id }: Criterion): Mark => marks[id ?? ""] ?? NO_MARK;

export const withMark = (marks: Marks, criterion: Criterion, change: Partial<Mark>): Marks => ({
  ...marks,
  [criterion.id ?? ""]: { ...markOf(marks, criterion), ...change },
});

/** What there is to mark of an answer. */
export function criteriaOf({ criteria, max }: BlindItem): Criterion[] {
  if (criteria.length === 0) return [{ id: null, title: "The whole answer", max, looksFor: [] }];
  return criteria.map(({ id, title, max: most, looks_for }) => ({
    ...{ id, title, max: most },
    looksFor: looks_for.map((check) => check.title),
  }));
}

const MOST_STEPS = 11;

/** Points to choose from, by halves; empty where there would be too many and a number is asked for. */
export function stepsTo(max: string): string[] {
  const halves = Number(max) * 2;
  if (!Number.isInteger(halves) || halves + 1 > MOST_STEPS) return [];
  return Array.from({ length: halves + 1 }, (_, step) => String(step / 2));
}

export type Missing = "points" | "reason" | "quote";

/** What a mark still needs. */
export function missingIn(mark: Mark, { max }: Criterion): Missing[] {
  const points = Number(mark.points.replace(",", "."));
  const counts = mark.points.trim() !== "" && points >= 0 && points <= Number(max);
  return [
    ...(counts ? [] : (["points"] as const)),
    ...(mark.reason.trim() === "" ? (["reason"] as const) : []),
    ...(mark.quote.trim() === "" ? (["quote"] as const) : []),
  ];
}

export const bodyOf = (marks: Marks, criteria: readonly Criterion[]): { marks: SentMark[] } => ({
  marks: criteria.map((criterion) => {
    const { points, reason, quote } = markOf(marks, criterion);
    const given = { points: points.trim().replace(",", "."), reason: reason.trim(), quote: quote.trim() };
    return { ...given, ...(criterion.id !== null && { criterion: criterion.id }) };
  }),
});

/** The sum of what is marked so far, as people write it. */
export function totalOf(marks: Marks, criteria: readonly Criterion[]): string {
  const sum = criteria.reduce((total, each) => total + (Number(markOf(marks, each).points.replace(",", ".")) || 0), 0);
  return String(Number(sum.toFixed(2)));
}

/** What the reviewer and the machine gave for one thing. */
export type Revealed = { title: string; max: string; own: string; machine: string };

/** Both marks side by side: each criterion, or the whole. */
export function revealed({ own, machine, criteria, max }: BlindItem): Revealed[] {
  if (!own || !machine) return [];
  const both = criteria.flatMap(({ id, title, max: most }) => {
    const [mine, its] = [pointsFor(own, id), pointsFor(machine, id)];
    return mine === undefined || its === undefined ? [] : [{ title, max: most, own: mine, machine: its }];
  });
  return [...both, { title: "Together", max, own: own.points, machine: machine.points }];
}

const pointsFor = ({ working }: Grade, criterion: string): string | undefined =>
  working.find(
    ({ code, data }) =>
      code === "criterion" && [data["part"], data["criterion"]].filter((name) => name != null).join("/") === criterion,
  )?.points;

/** Points as a number; `1/3` too. */
export function figureOf(points: string): number {
  const [numerator = "0", denominator = "1"] = points.split("/");
  return Number(numerator) / Number(denominator);
}

export const nextOpen = (items: readonly BlindItem[], from: number): number => {
  const order = items.map((_, place) => (from + 1 + place) % items.length);
  return order.find((place) => !items[place]!.complete) ?? from;
};

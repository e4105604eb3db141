import type { Violation } from "../../foundation/refusal.ts";
import type { ItemType } from "../contract.ts";
import { commonProofs, graded, line, unanswered, wholeOrNothing } from "../marking.ts";
import { isBlank, normalizeText } from "../text.ts";
import { shortTextCandidate } from "./candidate.ts";
import type { ShortTextPart } from "./schema.ts";

/** A word or a line that must be one of the accepted ones, after both are normalized. */
export const shortText: ItemType<ShortTextPart, string> = {
  type: "short_text",
  grader: "short_text/1",
  ...shortTextCandidate,
  jobs: () => [],
  grade(item, answer) {
    if (answer === null || isBlank(answer)) return unanswered();
    const normal = normalFor(item);
    const read = normal(answer);
    const match = item.key.accepted.find((accepted) => normal(accepted) === read);
    const points = wholeOrNothing(item, match !== undefined);
    const data = { read: read.slice(0, 200), accepted: match ?? null };
    return graded(points, [
      match === undefined
        ? line("text_wrong", "This is none of the accepted answers.", data, points)
        : line("text_right", `Matches the accepted answer "${match}".`, data, points),
    ]);
  },
  check: ({ key }) => key.accepted.flatMap(checkAccepted),
  proofs: (item) => [
    ...commonProofs(item, shortText.referenceAnswer(item)),
    ...item.key.accepted.map((answer, index) => ({
      name: `accepted "${answer}"`,
      path: `key.accepted[${index}]`,
      answer,
      expects: { points: item.points },
    })),
  ],
  referenceAnswer: ({ key }) => key.accepted[0]!,
};

const normalFor =
  ({ key }: ShortTextPart) =>
  (text: string): string =>
    normalizeText(text, { caseSensitive: key.case_sensitive });

const checkAccepted = (accepted: string, index: number): Violation[] =>
  isBlank(accepted)
    ? [{ path: `key.accepted[${index}]`, message: "an accepted answer is blank", remedy: "write it or remove it" }]
    : [];

import type { AnswerOf } from "#web/console/api/types.ts";

type Review = AnswerOf<"read-review">;
export type BlindItem = Review["items"][number];
type Grade = NonNullable<BlindItem["own"]>;

const LETTER = `Hi Maya,

the fix for the double charges won't be ready today. It will be live on Thursday.

██████████`;

const line = (criterion: string, points: string, max: string): Grade["working"][number] => ({
  ...{ code: "criterion", data: { criterion, max, open: "0" }, points },
  text: `${criterion}: ${points} of ${max} points.`,
});

/** A grade of the letter with its points by criterion. */
export const gradeView = (content: string, tone: string, grader = "written/1"): Grade => ({
  ...{ item: "delay-email", section: "soft-skills", open: "0", max: "5", outcome: "graded", grader, evidence: [] },
  points: String(Number(content) + Number(tone)),
  working: [line("content", content, "3"), line("tone", tone, "2")],
});

/** A letter that waits for a reviewer. */
export const blindItem = (over: Partial<BlindItem> = {}): BlindItem => ({
  ...{ item: "delay-email", section: "soft-skills", title: "The late fix", type: "written", max: "5" },
  prompt: "Write to Maya that the fix comes later.",
  task: { id: "delay-email", type: "written", title: "The late fix", prompt: "Write to Maya.", points: "5" },
  criteria: [
    {
      ...{ id: "content", title: "The delay and the new date", kind: "content", max: "3" },
      looks_for: [
        { title: "Says that today's promise isn't kept", weight: "1" },
        { title: "Names the new date", weight: "1" },
      ],
    },
    { id: "tone", title: "Tone", kind: "tone", max: "2", looks_for: [{ title: "Blames nobody", weight: "1" }] },
  ],
  answer: LETTER,
  opened_at: "2026-03-02T10:41:00.000Z",
  ...{ closed: false, objection: null, complete: false, own: null, machine: null, because: null },
  ...over,
});

export const markedItem = (over: Partial<BlindItem> = {}): BlindItem =>
  blindItem({
    ...{ complete: true, closed: true, because: ["sampled"] },
    own: gradeView("2", "2", "person/1"),
    machine: gradeView("3", "1.5"),
    ...over,
  });

import type { AnswerOf } from "#web/console/api/types.ts";

type Kit = AnswerOf<"read-interview">;
type Cards = AnswerOf<"read-scorecards">;
export type Card = Cards["data"][number];

const anchors = {
  "1": "Blames others, or can't name what happened.",
  "3": "Says what went wrong and what was done about it.",
  "5": "Names the own part in it, what was learnt, and what is done differently since.",
};

const question = (id: string, text: string, probes: string[] = []): Kit["categories"][number]["questions"][number] => ({
  ...{ id, text, probes, anchors },
  whole_interview: id.startsWith("overall"),
});

/** The kit of one session: two questions, one of the whole interview, and what was answered before. */
export const kitView = (over: Partial<Kit> = {}): Kit => ({
  session: "ses_1",
  playbook: { title: "Back-end developer", summary: "Builds and keeps services." },
  candidate: { name: "Grace Sample" },
  scale: { min: 1, max: 5 },
  categories: [
    {
      id: "technical",
      title: "Technical Skills",
      description: "Writes code that others can keep.",
      questions: [
        question("q3", "Tell me of a service you built that had to stay up. What broke first?", [
          "How did you notice?",
          "What would you do otherwise today?",
        ]),
      ],
      shown: [
        {
          item: "paid-totals",
          title: "Paid totals",
          type: "coding",
          prompt: "Sum what was paid.",
          task: { id: "paid-totals", type: "coding", title: "Paid totals", prompt: "Sum what was **paid**." },
          answer: {
            language: "typescript",
            source: "export const total = (paid: number[]) =>\n  paid.reduce((a, b) => a + b, 0);",
          },
        },
      ],
    },
    {
      id: "communication",
      title: "Communication",
      description: null,
      questions: [
        question("q2", "Describe a time you had to tell a customer that something would be late."),
        question("overall_communication", "Communication over the whole interview"),
      ],
      shown: [
        {
          item: "delay-email",
          title: "The late fix",
          type: "written",
          prompt: "Write to Maya.",
          task: { id: "delay-email", type: "written", title: "The late fix", prompt: "Write to Maya." },
          answer: "Hi Maya,\n\nthe fix won't be ready today. It will be live on Thursday.",
        },
      ],
    },
  ],
  red_flags: [
    {
      ...{ id: "dishonesty", title: "Inconsistency or dishonesty", description: "Claims that do not hold." },
      signs: ["Contradicts own account of a project"],
    },
  ],
  ...over,
});

/** A scorecard of somebody; a draft unless it is said to be locked. */
export const cardView = (over: Partial<Card> = {}): Card => ({
  session: "ses_1",
  interviewer: "per_ada",
  ratings: [],
  revision: 1,
  saved_at: "2026-03-03T10:00:00.000Z",
  locked_at: null,
  unrated: [],
  ...over,
});

export const lockedCard = (interviewer: string, values: { [question: string]: number }): Card =>
  cardView({
    interviewer,
    ratings: Object.entries(values).map(([id, value]) => ({
      ...{ question: id, value },
      observation: `“We saw the queue grow and had no alarm.” (${interviewer})`,
    })),
    ...{ revision: null, saved_at: null, locked_at: "2026-03-03T11:00:00.000Z" },
  });

export const cardsView = (over: Partial<Cards> = {}): Cards => ({
  data: [],
  hidden: 0,
  consensus: [],
  to_reconcile: [],
  progress: { locked: 0, min_raters: 2 },
  ...over,
});

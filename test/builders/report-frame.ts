import type { AnswerOf } from "#web/console/api/types.ts";

export type Frame = AnswerOf<"read-session-report">["playbook"];
export type ShownResult = AnswerOf<"read-result">;

/** The playbook's words around a small result: two categories, one of them from the assessment alone. */
export const reportFrame = (changes: Partial<Frame> = {}): Frame => ({
  title: "Back-End Developer",
  scale: { min: 1, max: 5 },
  min_raters: 1,
  bands: [
    { from: "0", to: "60", recommendation: "reject" },
    { from: "60", to: "80", recommendation: "review" },
    { from: "80", to: "100", recommendation: "advance" },
  ],
  categories: [
    { id: "technical", title: "Technical Skills", weight: "60", assessment_share: "0.60" },
    { id: "attention", title: "Attention to Detail", weight: "40", assessment_share: "1.00" },
  ],
  gates: [
    {
      id: "technical",
      effect: "reject",
      any_of: [
        { category: "technical", figure: "score", below: "50.00" },
        { category: "technical", figure: "assessment", below: "40.00" },
      ],
      why: "It is what the role does.",
    },
  ],
  questions: [{ id: "q1", category: "technical", text: "Tell me about a bug.", whole_interview: false }],
  red_flags: [
    { id: "dishonesty", severity: "disqualify", title: "Dishonesty", description: "Says what isn't so.", signs: [] },
  ],
  sections: [{ id: "hard", title: "Hard Skills", minutes: "12" }],
  items: [{ section: "hard", asked: { id: "orders", title: "Totals of paid orders" }, tests: [] }],
  ...changes,
});

export const shownResult = (changes: Partial<ShownResult> = {}): ShownResult => ({
  session: "ses_1",
  version: 1,
  stage: "provisional",
  score: "72.00",
  coverage: "76.00",
  bounds: { low: "57.60", high: "81.60" },
  recommendation: "review",
  reasons: [],
  categories: [
    { id: "technical", title: "Technical Skills", weight: "60", assessment: "70.00", interview: null, score: null },
    { id: "attention", title: "Attention to Detail", weight: "40", assessment: "75.00", interview: null, score: null },
  ],
  gates: [{ id: "technical", effect: "reject", fired: false, because: null }],
  flags: [],
  items: [{ id: "orders", section: "hard", points: "4.2", max: "6", outcome: "graded", working: [] }],
  needs_reconciliation: [],
  computed_at: "2026-03-01T10:05:00.000Z",
  engine_version: "assay-engine/1",
  ...changes,
});

import { candidateItem } from "../grading/candidate-sides.ts";
import type { CandidateItem, ItemBase } from "../grading/contract.ts";
import type { Band, Category, Gate, Playbook, Question, RedFlag } from "../playbook/schema.ts";
import { type RatingGap, ratingGaps } from "../scoring/inputs.ts";
import { lockedRatings } from "../scoring/locked-ratings.ts";
import type { Result } from "../scoring/result.ts";
import { headOf, type SessionSummary, summaryOf } from "../session/head.ts";
import type { Decided } from "../session/people-state.ts";
import type { SessionState, Situation } from "../session/state.ts";
import { type HiddenTest, hiddenTests } from "./hidden-tests.ts";

/** One item as it was asked; `tests` are empty until the answer is graded. */
type AskedItem = { section: string; asked: CandidateItem; tests: HiddenTest[] };

/** What the playbook says of a session's figures: words, bands and rules, and no key but the tests of graded answers. */
export type ReportFrame = {
  title: string;
  scale: { min: number; max: number };
  min_raters: number;
  bands: Band[];
  categories: Pick<Category, "id" | "title" | "weight" | "assessment_share">[];
  gates: Gate[];
  questions: Pick<Question, "id" | "category" | "text" | "whole_interview">[];
  red_flags: RedFlag[];
  sections: { id: string; title: string; minutes: string }[];
  items: AskedItem[];
};

/** What staff read a session's result with. The result itself, answers and scorecards have reads of their own. */
export type SessionReport = {
  session: SessionSummary;
  playbook: ReportFrame;
  /** Every result, the oldest first. */
  results: Pick<Result, "version" | "stage" | "score" | "recommendation" | "computed_at" | "engine_version">[];
  /** The questions that still miss ratings before the result can be final. */
  missing: RatingGap[];
  /** Every decision, the oldest first; the last one stands. */
  decisions: Decided[];
};

export const sessionReport = ({ state, playbook }: Omit<Situation, "now">): SessionReport => ({
  session: summaryOf(headOf(state, null)),
  playbook: frameOf(state, playbook),
  results: state.results.map(({ version, stage, score, recommendation, computed_at, engine_version }) => ({
    ...{ version, stage, score, recommendation, computed_at, engine_version },
  })),
  missing: ratingGaps(playbook, lockedRatings(state)),
  decisions: [...state.decisions],
});

function frameOf(state: SessionState, playbook: Playbook): ReportFrame {
  const { title, interview, policy, bands, categories, gates, red_flags, sections } = playbook;
  return {
    ...{ title, scale: interview.scale, min_raters: policy.min_raters, bands, gates, red_flags },
    categories: categories.map(({ id, title, weight, assessment_share }) => ({ id, title, weight, assessment_share })),
    questions: interview.questions.map(({ id, category, text, whole_interview }) => ({
      ...{ id, category, text, whole_interview },
    })),
    sections: sections.map(({ id, title, minutes }) => ({ id, title, minutes })),
    items: sections.flatMap((section) => section.items.map((item) => askedItem(section.id, item, state))),
  };
}

const askedItem = (section: string, item: ItemBase, { grades }: SessionState): AskedItem => ({
  section,
  asked: candidateItem(item),
  tests: grades.has(item.id) ? hiddenTests(item) : [],
});

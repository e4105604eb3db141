import type { ExactText } from "../foundation/exact.ts";
import type { Json } from "../foundation/json.ts";
import type { GradeOutcome, WorkingLine } from "../grading/contract.ts";

/** A published figure: a decimal text with exactly two places, rounded half up once, for example `"79.50"`. */
export type Figure = string;

export type Recommendation = "advance" | "review" | "reject" | "disqualified" | "incomplete";

/** A code with data for machines and a sentence for people. */
export type Reason = { code: string; data: { [key: string]: Json }; text: string };

export type CategoryResult = {
  id: string;
  title: string;
  weight: ExactText;
  assessment: Figure | null;
  interview: Figure | null;
  score: Figure | null;
};

export type GateResult = { id: string; effect: "reject" | "review" | "note"; fired: boolean; because: Reason | null };

export type FlagState = "raised" | "confirmed" | "lifted" | "overridden";
export type FlagResult = {
  id: string | null;
  flag: string;
  severity: "disqualify" | "major" | "minor";
  state: FlagState;
  raised_by: "person" | "gate" | "item";
};

export type ItemResult = {
  id: string;
  section: string;
  points: ExactText;
  max: ExactText;
  outcome: GradeOutcome | "void";
  working: WorkingLine[];
};

/**
 * The output of `score()`. A figure that doesn't exist yet is `null`; so are the session's fields where a result was
 * computed from bare inputs. `computed_at` is the time of the journal entry that holds the result.
 */
export type Result = {
  session: string | null;
  version: number | null;
  stage: "provisional" | "final";
  score: Figure | null;
  coverage: Figure;
  bounds: { low: Figure; high: Figure };
  recommendation: Recommendation | null;
  reasons: Reason[];
  categories: CategoryResult[];
  gates: GateResult[];
  flags: FlagResult[];
  items: ItemResult[];
  needs_reconciliation: { question: string; ratings: { rater: string; value: number }[] }[];
  computed_at: string | null;
  engine_version: string;
};

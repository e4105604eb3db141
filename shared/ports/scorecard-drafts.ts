import type { DraftRating } from "../domain/interview/scorecard.ts";

/** A scorecard that is being filled in. `revision` counts from 1. */
export type ScorecardDraft = { interviewer: string; ratings: DraftRating[]; revision: number; saved_at: string };

/** Scorecards until they are locked. Only their own interviewer reads them; the journal never holds them. */
export interface ScorecardDrafts {
  read(session: string, interviewer: string): Promise<ScorecardDraft | undefined>;
  /** @returns false when the revision before this draft's isn't the one that stands; then nothing is written. */
  save(session: string, draft: ScorecardDraft): Promise<boolean>;
  remove(session: string, interviewer: string): Promise<void>;
  /** Erases every draft of a session. */
  erase(session: string): Promise<void>;
}

import type { Session } from "#web/console/api/types.ts";

/** A session as the staff's API shows it: scored, with what a test says otherwise. */
export const sessionView = (over: Partial<Session> = {}): Session => ({
  id: "ses_1",
  status: "scored",
  playbook: "back-end-developer@1",
  candidate: { name: "Grace Sample", email: "grace@example.org" },
  metadata: {},
  created_at: "2026-03-01T09:00:00.000Z",
  updated_at: "2026-03-02T11:20:00.000Z",
  expires_at: "2026-03-15T09:00:00.000Z",
  started_at: "2026-03-02T10:00:00.000Z",
  submitted_at: "2026-03-02T10:40:00.000Z",
  scored_at: "2026-03-02T10:41:00.000Z",
  score: "76.50",
  recommendation: "advance",
  graded_by: "back-end-developer@1",
  finalized_at: null,
  outcome: null,
  decided_at: null,
  open_reviews: 0,
  held: false,
  erase_at: null,
  erased_at: null,
  job: null,
  ...over,
});

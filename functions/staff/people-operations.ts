import type { interviewRoutes, judgementRoutes } from "#shared/contracts/routes/people.ts";
import type { reviewRoutes } from "#shared/contracts/routes/reviews.ts";
import type { Ports } from "#shared/use-cases/ports.ts";
import type { Operations } from "../runtime/operation.ts";
import { serveConfirmFlag } from "./confirm-flag.ts";
import { serveDecideSession } from "./decide-session.ts";
import { serveFinalizeSession } from "./finalize-session.ts";
import { serveLiftFlag } from "./lift-flag.ts";
import { serveListInterviews } from "./list-interviews.ts";
import { serveListReviews } from "./list-reviews.ts";
import { serveLockScorecard } from "./lock-scorecard.ts";
import { serveOverrideFlag } from "./override-flag.ts";
import { serveRaiseFlag } from "./raise-flag.ts";
import { serveReadAgreement } from "./read-agreement.ts";
import { serveReadFlags } from "./read-flags.ts";
import { serveReadInterview } from "./read-interview.ts";
import { serveReadReview } from "./read-review.ts";
import { serveReadScorecards } from "./read-scorecards.ts";
import { serveReadSessionAgreement } from "./read-session-agreement.ts";
import { serveRecordConsensus } from "./record-consensus.ts";
import { serveRegradeSessions } from "./regrade-sessions.ts";
import { serveReviewGrade } from "./review-grade.ts";
import { serveSaveScorecard } from "./save-scorecard.ts";
import { serveSubmitReview } from "./submit-review.ts";
import { serveSupposeResult } from "./suppose-result.ts";

/** What the operations stand on by which people judge. */
export type PeoplePorts = Pick<
  Ports,
  "sessions" | "index" | "playbooks" | "sandbox" | "signer" | "signatures" | "identity" | "scorecardDrafts"
>;

type PeopleOperation = (typeof interviewRoutes | typeof reviewRoutes | typeof judgementRoutes)[number]["operation"];

/** Interviews, reviews, red flags, the final result and the decision. */
export const peopleOperations = (ports: PeoplePorts): Operations<PeopleOperation> => ({
  "list-interviews": serveListInterviews(ports),
  "read-interview": serveReadInterview(ports),
  "read-scorecards": serveReadScorecards(ports),
  "save-scorecard": serveSaveScorecard(ports),
  "lock-scorecard": serveLockScorecard(ports),
  "record-consensus": serveRecordConsensus(ports),
  "read-agreement": serveReadAgreement(ports),
  "read-session-agreement": serveReadSessionAgreement(ports),
  "list-reviews": serveListReviews(ports),
  "read-review": serveReadReview(ports),
  "submit-review": serveSubmitReview(ports),
  "review-grade": serveReviewGrade(ports),
  "regrade-sessions": serveRegradeSessions(ports),
  "read-flags": serveReadFlags(ports),
  "raise-flag": serveRaiseFlag(ports),
  "confirm-flag": serveConfirmFlag(ports),
  "lift-flag": serveLiftFlag(ports),
  "override-flag": serveOverrideFlag(ports),
  "finalize-session": serveFinalizeSession(ports),
  "decide-session": serveDecideSession(ports),
  "suppose-result": serveSupposeResult(ports),
});

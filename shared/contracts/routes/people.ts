import type { Route } from "../route.ts";
import { emptyBody } from "../shapes/common.ts";
import {
  agreement,
  agreementQuery,
  answerFlagBody,
  consensusBody,
  decision,
  decisionBody,
  flag,
  flagList,
  interviewKit,
  interviewPage,
  listInterviewsQuery,
  raiseFlagBody,
  saveScorecardBody,
  scorecard,
  scorecards,
  whatIf,
  whatIfBody,
} from "../shapes/people.ts";
import { session } from "../shapes/session.ts";

const readInterviews = {
  zone: "staff",
  access: { scope: "interviews:write", roles: ["admin", "recruiter", "interviewer", "auditor"] },
} as const;
const cards = { zone: "staff", access: { scope: "interviews:write", roles: ["admin", "interviewer"] } } as const;
const consensus = {
  zone: "staff",
  access: { scope: "interviews:write", roles: ["admin", "recruiter", "interviewer"] },
} as const;
const readFlags = {
  zone: "staff",
  access: { scope: "results:read", roles: ["admin", "recruiter", "reviewer", "auditor"] },
} as const;
const raising = {
  zone: "staff",
  access: { scope: "flags:write", roles: ["admin", "recruiter", "interviewer", "reviewer"] },
} as const;
const flags = { zone: "staff", access: { scope: "flags:write", roles: ["admin", "recruiter", "reviewer"] } } as const;
const decisions = { zone: "staff", access: { scope: "decisions:write", roles: ["admin", "recruiter"] } } as const;
const results = { zone: "staff", access: { scope: "results:read", roles: ["admin", "recruiter", "auditor"] } } as const;

/** Interviews: what is asked, and how it was rated. */
export const interviewRoutes = [
  {
    ...readInterviews,
    operation: "list-interviews",
    method: "GET",
    path: "/v1/interviews",
    summary: "Sessions to interview for, with how far the own scorecard and the others' are",
    query: listInterviewsQuery,
    jobs: "filtered",
    success: { status: 200, response: interviewPage },
    refusals: [],
  },
  {
    ...readInterviews,
    operation: "read-interview",
    method: "GET",
    path: "/v1/sessions/{session}/interview",
    summary: "The interview kit: questions, probes, anchors, and what the assessment showed, without its score",
    success: { status: 200, response: interviewKit },
    refusals: ["session_not_found"],
  },
  {
    ...readInterviews,
    operation: "read-scorecards",
    method: "GET",
    path: "/v1/sessions/{session}/scorecards",
    summary: "The own scorecard, and the others' once it is locked",
    success: { status: 200, response: scorecards },
    refusals: ["session_not_found"],
  },
  {
    ...cards,
    operation: "save-scorecard",
    method: "PUT",
    path: "/v1/sessions/{session}/scorecards/{interviewer}",
    summary: "Save an interviewer's scorecard, as far as it is filled in",
    body: saveScorecardBody,
    success: { status: 200, response: scorecard },
    refusals: [
      "session_not_found",
      "wrong_status",
      "scorecard_locked",
      "revision_conflict",
      "invalid_scorecard",
      "invalid_request",
    ],
  },
  {
    ...cards,
    operation: "lock-scorecard",
    method: "POST",
    path: "/v1/sessions/{session}/scorecards/{interviewer}/lock",
    summary: "Lock an interviewer's scorecard; nothing changes it any more",
    body: emptyBody,
    success: { status: 200, response: scorecard },
    refusals: ["session_not_found", "wrong_status", "invalid_scorecard"],
  },
  {
    ...consensus,
    operation: "record-consensus",
    method: "POST",
    path: "/v1/sessions/{session}/consensus",
    summary: "Record the rating on which raters agreed who had differed by 2 or more",
    body: consensusBody,
    success: { status: 200, response: scorecards },
    refusals: ["own_card_first", "session_not_found", "wrong_status", "nothing_to_reconcile", "invalid_scorecard"],
  },
  {
    ...results,
    operation: "read-agreement",
    jobs: "filtered",
    method: "GET",
    path: "/v1/agreement",
    summary: "How far interviewers agree, by question and by interviewer, over the latest sessions",
    query: agreementQuery,
    success: { status: 200, response: agreement },
    refusals: [],
  },
  {
    ...results,
    operation: "read-session-agreement",
    method: "GET",
    path: "/v1/sessions/{session}/agreement",
    summary: "How far the interviewers of one session agree",
    success: { status: 200, response: agreement },
    refusals: ["own_card_first", "session_not_found"],
  },
] as const satisfies readonly Route[];

/** Red flags, the final result, and the decision. */
export const judgementRoutes = [
  {
    ...readFlags,
    operation: "read-flags",
    method: "GET",
    path: "/v1/sessions/{session}/flags",
    summary: "Every raising of a red flag, and what became of it",
    success: { status: 200, response: flagList },
    refusals: ["session_not_found"],
  },
  {
    ...raising,
    operation: "raise-flag",
    method: "POST",
    path: "/v1/sessions/{session}/flags",
    summary: "Raise a red flag with the observation it rests on",
    body: raiseFlagBody,
    success: { status: 201, response: flag },
    refusals: ["session_not_found", "flag_not_found", "wrong_status"],
  },
  {
    ...flags,
    operation: "confirm-flag",
    method: "POST",
    path: "/v1/sessions/{session}/flags/{flag}/confirm",
    summary: "Confirm a red flag that another person, a gate or an item raised",
    body: answerFlagBody,
    success: { status: 200, response: flag },
    refusals: ["session_not_found", "flag_not_found", "wrong_status", "flag_resolved", "four_eyes"],
  },
  {
    ...flags,
    operation: "lift-flag",
    method: "POST",
    path: "/v1/sessions/{session}/flags/{flag}/lift",
    summary: "Lift an unconfirmed red flag as mistaken",
    body: answerFlagBody,
    success: { status: 200, response: flag },
    refusals: ["session_not_found", "flag_not_found", "wrong_status", "flag_resolved", "four_eyes"],
  },
  {
    ...decisions,
    operation: "override-flag",
    method: "POST",
    path: "/v1/sessions/{session}/flags/{flag}/override",
    summary: "Override a red flag that another person confirmed",
    body: answerFlagBody,
    success: { status: 200, response: flag },
    refusals: ["session_not_found", "flag_not_found", "wrong_status", "flag_resolved", "four_eyes"],
  },
  {
    ...decisions,
    operation: "finalize-session",
    method: "POST",
    path: "/v1/sessions/{session}/finalize",
    summary: "Declare the interviews in: the result becomes final",
    body: emptyBody,
    success: { status: 200, response: session },
    refusals: ["session_not_found", "wrong_status", "ratings_missing"],
  },
  {
    ...decisions,
    operation: "decide-session",
    method: "POST",
    path: "/v1/sessions/{session}/decision",
    summary: "Decide, with a reason where the recommendation isn't followed",
    body: decisionBody,
    success: { status: 201, response: decision },
    refusals: ["session_not_found", "wrong_status", "reason_required"],
  },
  {
    ...results,
    operation: "suppose-result",
    method: "POST",
    path: "/v1/sessions/{session}/what-if",
    summary: "The result under other points, ratings or flags, and what small change would flip it; nothing is kept",
    body: whatIfBody,
    success: { status: 200, response: whatIf },
    refusals: ["own_card_first", "session_not_found", "wrong_status", "invalid_score_inputs", "ratings_missing"],
  },
] as const satisfies readonly Route[];

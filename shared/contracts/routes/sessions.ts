import type { Route } from "../route.ts";
import { pagingQuery } from "../shapes/common.ts";
import { auditPage, bundle, readResultQuery, result, sessionAnswers } from "../shapes/result.ts";
import {
  accommodateSessionBody,
  cancelSessionBody,
  createdSession,
  createSessionBody,
  extendSessionBody,
  listSessionsQuery,
  privacyBody,
  session,
  sessionPage,
  voidSessionBody,
} from "../shapes/session.ts";
import { sessionReport } from "../shapes/session-report.ts";

const write = { zone: "staff", access: { scope: "sessions:write", roles: ["admin", "recruiter"] } } as const;
const read = {
  zone: "staff",
  access: { scope: "sessions:read", roles: ["admin", "recruiter", "interviewer", "auditor"] },
} as const;
const results = { zone: "staff", access: { scope: "results:read", roles: ["admin", "recruiter", "auditor"] } } as const;
const log = { zone: "staff", access: { scope: "audit:read", roles: ["admin", "recruiter", "auditor"] } } as const;
/** It holds keys and names. */
const bundles = { zone: "staff", access: { scope: "audit:read", roles: ["admin", "auditor"] } } as const;
const erase = { zone: "staff", access: { scope: "sessions:erase", roles: ["admin"] } } as const;
const changed = { status: 200, response: session } as const;

/** Sessions, and what they lead to. */
export const sessionRoutes = [
  {
    ...write,
    operation: "create-session",
    jobs: "filtered",
    method: "POST",
    path: "/v1/sessions",
    summary: "Invite a candidate",
    body: createSessionBody,
    success: { status: 201, response: createdSession },
    refusals: ["playbook_not_found", "invalid_accommodation", "invalid_expiry"],
  },
  {
    ...read,
    operation: "list-sessions",
    jobs: "filtered",
    method: "GET",
    path: "/v1/sessions",
    summary: "Sessions, newest first or in another order",
    query: listSessionsQuery,
    success: { status: 200, response: sessionPage },
    refusals: [],
  },
  {
    ...read,
    operation: "read-session",
    method: "GET",
    path: "/v1/sessions/{session}",
    summary: "One session",
    success: { status: 200, response: session },
    refusals: ["session_not_found"],
  },
  {
    ...write,
    operation: "cancel-session",
    method: "POST",
    path: "/v1/sessions/{session}/cancel",
    summary: "Take an invitation back",
    body: cancelSessionBody,
    success: changed,
    refusals: ["session_not_found", "wrong_status"],
  },
  {
    ...write,
    operation: "extend-session",
    method: "POST",
    path: "/v1/sessions/{session}/extend",
    summary: "Move the time until which the assessment may be taken",
    body: extendSessionBody,
    success: changed,
    refusals: ["session_not_found", "wrong_status", "invalid_expiry"],
  },
  {
    ...write,
    operation: "accommodate-session",
    method: "POST",
    path: "/v1/sessions/{session}/accommodate",
    summary: "Grant extra time, also while a section runs",
    body: accommodateSessionBody,
    success: changed,
    refusals: ["session_not_found", "wrong_status", "invalid_accommodation"],
  },
  {
    ...write,
    operation: "void-session",
    method: "POST",
    path: "/v1/sessions/{session}/void",
    summary: "Declare a session void because of a fault of the platform",
    body: voidSessionBody,
    success: changed,
    refusals: ["session_not_found", "wrong_status"],
  },
  {
    ...erase,
    operation: "hold-session",
    method: "POST",
    path: "/v1/sessions/{session}/hold",
    summary: "Keep a session from being erased: a legal hold",
    body: privacyBody,
    success: changed,
    refusals: ["session_not_found", "wrong_status"],
  },
  {
    ...erase,
    operation: "release-session",
    method: "POST",
    path: "/v1/sessions/{session}/release",
    summary: "End a legal hold",
    body: privacyBody,
    success: changed,
    refusals: ["session_not_found", "wrong_status"],
  },
  {
    ...erase,
    operation: "erase-session",
    method: "POST",
    path: "/v1/sessions/{session}/erase",
    summary: "Erase what is known of a candidate; the chain of the journal still verifies",
    body: privacyBody,
    success: changed,
    refusals: ["session_not_found", "wrong_status", "session_held"],
  },
  {
    ...results,
    operation: "read-result",
    method: "GET",
    path: "/v1/sessions/{session}/result",
    summary: "The latest result, or an older version of it, with its whole working",
    query: readResultQuery,
    success: { status: 200, response: result },
    refusals: ["own_card_first", "session_not_found", "result_not_found"],
  },
  {
    ...results,
    operation: "read-session-report",
    method: "GET",
    path: "/v1/sessions/{session}/report",
    summary:
      "What a result is read with: the playbook's words and rules, every version's figures, what is missing, decisions",
    success: { status: 200, response: sessionReport },
    refusals: ["own_card_first", "session_not_found"],
  },
  {
    ...results,
    operation: "read-answers",
    method: "GET",
    path: "/v1/sessions/{session}/answers",
    summary: "Answers, grades and the evidence they rest on",
    success: { status: 200, response: sessionAnswers },
    refusals: ["session_not_found"],
  },
  {
    ...log,
    operation: "read-audit",
    method: "GET",
    path: "/v1/sessions/{session}/audit",
    summary: "The session's log",
    query: pagingQuery,
    success: { status: 200, response: auditPage },
    refusals: ["own_card_first", "session_not_found"],
  },
  {
    ...bundles,
    operation: "export-bundle",
    method: "GET",
    path: "/v1/sessions/{session}/bundle",
    summary: "The signed bundle for offline verification, once the session is scored",
    success: { status: 200, response: bundle },
    refusals: ["own_card_first", "session_not_found", "wrong_status"],
  },
] as const satisfies readonly Route[];

import type { Json } from "../domain/foundation/json.ts";
import type { Violation } from "../domain/foundation/refusal.ts";

/** Every way in which the API says no, by code: the HTTP status and the title that never changes with the case. */
export const problems = {
  malformed_json: { status: 400, title: "The body is not JSON" },
  invalid_request: { status: 400, title: "The request does not fit the operation" },
  unauthenticated: { status: 401, title: "Who is calling is not known" },
  four_eyes: { status: 403, title: "This takes another person" },
  own_card_first: { status: 403, title: "This is shown once the own scorecard is locked" },
  forbidden: { status: 403, title: "The caller may not do this" },
  not_found: { status: 404, title: "There is nothing here" },
  method_not_allowed: { status: 405, title: "This path has other methods" },
  body_too_large: { status: 413, title: "The body is too large" },
  unsupported_media_type: { status: 415, title: "The body must be JSON" },

  session_not_found: { status: 404, title: "There is no such session" },
  section_not_found: { status: 404, title: "There is no such section" },
  item_not_found: { status: 404, title: "There is no such item" },
  playbook_not_found: { status: 404, title: "There is no such playbook" },
  result_not_found: { status: 404, title: "There is no such result" },
  flag_not_found: { status: 404, title: "There is no such red flag" },
  criterion_not_found: { status: 404, title: "There is no such criterion" },
  endpoint_not_found: { status: 404, title: "There is no such webhook endpoint" },
  delivery_not_found: { status: 404, title: "There is no such delivery" },
  key_not_found: { status: 404, title: "There is no such API key" },

  order_not_found: { status: 404, title: "There is no such order" },
  report_not_found: { status: 404, title: "There is no such report" },

  already_ordered: { status: 409, title: "The candidate is being assessed already" },
  wrong_status: { status: 409, title: "The session's status does not allow this" },
  session_expired: { status: 409, title: "The session was not started in time" },
  session_held: { status: 409, title: "The session is under a legal hold" },
  notice_changed: { status: 409, title: "A notice was changed meanwhile" },
  nothing_requested: { status: 409, title: "Nothing was asked for" },
  retake_too_early: { status: 409, title: "The person took this assessment too recently" },
  section_not_ready: { status: 409, title: "The section can't be begun now" },
  section_not_open: { status: 409, title: "The section is not open" },
  section_closed: { status: 409, title: "The section is closed" },
  revision_conflict: { status: 409, title: "The answer was changed meanwhile" },
  scorecard_locked: { status: 409, title: "The scorecard is locked" },
  nothing_to_reconcile: { status: 409, title: "There is nothing to reconcile" },
  flag_resolved: { status: 409, title: "The red flag's state does not allow this" },
  ratings_missing: { status: 409, title: "Ratings are missing that a final result needs" },
  nothing_shared: { status: 409, title: "Nothing of the result is shared" },
  already_objected: { status: 409, title: "An objection was made already" },
  version_exists: { status: 409, title: "This version is published already" },
  busy: { status: 409, title: "Too much is happening to this session at once" },
  endpoint_disabled: { status: 409, title: "The webhook endpoint is disabled" },
  idempotency_in_flight: { status: 409, title: "The first request with this key is still running" },

  report_expired: { status: 410, title: "The link is over" },

  invalid_answer: { status: 422, title: "The value is no answer to this item" },
  nothing_to_run: { status: 422, title: "This item has nothing to run" },
  invalid_accommodation: { status: 422, title: "This extra time can't be given" },
  invalid_expiry: { status: 422, title: "The session can't end at this time" },
  playbook_invalid: { status: 422, title: "The playbook has violations" },
  invalid_score_inputs: { status: 422, title: "The inputs don't fit the playbook" },
  invalid_scorecard: { status: 422, title: "The scorecard doesn't fit the interview" },
  invalid_grade: { status: 422, title: "These points can't be given" },
  reason_required: { status: 422, title: "This decision takes a reason" },
  regrade_unfit: { status: 422, title: "This version can't grade these sessions" },
  address_refused: { status: 422, title: "Webhooks can't be sent to this address" },
  mail_off: { status: 422, title: "Nobody would invite the candidate" },
  not_connected: { status: 422, title: "The settings of this connection are not complete" },
  idempotency_mismatch: { status: 422, title: "This key was used for another request" },

  rate_limited: { status: 429, title: "This key sends too many requests" },
  too_many_requests: { status: 429, title: "The session has used up its requests for extra time" },
  too_many_saves: { status: 429, title: "The session has used up its saves" },
  too_many_runs: { status: 429, title: "The session has used up its runs" },

  internal: { status: 500, title: "Something of ours failed" },
  unavailable: { status: 503, title: "The service is short of something it needs" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/** An RFC 9457 problem document. A refusal's data become further members. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ProblemCode;
  request_id: string;
  errors?: Violation[];
  [member: string]: unknown;
};

export const PROBLEM_MEDIA_TYPE = "application/problem+json";

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code);

/** The document for a code: what never changes comes from the catalogue, the rest from the case. */
export function problem(
  code: ProblemCode,
  about: { detail: string; request_id: string; data?: { [key: string]: Json }; errors?: readonly Violation[] },
): Problem {
  const { status, title } = problems[code];
  return {
    ...about.data,
    type: `urn:assay:problem:${code}`,
    title,
    status,
    detail: about.detail,
    code,
    request_id: about.request_id,
    ...(about.errors?.length ? { errors: [...about.errors] } : {}),
  };
}

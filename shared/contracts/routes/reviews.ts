import type { Route } from "../route.ts";
import {
  blindItem,
  blindReview,
  listReviewsQuery,
  regradeBody,
  regraded,
  reviewedGrade,
  reviewGradeBody,
  reviewPage,
  submitReviewBody,
} from "../shapes/reviews.ts";

const readReviews = {
  zone: "staff",
  access: { scope: "reviews:write", roles: ["admin", "reviewer", "auditor"] },
} as const;
const reviews = { zone: "staff", access: { scope: "reviews:write", roles: ["admin", "reviewer"] } } as const;
/** Only an admin commits it. */
const regrades = { zone: "staff", access: { scope: "reviews:write", roles: ["admin", "author"] } } as const;

/** Reviews: grades that need a person, and grades that a person gives. */
export const reviewRoutes = [
  {
    ...readReviews,
    operation: "list-reviews",
    jobs: "filtered",
    method: "GET",
    path: "/v1/reviews",
    summary: "Sessions with grades that wait for a person",
    query: listReviewsQuery,
    success: { status: 200, response: reviewPage },
    refusals: [],
  },
  {
    ...readReviews,
    operation: "read-review",
    method: "GET",
    path: "/v1/sessions/{session}/review",
    summary: "The grades of a session that need a person, blind",
    success: { status: 200, response: blindReview },
    refusals: ["session_not_found"],
  },
  {
    ...reviews,
    operation: "submit-review",
    method: "POST",
    path: "/v1/sessions/{session}/review/{item}",
    summary: "Mark an item that waits for a person, all of it at once; the answer shows the machine's mark",
    body: submitReviewBody,
    success: { status: 201, response: blindItem },
    refusals: ["session_not_found", "item_not_found", "criterion_not_found", "wrong_status", "invalid_grade"],
  },
  {
    ...reviews,
    operation: "review-grade",
    method: "POST",
    path: "/v1/sessions/{session}/grades",
    summary: "Grade an item or one criterion of it, with a reason and a quote; the result is computed anew",
    body: reviewGradeBody,
    success: { status: 201, response: reviewedGrade },
    refusals: ["session_not_found", "item_not_found", "criterion_not_found", "wrong_status", "invalid_grade"],
  },
  {
    ...regrades,
    operation: "regrade-sessions",
    method: "POST",
    path: "/v1/playbooks/{playbook}/regrade",
    summary: "Grade the sessions of a version by a later one: show who moves, or do it",
    body: regradeBody,
    success: { status: 200, response: regraded },
    refusals: ["playbook_not_found", "regrade_unfit"],
  },
] as const satisfies readonly Route[];

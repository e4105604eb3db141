import type { Route } from "../route.ts";
import {
  ashbyListBody,
  ashbyTests,
  assessmentCancelBody,
  assessmentCanceled,
  assessmentStartBody,
  assessmentStarted,
} from "../shapes/ats/ashby.ts";
import { genericAnswer, genericBody } from "../shapes/ats/generic.ts";
import {
  greenhouseTests,
  noted,
  responseErrorBody,
  sendTestBody,
  sentTest,
  testStatus,
  testStatusQuery,
} from "../shapes/ats/greenhouse.ts";
import { recruiteeCancelBody, recruiteeTests, sendCandidateBody, sentCandidate } from "../shapes/ats/recruitee.ts";
import { sharedLink, workableAssessment, workableAssessmentBody, workableTests } from "../shapes/ats/workable.ts";
import { report } from "../shapes/report.ts";

const greenhouse = { zone: "ats", access: { scope: "ats:greenhouse", roles: [] } } as const;
const ashby = { zone: "ats", access: { scope: "ats:ashby", roles: [] } } as const;
const workable = { zone: "ats", access: { scope: "ats:workable", roles: [] } } as const;
const recruitee = { zone: "ats", access: { scope: "ats:recruitee", roles: [] } } as const;
const generic = { zone: "ats", access: { scope: "ats:generic", roles: [] } } as const;
const ordering = ["playbook_not_found", "mail_off", "busy"] as const;

/** What applicant tracking systems call, in each one's own words, and the report that they link to. */
export const atsRoutes = [
  {
    ...greenhouse,
    operation: "greenhouse-list-tests",
    method: "GET",
    path: "/v1/ats/greenhouse/list_tests",
    summary: "Greenhouse: the tests there are",
    success: { status: 200, response: greenhouseTests },
    refusals: [],
  },
  {
    ...greenhouse,
    operation: "greenhouse-send-test",
    method: "POST",
    path: "/v1/ats/greenhouse/send_test",
    summary: "Greenhouse: send a test to a candidate",
    body: sendTestBody,
    success: { status: 200, response: sentTest },
    refusals: [...ordering, "address_refused"],
  },
  {
    ...greenhouse,
    operation: "greenhouse-test-status",
    method: "GET",
    path: "/v1/ats/greenhouse/test_status",
    summary: "Greenhouse: how a test stands",
    query: testStatusQuery,
    success: { status: 200, response: testStatus },
    refusals: ["order_not_found"],
  },
  {
    ...greenhouse,
    operation: "greenhouse-response-error",
    method: "POST",
    path: "/v1/ats/greenhouse/response_error",
    summary: "Greenhouse: it couldn't use an answer of ours",
    body: responseErrorBody,
    success: { status: 200, response: noted },
    refusals: [],
  },
  {
    ...ashby,
    operation: "ashby-list-assessments",
    method: "POST",
    path: "/v1/ats/ashby/assessment.list",
    summary: "Ashby: the assessments there are",
    body: ashbyListBody,
    success: { status: 200, response: ashbyTests },
    refusals: [],
  },
  {
    ...ashby,
    operation: "ashby-start-assessment",
    method: "POST",
    path: "/v1/ats/ashby/assessment.start",
    summary: "Ashby: start an assessment",
    body: assessmentStartBody,
    success: { status: 200, response: assessmentStarted },
    refusals: [...ordering, "already_ordered"],
  },
  {
    ...ashby,
    operation: "ashby-cancel-assessment",
    method: "POST",
    path: "/v1/ats/ashby/assessment.cancel",
    summary: "Ashby: take an assessment back",
    body: assessmentCancelBody,
    success: { status: 200, response: assessmentCanceled },
    refusals: ["order_not_found"],
  },
  {
    ...workable,
    operation: "workable-list-tests",
    method: "GET",
    path: "/v1/ats/workable/tests",
    summary: "Workable: the tests there are",
    success: { status: 200, response: workableTests },
    refusals: [],
  },
  {
    ...workable,
    operation: "workable-create-assessment",
    method: "POST",
    path: "/v1/ats/workable/assessments",
    summary: "Workable: send a test to a candidate",
    body: workableAssessmentBody,
    success: { status: 201, response: workableAssessment },
    refusals: [...ordering, "address_refused"],
  },
  {
    ...workable,
    operation: "workable-share-link",
    method: "GET",
    path: "/v1/ats/workable/assessments/{order}/shared-link",
    summary: "Workable: a link to the report",
    success: { status: 200, response: sharedLink },
    refusals: ["order_not_found", "report_not_found"],
  },
  {
    ...recruitee,
    operation: "recruitee-list-tests",
    method: "GET",
    path: "/v1/ats/recruitee/tests",
    summary: "Recruitee: the tests there are",
    success: { status: 200, response: recruiteeTests },
    refusals: [],
  },
  {
    ...recruitee,
    operation: "recruitee-send-candidate",
    method: "POST",
    path: "/v1/ats/recruitee/send",
    summary: "Recruitee: send a test to a candidate",
    body: sendCandidateBody,
    success: { status: 200, response: sentCandidate },
    refusals: ordering,
  },
  {
    ...recruitee,
    operation: "recruitee-cancel-report",
    method: "POST",
    path: "/v1/ats/recruitee/cancel",
    summary: "Recruitee: take a test back",
    body: recruiteeCancelBody,
    success: { status: 200, response: sentCandidate },
    refusals: ["order_not_found"],
  },
  {
    ...generic,
    operation: "generic-stage-changed",
    method: "POST",
    path: "/v1/ats/generic",
    summary: "Any other system: a candidate came to a stage",
    body: genericBody,
    success: { status: 200, response: genericAnswer },
    refusals: [...ordering, "not_connected"],
  },
  {
    zone: "ats",
    access: { open: true },
    operation: "read-report",
    method: "GET",
    path: "/v1/reports/{token}",
    summary: "The report behind a signed link, as far as the company shows it",
    success: { status: 200, response: report },
    refusals: ["report_not_found", "report_expired", "busy"],
  },
] as const satisfies readonly Route[];

import type { atsRoutes } from "#shared/contracts/routes.ts";
import type { PlacePorts } from "#shared/use-cases/ats/place-order.ts";
import type { ReadOrderPorts } from "#shared/use-cases/ats/read-order.ts";
import type { ReadReportPorts } from "#shared/use-cases/report/read-report.ts";
import type { Operations } from "../runtime/operation.ts";
import { serveAshbyCancelAssessment } from "./ashby-cancel-assessment.ts";
import { serveAshbyListAssessments } from "./ashby-list-assessments.ts";
import { serveAshbyStartAssessment } from "./ashby-start-assessment.ts";
import { serveGenericStageChanged } from "./generic-stage-changed.ts";
import { serveGreenhouseListTests } from "./greenhouse-list-tests.ts";
import { serveGreenhouseResponseError } from "./greenhouse-response-error.ts";
import { serveGreenhouseSendTest } from "./greenhouse-send-test.ts";
import { serveGreenhouseTestStatus } from "./greenhouse-test-status.ts";
import { serveReadReport } from "./read-report.ts";
import { serveRecruiteeCancelReport } from "./recruitee-cancel-report.ts";
import { serveRecruiteeListTests } from "./recruitee-list-tests.ts";
import { serveRecruiteeSendCandidate } from "./recruitee-send-candidate.ts";
import { serveWorkableCreateAssessment } from "./workable-create-assessment.ts";
import { serveWorkableListTests } from "./workable-list-tests.ts";
import { serveWorkableShareLink } from "./workable-share-link.ts";

/** What the applicant tracking systems' operations stand on. */
export type AtsPorts = PlacePorts & ReadOrderPorts & ReadReportPorts;

/** Every operation of the zone that applicant tracking systems call. */
export const atsOperations = (ports: AtsPorts): Operations<(typeof atsRoutes)[number]["operation"]> => ({
  "greenhouse-list-tests": serveGreenhouseListTests(ports),
  "greenhouse-send-test": serveGreenhouseSendTest(ports),
  "greenhouse-test-status": serveGreenhouseTestStatus(ports),
  "greenhouse-response-error": serveGreenhouseResponseError(),
  "ashby-list-assessments": serveAshbyListAssessments(ports),
  "ashby-start-assessment": serveAshbyStartAssessment(ports),
  "ashby-cancel-assessment": serveAshbyCancelAssessment(ports),
  "workable-list-tests": serveWorkableListTests(ports),
  "workable-create-assessment": serveWorkableCreateAssessment(ports),
  "workable-share-link": serveWorkableShareLink(ports),
  "recruitee-list-tests": serveRecruiteeListTests(ports),
  "recruitee-send-candidate": serveRecruiteeSendCandidate(ports),
  "recruitee-cancel-report": serveRecruiteeCancelReport(ports),
  "generic-stage-changed": serveGenericStageChanged(ports),
  "read-report": serveReadReport(ports),
});

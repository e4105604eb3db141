import type { candidateRoutes } from "#shared/contracts/routes.ts";
import type { Ports } from "#shared/use-cases/ports.ts";
import type { Operations } from "../runtime/operation.ts";
import { serveBeginSection } from "./begin-section.ts";
import { serveExportOwnData } from "./export-own-data.ts";
import { serveObjectToGrade } from "./object-to-grade.ts";
import { serveReadReceipt } from "./read-receipt.ts";
import { serveRunExamples } from "./run-examples.ts";
import { serveSaveAnswer } from "./save-answer.ts";
import { serveStartSession } from "./start-session.ts";
import { serveSubmitSection } from "./submit-section.ts";
import { serveViewSession } from "./view-session.ts";
import { serveWithdrawSession } from "./withdraw-session.ts";

/** What the candidate's operations stand on. */
export type CandidatePorts = Pick<
  Ports,
  "sessions" | "journal" | "sandbox" | "usage" | "signer" | "signatures" | "identity"
>;

/** Every operation of the candidate's zone. */
export const candidateOperations = (
  ports: CandidatePorts,
): Operations<(typeof candidateRoutes)[number]["operation"]> => ({
  "view-session": serveViewSession(ports),
  "start-session": serveStartSession(ports),
  "begin-section": serveBeginSection(ports),
  "save-answer": serveSaveAnswer(ports),
  "run-examples": serveRunExamples(ports),
  "submit-section": serveSubmitSection(ports),
  "withdraw-session": serveWithdrawSession(ports),
  "export-own-data": serveExportOwnData(ports),
  "read-receipt": serveReadReceipt(ports),
  "object-to-grade": serveObjectToGrade(ports),
});

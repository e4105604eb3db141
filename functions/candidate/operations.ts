import type { candidateRoutes } from "#shared/contracts/routes.ts";
import { linkedSessions } from "#shared/use-cases/authenticate-candidate.ts";
import type { Ports } from "#shared/use-cases/ports.ts";
import type { ViewPorts } from "#shared/use-cases/view-session.ts";
import type { Caller } from "../runtime/exchange.ts";
import type { AnyServe, Operations } from "../runtime/operation.ts";
import { serveBeginSection } from "./begin-section.ts";
import { serveExportOwnData } from "./export-own-data.ts";
import { serveObjectToGrade } from "./object-to-grade.ts";
import { serveReadReceipt } from "./read-receipt.ts";
import { serveRequestAccommodation } from "./request-accommodation.ts";
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
> &
  ViewPorts;

type CandidateOperations = Operations<(typeof candidateRoutes)[number]["operation"]>;

/** Every operation of the candidate's zone, each for as long as the caller's link is the session's. */
export function candidateOperations(ports: CandidatePorts): CandidateOperations {
  const names = Object.keys(operationsOn(ports)) as (keyof CandidateOperations)[];
  const held =
    (name: keyof CandidateOperations): AnyServe =>
    (call) => {
      const { link } = call.caller as Extract<Caller, { kind: "candidate" }>;
      const own = operationsOn({ ...ports, sessions: linkedSessions(ports.sessions, link) });
      return (own[name] as unknown as AnyServe)(call);
    };
  return Object.fromEntries(names.map((name) => [name, held(name)])) as unknown as CandidateOperations;
}

const operationsOn = (ports: CandidatePorts): CandidateOperations => ({
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
  "request-accommodation": serveRequestAccommodation(ports),
});

import { awaitInterviews, runSection } from "#shared/use-cases/await-workflow.ts";
import { gradeSection } from "#shared/use-cases/grade-section.ts";
import type { Ports } from "#shared/use-cases/ports.ts";
import { publishResult } from "#shared/use-cases/publish-result.ts";
import { reconcile } from "#shared/use-cases/reconcile.ts";
import { scoreSession } from "#shared/use-cases/score-session.ts";
import { sweep } from "#shared/use-cases/sweep.ts";
import { sweepErrands } from "#shared/use-cases/sweep-errands.ts";
import type { PortsOf } from "../runtime/operation.ts";
import { faultOf, type Invocation, logEvent, type WriteLine, withinRequest } from "../runtime/telemetry.ts";
import { type WorkflowEvent, workflowEvent } from "./events.ts";

/** What the workflow's steps stand on. */
export type WorkflowPorts = Pick<
  Ports,
  | "sessions"
  | "index"
  | "outbox"
  | "delivery"
  | "workflow"
  | "waitTokens"
  | "sandbox"
  | "adviser"
  | "signer"
  | "signatures"
  | "clock"
  | "identity"
> &
  PortsOf<typeof reconcile> &
  PortsOf<typeof sweepErrands>;

/**
 * Runs one step. Every step may run twice.
 *
 * @throws whatever the step throws, by name: `SectionStillOpen` is read by the state machine, all else is tried again
 */
export function workflowFunction(ports: WorkflowPorts, write?: WriteLine) {
  const run = steps(ports);
  return async (given: unknown, invocation?: Invocation): Promise<Record<string, never>> => {
    withinRequest(invocation?.awsRequestId);
    const event = workflowEvent.parse(given);
    const began = performance.now();
    const line = () => ({ ...nameOf(event), ms: Math.round(performance.now() - began) });
    try {
      await run(event);
      logEvent(line(), write);
      return {};
    } catch (error) {
      logEvent({ ...line(), fault: faultOf(error) }, write);
      throw error;
    }
  };
}

function steps(ports: WorkflowPorts) {
  const [run, grade, score, publish] = [
    runSection(ports),
    gradeSection(ports),
    scoreSession(ports),
    publishResult(ports),
  ];
  const [wake, lookAfterAll, lookAfterErrands] = [reconcile(ports), sweep(ports), sweepErrands(ports)];
  const interviews = awaitInterviews(ports);
  return (event: WorkflowEvent): Promise<void> => {
    if ("wake" in event) return wake({ stream: event.wake });
    if ("sweep" in event) return bothOf(lookAfterAll(), lookAfterErrands());
    switch (event.step) {
      case "run-section":
        return run(event);
      case "grade-section":
        return grade(event);
      case "score":
        return score(event);
      case "publish":
        return publish(event);
      case "await-interviews":
        return interviews(event);
    }
  };
}

/** Neither keeps the other from what it does. */
async function bothOf(...works: Promise<void>[]): Promise<void> {
  for (const work of await Promise.allSettled(works)) if (work.status === "rejected") throw work.reason;
}

/** Ids of sessions and sections are no personal data; a callback token must not be told. */
function nameOf(event: WorkflowEvent): { [field: string]: string } {
  if ("wake" in event) return { step: "wake", stream: event.wake };
  if ("sweep" in event) return { step: "sweep" };
  return { step: event.step, session: event.session, ...("section" in event && { section: event.section }) };
}

import { bedrockAdviser } from "#shared/adapters/aws/bedrock-adviser.ts";
import { stepFunctionsWorkflow } from "#shared/adapters/aws/step-functions-workflow.ts";
import { dynamoCandidateLinks, dynamoUndeliverableAddresses } from "#shared/adapters/dynamodb/candidate-links.ts";
import type { Database } from "#shared/adapters/dynamodb/client.ts";
import { dynamoErrands } from "#shared/adapters/dynamodb/errands.ts";
import { dynamoJournalEraser } from "#shared/adapters/dynamodb/journal-store.ts";
import { dynamoOrders } from "#shared/adapters/dynamodb/orders.ts";
import { dynamoOutbox } from "#shared/adapters/dynamodb/outbox.ts";
import { dynamoPersons } from "#shared/adapters/dynamodb/persons.ts";
import { dynamoWaitTokens } from "#shared/adapters/dynamodb/records.ts";
import { dynamoReplies } from "#shared/adapters/dynamodb/replies.ts";
import { dynamoScorecardDrafts } from "#shared/adapters/dynamodb/scorecard-drafts.ts";
import { dynamoSessionIndex } from "#shared/adapters/dynamodb/session-index.ts";
import type { Environment } from "../environment.ts";
import { faultOf, logEvent } from "../telemetry.ts";
import { deliveryWake, errandWake, openTables, sessionPorts } from "./session.ts";

export async function workflowPorts(environment: Environment<"workflow">) {
  const data = await openTables(environment);
  // What the workflow itself changes needs nobody to follow it up but the sender of its events.
  const delivery = deliveryWake(environment.DELIVERY_FUNCTION);
  return {
    ...sessionPorts(environment, data, delivery),
    index: dynamoSessionIndex(data),
    outbox: dynamoOutbox(data),
    waitTokens: dynamoWaitTokens(data),
    workflow: stepFunctionsWorkflow(environment.ASSESSMENT_MACHINE),
    delivery,
    errands: dynamoErrands(data),
    errandRuns: errandWake(environment.DELIVERY_FUNCTION),
    ...eraserPorts(data),
    ...(environment.ADVISER_MODEL !== undefined && {
      adviser: bedrockAdviser(environment.ADVISER_MODEL, onLostAdvice),
    }),
  };
}

/** What stands of a session beside its journal, to be erased with it. */
const eraserPorts = (data: Database) => ({
  eraser: dynamoJournalEraser(data),
  replies: dynamoReplies(data),
  links: dynamoCandidateLinks(data),
  persons: dynamoPersons(data),
  orders: dynamoOrders(data),
  undeliverable: dynamoUndeliverableAddresses(data),
  scorecardDrafts: dynamoScorecardDrafts(data),
});

const onLostAdvice = (error: unknown) => logEvent({ step: "advice-lost", fault: faultOf(error) });

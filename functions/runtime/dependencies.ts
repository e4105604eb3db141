import { kmsSigner } from "#shared/adapters/aws/kms-signer.ts";
import { lambdaSandbox } from "#shared/adapters/aws/lambda-sandbox.ts";
import { lambdaWake } from "#shared/adapters/aws/lambda-wake.ts";
import { stepFunctionsWorkflow } from "#shared/adapters/aws/step-functions-workflow.ts";
import { type Database, database } from "#shared/adapters/dynamodb/client.ts";
import { dynamoJournalStore } from "#shared/adapters/dynamodb/journal-store.ts";
import { dynamoOutbox } from "#shared/adapters/dynamodb/outbox.ts";
import { dynamoPlaybookStore } from "#shared/adapters/dynamodb/playbook-store.ts";
import {
  dynamoApiKeys,
  dynamoHeadSignatures,
  dynamoUsage,
  dynamoWaitTokens,
} from "#shared/adapters/dynamodb/records.ts";
import { dynamoSessionIndex } from "#shared/adapters/dynamodb/session-index.ts";
import { systemClock } from "#shared/adapters/system/clock.ts";
import { systemIdentity } from "#shared/adapters/system/identity.ts";
import type { Wake } from "#shared/ports/workflow.ts";
import { sessionLog } from "#shared/use-cases/session-log.ts";
import type { Environment } from "./environment.ts";
import { faultOf, logEvent } from "./telemetry.ts";

type SessionEnvironment = Omit<Environment<"candidate">, "WORKFLOW_FUNCTION">;

const onLostWake = (error: unknown) => logEvent({ step: "wake-lost", fault: faultOf(error) });

const wakeOf = (functionName: string): Wake => lambdaWake(functionName, (stream) => ({ wake: stream }), onLostWake);

const deliveryOf = (functionName: string): Wake =>
  lambdaWake(functionName, (stream) => ({ dispatch: stream }), onLostWake);

/** What every zone that touches sessions stands on. */
function sessionPorts(environment: SessionEnvironment, data: Database, wake: Wake) {
  const [clock, identity] = [systemClock, systemIdentity];
  const journal = dynamoJournalStore(data);
  const playbooks = dynamoPlaybookStore(data);
  return {
    clock,
    identity,
    journal,
    playbooks,
    sessions: sessionLog({ journal, playbooks, wake, clock, identity }),
    signatures: dynamoHeadSignatures(data),
    signer: kmsSigner(environment.SIGNING_KEY),
    sandbox: lambdaSandbox({ javascript: environment.JAVASCRIPT_SANDBOX, sql: environment.SQL_SANDBOX }),
    site: { url: environment.SITE_URL },
  };
}

const tablesOf = ({ JOURNAL_TABLE, STATE_TABLE }: SessionEnvironment): Database =>
  database({ journal: JOURNAL_TABLE, state: STATE_TABLE });

export function candidatePorts(environment: Environment<"candidate">) {
  const data = tablesOf(environment);
  const wake = wakeOf(environment.WORKFLOW_FUNCTION);
  return { ...sessionPorts(environment, data, wake), usage: dynamoUsage(data) };
}

export function staffPorts(environment: Environment<"staff">) {
  const data = tablesOf(environment);
  const wake = wakeOf(environment.WORKFLOW_FUNCTION);
  return {
    ...sessionPorts(environment, data, wake),
    index: dynamoSessionIndex(data),
    apiKeys: dynamoApiKeys(data),
    delivery: deliveryOf(environment.DELIVERY_FUNCTION),
  };
}

export function workflowPorts(environment: Environment<"workflow">) {
  const data = tablesOf(environment);
  // What the workflow itself changes has nobody else to wake than the sender of its events.
  const delivery = deliveryOf(environment.DELIVERY_FUNCTION);
  return {
    ...sessionPorts(environment, data, delivery),
    index: dynamoSessionIndex(data),
    outbox: dynamoOutbox(data),
    waitTokens: dynamoWaitTokens(data),
    workflow: stepFunctionsWorkflow(environment.ASSESSMENT_MACHINE),
    delivery,
  };
}

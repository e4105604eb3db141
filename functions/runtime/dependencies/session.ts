import { kmsSigner } from "#shared/adapters/aws/kms-signer.ts";
import { lambdaSandbox } from "#shared/adapters/aws/lambda-sandbox.ts";
import { lambdaWake } from "#shared/adapters/aws/lambda-wake.ts";
import { type Database, database } from "#shared/adapters/dynamodb/client.ts";
import { openConnection } from "#shared/adapters/dynamodb/connection.ts";
import { dynamoJournalStore } from "#shared/adapters/dynamodb/journal-store.ts";
import { dynamoPlaybookStore } from "#shared/adapters/dynamodb/playbook-store.ts";
import { dynamoHeadSignatures } from "#shared/adapters/dynamodb/records.ts";
import { systemClock } from "#shared/adapters/system/clock.ts";
import { systemIdentity } from "#shared/adapters/system/identity.ts";
import type { Wake } from "#shared/ports/workflow.ts";
import { sessionLog } from "#shared/use-cases/session-log.ts";
import type { SessionEnvironment } from "../environment.ts";
import { faultOf, logEvent } from "../telemetry.ts";

/** What every zone that touches sessions stands on. `wake` is told of every change that somebody must follow up. */
export function sessionPorts(environment: SessionEnvironment, data: Database, wake: Wake) {
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

const CONNECTION_PATIENCE = 500;

/** The tables, with a connection to them: made while the function starts, because a start has processor time to spare. */
export async function openTables({
  JOURNAL_TABLE,
  STATE_TABLE,
}: Pick<SessionEnvironment, "JOURNAL_TABLE" | "STATE_TABLE">): Promise<Database> {
  const data = database({ journal: JOURNAL_TABLE, state: STATE_TABLE });
  await openConnection(data, CONNECTION_PATIENCE);
  return data;
}

/** Has the workflow look after a stream. */
export const workflowWake = (functionName: string): Wake =>
  lambdaWake(functionName, (stream) => ({ wake: stream }), onLostWake);

/** Has a stream's open events sent. */
export const deliveryWake = (functionName: string): Wake =>
  lambdaWake(functionName, (stream) => ({ dispatch: stream }), onLostWake);

/** Has one delivery tried. */
export const attemptWake = (functionName: string): Wake =>
  lambdaWake(functionName, (delivery) => ({ attempt: delivery }), onLostWake);

/** Has one errand done. */
export const errandWake = (functionName: string): Wake =>
  lambdaWake(functionName, (errand) => ({ errand }), onLostWake);
/** Has one delivery sent once more. */
export const resendWake = (functionName: string): Wake =>
  lambdaWake(functionName, (delivery) => ({ resend: delivery }), onLostWake);

const onLostWake = (error: unknown) => logEvent({ step: "wake-lost", fault: faultOf(error) });

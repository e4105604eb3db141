import { readFileSync } from "node:fs";
import path from "node:path";
import { rightAnswers } from "#test/journeys/support/answers.ts";
import { candidate, machine } from "#test/journeys/support/people.ts";
import type { Runtime } from "../local/runtime.ts";
import type { SessionUse } from "./cost.ts";
import { type Deployment, startDeployment } from "./deployment.ts";
import { type DynamoDbMeter, meterDynamoDb } from "./dynamodb-meter.ts";

const SAVES = 60;
/** The page looks every half minute whether anything was changed elsewhere. */
const LOOKS_PER_SECTION = 12;

/** Takes the reference session (five sections, sixty saves) on the deployed bundles and counts what it used. */
export async function measureSessionUse(): Promise<SessionUse> {
  let deployment: Deployment | undefined;
  const meter = await meterDynamoDb(() => deployment!.runtime.dynamodbUrl);
  deployment = await startDeployment({ AWS_ENDPOINT_URL_DYNAMODB: meter.url });
  try {
    return await countSession(deployment, meter);
  } finally {
    await deployment.close();
    meter.close();
  }
}

type Endpoints = { api_url: string; api_key: string };
type Line = { ms?: number; operation?: string };

async function countSession({ runtime, dataDir, company: openCompany }: Deployment, meter: DynamoDbMeter) {
  const endpoints = await openCompany();
  const log = path.join(dataDir, "functions.log");
  await settled();
  meter.reset();
  const before = readFileSync(log).length;
  const company = machine(endpoints);
  const session = await company.invite();
  await takeReferenceSession(endpoints, session.url);
  await company.result(session.id, 60_000);
  await settled();
  const { writeUnits, readUnits } = meter.consumption();
  const written = readFileSync(log, "utf8").slice(before);
  const lines: Line[] = written
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return {
    requests: lines.filter(({ operation }) => operation).length,
    invocations: lines.length,
    gigabyteSeconds: lines.reduce((sum, { ms = 0 }) => sum + ms / 1000, 0),
    writeUnits,
    readUnits,
    transitions: transitionsOf(runtime, session.id),
    signatures: 2,
    logBytes: Buffer.byteLength(written),
  };
}

/** Lets what goes on in the background come to its end. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 3_000));

async function takeReferenceSession(endpoints: Endpoints, url: string): Promise<void> {
  const person = candidate(endpoints, url);
  let view = await person.start();
  const perItem = Math.ceil(SAVES / Object.keys(rightAnswers).length);
  for (const section of view.sections) {
    view = await person.begin(section.id);
    for (const item of view.current.items) {
      const value = rightAnswers[item.id] ?? "Dear Maria, …";
      for (let revision = 0; revision < perItem; revision++) {
        await person.save(item.id, revision === perItem - 1 ? value : null, revision);
      }
    }
    for (let look = 0; look < LOOKS_PER_SECTION; look++) await person.view();
    await person.submit(section.id);
  }
}

function transitionsOf({ engine, template }: Runtime, session: string): number {
  const executions = template
    .all("AWS::StepFunctions::StateMachine")
    .flatMap(({ id }) => engine.list(`arn:aws:states:us-east-1:000000000000:stateMachine:${id}`));
  const execution = executions.find(({ name }) => name === session);
  if (!execution) throw new Error("the session's execution is not there");
  return engine.describe(execution.arn).transitions;
}

import { FunctionFailure } from "../functions/failure.ts";
import type { Functions } from "../functions/functions.ts";
import { asObject, asText, type Json, type JsonObject, messageOf } from "../json.ts";
import type { Engine } from "./engine.ts";
import { StatesFailure } from "./failure.ts";
import { isoTime, type TaskPerformer } from "./run.ts";

type Integration = (request: JsonObject) => Promise<Json>;

/** What Task states can call: functions, and other state machines without waiting for them. */
export function taskPerformer(functions: Functions, engine: () => Engine): TaskPerformer {
  const integrations: Record<string, Integration> = {
    "arn:aws:states:::lambda:invoke": (request) => invokeFunction(request, functions),
    "arn:aws:states:::states:startExecution": async (request) => startExecution(request, engine()),
  };
  return (resource, request) => {
    const integration = integrations[resource];
    if (!integration) throw new StatesFailure("States.Runtime", `no local integration for ${resource}`);
    return integration(asObject(request, `the arguments of ${resource}`));
  };
}

async function invokeFunction(request: JsonObject, functions: Functions): Promise<Json> {
  const { FunctionName, Payload = {}, ...others } = request;
  refuseOthers("lambda:invoke", others);
  try {
    const payload = await functions.invoke(asText(FunctionName, "FunctionName"), Payload);
    return { ExecutedVersion: "$LATEST", Payload: payload, StatusCode: 200 };
  } catch (error) {
    if (error instanceof FunctionFailure)
      throw new StatesFailure(error.payload.errorType, JSON.stringify(error.payload));
    throw new StatesFailure("Lambda.Unknown", messageOf(error));
  }
}

function startExecution(request: JsonObject, engine: Engine): Json {
  const { StateMachineArn, Input = {}, Name, ...others } = request;
  refuseOthers("states:startExecution", others);
  const name = Name === undefined ? undefined : asText(Name, "Name");
  try {
    const { arn, started } = engine.start(asText(StateMachineArn, "StateMachineArn"), Input, name);
    return { ExecutionArn: arn, StartDate: isoTime(started) };
  } catch (error) {
    throw new StatesFailure(
      `StepFunctions.${error instanceof Error ? error.name : "Unknown"}Exception`,
      messageOf(error),
    );
  }
}

function refuseOthers(integration: string, others: JsonObject): void {
  const names = Object.keys(others);
  if (names.length === 0) return;
  throw new StatesFailure("States.Runtime", `no local meaning for ${names.join(", ")} of ${integration}`);
}

import { asText, type Json, type JsonObject } from "../json.ts";
import type { Engine } from "../states/engine.ts";
import type { ExecutionRecord, HistoryEvent, Status } from "../states/store.ts";
import type { Operation } from "./endpoint.ts";
import { ServiceError } from "./service-error.ts";

/** Step Functions' operations over the local engine. */
export function stepFunctionsOperations(engine: Engine): Record<string, Operation> {
  return {
    "AWSStepFunctions.StartExecution": ({ stateMachineArn, input, name }) => {
      const arn = asText(stateMachineArn, "stateMachineArn");
      const { arn: executionArn, started } = engine.start(arn, parseInput(input), optionalText(name, "name"));
      return { executionArn, startDate: seconds(started) };
    },
    "AWSStepFunctions.SendTaskSuccess": ({ taskToken, output }) =>
      engine.settle(asText(taskToken, "taskToken"), { output: parse(asText(output, "output"), "InvalidOutput") }),
    "AWSStepFunctions.SendTaskFailure": ({ taskToken, error, cause }) =>
      engine.settle(asText(taskToken, "taskToken"), {
        error: optionalText(error, "error") ?? "",
        cause: optionalText(cause, "cause") ?? "",
      }),
    "AWSStepFunctions.StopExecution": ({ executionArn, error, cause }) => {
      const reason = { error: optionalText(error, "error"), cause: optionalText(cause, "cause") };
      engine.stop(asText(executionArn, "executionArn"), reason);
      return { stopDate: seconds(Date.now()) };
    },
    "AWSStepFunctions.DescribeExecution": ({ executionArn }) =>
      description(engine.describe(asText(executionArn, "executionArn"))),
    "AWSStepFunctions.ListExecutions": ({ stateMachineArn, statusFilter }) => {
      const status = optionalText(statusFilter, "statusFilter") as Status | undefined;
      return { executions: engine.list(asText(stateMachineArn, "stateMachineArn"), status).map(summary) };
    },
    "AWSStepFunctions.GetExecutionHistory": ({ executionArn, reverseOrder }) => {
      const events = engine.history(asText(executionArn, "executionArn")).map(toHistoryEvent);
      return { events: reverseOrder === true ? events.reverse() : events };
    },
  };
}

function optionalText(value: Json | undefined, what: string): string | undefined {
  return value === undefined || value === null ? undefined : asText(value, what);
}

function parseInput(input: Json | undefined): Json {
  return parse(optionalText(input, "input") ?? "{}", "InvalidExecutionInput");
}

function parse(text: string, code: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new ServiceError(code, "the text is no JSON");
  }
}

function seconds(milliseconds: number): number {
  return milliseconds / 1000;
}

function summary(record: ExecutionRecord): JsonObject {
  return {
    executionArn: record.arn,
    stateMachineArn: record.machine,
    name: record.name,
    status: record.status,
    startDate: seconds(record.started),
    ...(record.stopped === null ? {} : { stopDate: seconds(record.stopped) }),
  };
}

function description(record: ExecutionRecord): JsonObject {
  const { input, output, error, cause } = record;
  return {
    ...summary(record),
    input,
    ...(output === null ? {} : { output }),
    ...(error === null ? {} : { error }),
    ...(cause === null ? {} : { cause }),
  };
}

function toHistoryEvent({ id, at, type, details }: HistoryEvent): JsonObject {
  return { id, previousEventId: id - 1, timestamp: seconds(at), type, ...details };
}

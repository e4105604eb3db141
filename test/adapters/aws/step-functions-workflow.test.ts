import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stepFunctionsWorkflow } from "#shared/adapters/aws/step-functions-workflow.ts";

const MACHINE = "arn:aws:states:eu-central-1:123456789012:stateMachine:AssayAssessment";

describe("the workflow on Step Functions", () => {
  const asked: { operation: string; input: { [field: string]: unknown } }[] = [];
  let fault: string | undefined;
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    asked.push({ operation: String(request.headers["x-amz-target"]).split(".")[1]!, input: JSON.parse(body) });
    response.statusCode = fault ? 400 : 200;
    response.end(JSON.stringify(fault ? { __type: fault, message: fault } : { executionArn: "arn", startDate: 0 }));
  });
  const before = { ...process.env };
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_SFN: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      AWS_REGION: "eu-central-1",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
    });
  });
  afterAll(() => {
    process.env = before;
    server.close();
  });

  const workflow = stepFunctionsWorkflow(MACHINE);
  const start = { session: "ses_1", sections: [{ id: "first", seconds: 425 }] };

  test("runs one execution per session, named after it", async () => {
    fault = undefined;
    await workflow.start(start);
    expect(asked.at(-1)).toEqual({
      operation: "StartExecution",
      input: { stateMachineArn: MACHINE, name: "ses_1", input: JSON.stringify(start) },
    });
    fault = "ExecutionAlreadyExists";
    await workflow.start(start);
  });

  test.each(["TaskTimedOut", "TaskDoesNotExist", "InvalidToken"])("takes %s for a wait that is over", async (over) => {
    fault = over;
    await workflow.resume("token");
    expect(asked.at(-1)).toEqual({ operation: "SendTaskSuccess", input: { taskToken: "token", output: "{}" } });
  });

  test("tells of anything else", async () => {
    fault = "StateMachineDoesNotExist";
    await expect(workflow.start(start)).rejects.toThrow("StateMachineDoesNotExist");
  });
});

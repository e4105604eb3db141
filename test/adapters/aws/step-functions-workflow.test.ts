import { createServer } from "node:http";
import { describe, expect, test } from "vitest";
import { stepFunctionsWorkflow } from "#shared/adapters/aws/step-functions-workflow.ts";
import { standInFor } from "#test/builders/aws-service.ts";

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
  standInFor("SFN", server);

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

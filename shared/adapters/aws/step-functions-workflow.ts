import type { SFNClient } from "@aws-sdk/client-sfn";
import type { Workflow } from "../../ports/workflow.ts";
import { awsConfiguration } from "./configuration.ts";

/** Answers that mean: what was asked has been done before. */
const DONE_BEFORE: ReadonlySet<string> = new Set([
  "ExecutionAlreadyExists",
  "TaskDoesNotExist",
  "TaskTimedOut",
  "InvalidToken",
]);

/** The state machine that sequences sections, as a Step Functions execution named after the session. */
export function stepFunctionsWorkflow(stateMachineArn: string): Workflow {
  let client: SFNClient | undefined;
  const sfn = async () => {
    const sdk = await import("./sdk/step-functions.ts");
    client ??= new sdk.SFNClient(awsConfiguration("states"));
    return { sdk, client };
  };
  return {
    async start(input) {
      const { sdk, client } = await sfn();
      const request = { stateMachineArn, name: input.session, input: JSON.stringify(input) };
      await unlessDoneBefore(client.send(new sdk.StartExecutionCommand(request)));
    },
    async resume(taskToken) {
      const { sdk, client } = await sfn();
      await unlessDoneBefore(client.send(new sdk.SendTaskSuccessCommand({ taskToken, output: "{}" })));
    },
  };
}

async function unlessDoneBefore(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!(error instanceof Error && DONE_BEFORE.has(error.name))) throw error;
  }
}

import type { SFNClient } from "@aws-sdk/client-sfn";
import type { RetrySchedule } from "../../ports/webhooks.ts";
import { awsConfiguration } from "./configuration.ts";

/** The state machine that waits and tries again, as a Step Functions execution named after the delivery and its round. */
export function stepFunctionsRetries(stateMachineArn: string): RetrySchedule {
  let client: SFNClient | undefined;
  return {
    async start(input) {
      const sdk = await import("./sdk/step-functions.ts");
      client ??= new sdk.SFNClient(awsConfiguration("states"));
      const request = { stateMachineArn, name: `${input.delivery}-${input.round}`, input: JSON.stringify(input) };
      try {
        await client.send(new sdk.StartExecutionCommand(request));
      } catch (error) {
        if (!(error instanceof Error && error.name === "ExecutionAlreadyExists")) throw error;
      }
    },
  };
}

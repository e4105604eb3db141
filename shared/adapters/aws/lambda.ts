import type { LambdaClient } from "@aws-sdk/client-lambda";
import { awsConfiguration } from "./configuration.ts";

let client: LambdaClient | undefined;

async function lambda() {
  const sdk = await import("./sdk/lambda.ts");
  client ??= new sdk.LambdaClient(awsConfiguration("lambda"));
  return { sdk, client };
}

/** Hands an event to a function and doesn't wait for it. */
export async function invokeLater(functionName: string, event: unknown): Promise<void> {
  const { sdk, client } = await lambda();
  const Payload = Buffer.from(JSON.stringify(event));
  await client.send(new sdk.InvokeCommand({ FunctionName: functionName, InvocationType: "Event", Payload }));
}

/** Runs a function and gives its answer. @throws Error when the function itself failed */
export async function invoke(functionName: string, event: unknown): Promise<unknown> {
  const { sdk, client } = await lambda();
  const request = new sdk.InvokeCommand({ FunctionName: functionName, Payload: Buffer.from(JSON.stringify(event)) });
  const { FunctionError, Payload } = await client.send(request);
  const answer = Buffer.from(Payload ?? []).toString("utf8");
  if (FunctionError) throw new Error(`${functionName} failed: ${answer.slice(0, 500)}`);
  return JSON.parse(answer);
}

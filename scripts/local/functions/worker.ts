import * as nodeModule from "node:module";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import type { InvocationMessage, WorkerSetup } from "./instance.ts";

/** The inside of one instance: loads the handler once, then answers one event at a time, as JSON text. */
const setup = workerData as WorkerSetup;
const port = parentPort!;

type Handler = (event: unknown, context: object) => unknown;

try {
  if (setup.compileCache) nodeModule.enableCompileCache(setup.compileCache);
  const module = (await import(pathToFileURL(setup.file).href)) as Record<string, unknown>;
  const handler = module[setup.handler];
  if (typeof handler !== "function") throw new TypeError(`${setup.file} exports no function ${setup.handler}`);
  port.on("message", (message: InvocationMessage) => void answer(handler as Handler, message));
  port.postMessage({ ready: true });
  nodeModule.flushCompileCache();
} catch (error) {
  port.postMessage({ unusable: failureOf(error) });
}

async function answer(handler: Handler, { event, requestId, deadline }: InvocationMessage): Promise<void> {
  try {
    const result = await handler(JSON.parse(event), context(requestId, deadline));
    port.postMessage({ result: JSON.stringify(result) ?? "null" });
  } catch (error) {
    port.postMessage({ failure: failureOf(error) });
  }
}

function context(awsRequestId: string, deadline: number): object {
  return {
    awsRequestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: process.env["AWS_LAMBDA_FUNCTION_NAME"],
    functionVersion: "$LATEST",
    invokedFunctionArn: setup.arn,
    memoryLimitInMB: process.env["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"],
    logGroupName: process.env["AWS_LAMBDA_LOG_GROUP_NAME"],
    logStreamName: process.env["AWS_LAMBDA_LOG_STREAM_NAME"],
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

function failureOf(error: unknown): object {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? "").split("\n") };
}

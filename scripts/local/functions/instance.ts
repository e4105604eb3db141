import { randomUUID } from "node:crypto";
import type { Writable } from "node:stream";
import { Worker } from "node:worker_threads";
import type { FunctionDefinition } from "./definition.ts";
import { type FailurePayload, FunctionFailure } from "./failure.ts";

export type WorkerSetup = { file: string; handler: string; arn: string; compileCache?: string };
export type InvocationMessage = { event: string; requestId: string; deadline: number };
type Answer = { ready: true } | { unusable: FailurePayload } | { result: string } | { failure: FailurePayload };

export type InstanceOptions = {
  /** What every function's environment holds beside its own variables. */
  environment: Record<string, string>;
  /** Folder where compiled code is kept for the next start. */
  compileCache?: string;
  /** Where what functions print goes. */
  log: Writable;
};

/** One running copy of a function, in a worker thread with an environment of its own. */
export type Instance = {
  /** Resolves when it can take events; rejects with a FunctionFailure when its module does not load. */
  ready: Promise<void>;
  /** Answers one event; JSON text in and out. After a FunctionFailure look at `isAlive`. */
  invoke(event: string): Promise<string>;
  isAlive(): boolean;
  stop(): Promise<void>;
};

export function startInstance(definition: FunctionDefinition, options: InstanceOptions): Instance {
  const worker = startWorker(definition, options);
  let alive = true;
  let settle: (answer: Answer) => void = () => undefined;
  const nextAnswer = () =>
    new Promise<Answer>((done) => {
      settle = done;
    });
  const end = (failure: FailurePayload) => {
    alive = false;
    settle({ failure });
  };
  worker.on("message", (answer: Answer) => settle(answer));
  worker.on("error", (error: Error) => end({ errorType: error.name, errorMessage: error.message }));
  worker.on("exit", (code) =>
    end({ errorType: "Runtime.ExitError", errorMessage: `the runtime ended with code ${code}` }),
  );

  const stop = async () => {
    alive = false;
    await worker.terminate();
  };
  const ready = nextAnswer().then(async (answer) => {
    if ("ready" in answer) return;
    await stop();
    throw new FunctionFailure("unusable" in answer ? answer.unusable : unexpected(answer));
  });

  const invoke = async (event: string) => {
    const milliseconds = definition.timeoutSeconds * 1000;
    const timer = setTimeout(() => {
      end(timedOut(definition.timeoutSeconds));
      void worker.terminate();
    }, milliseconds);
    const answered = nextAnswer();
    const message: InvocationMessage = { event, requestId: randomUUID(), deadline: Date.now() + milliseconds };
    worker.postMessage(message);
    const answer = await answered.finally(() => clearTimeout(timer));
    if ("result" in answer) return answer.result;
    throw new FunctionFailure(unexpected(answer));
  };
  return { ready, invoke, stop, isAlive: () => alive };
}

function startWorker(definition: FunctionDefinition, options: InstanceOptions): Worker {
  const { file, handler, arn, name, memoryMegabytes } = definition;
  const setup: WorkerSetup = { file, handler, arn, compileCache: options.compileCache };
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    env: { ...options.environment, ...lambdaVariables(definition), ...definition.environment },
    workerData: setup,
    execArgv: ["--no-warnings"],
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    stdout: true,
    stderr: true,
    name,
  });
  worker.stdout.on("data", (text) => options.log.write(text));
  worker.stderr.on("data", (text) => options.log.write(text));
  worker.unref();
  return worker;
}

function lambdaVariables({ name, memoryMegabytes, handler }: FunctionDefinition): Record<string, string> {
  return {
    TZ: "UTC",
    _HANDLER: `index.${handler}`,
    AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMegabytes),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: "local",
  };
}

function timedOut(seconds: number): FailurePayload {
  return { errorType: "Sandbox.Timedout", errorMessage: `Task timed out after ${seconds.toFixed(2)} seconds` };
}

function unexpected(answer: Answer): FailurePayload {
  if ("failure" in answer) return answer.failure;
  return { errorType: "Runtime.Unknown", errorMessage: `an answer out of turn: ${JSON.stringify(answer)}` };
}

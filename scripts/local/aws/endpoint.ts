import type { IncomingMessage, ServerResponse } from "node:http";
import { asObject, type JsonObject, messageOf } from "../json.ts";
import type { Handler } from "../listen.ts";
import type { LambdaService } from "./lambda-service.ts";
import { ServiceError } from "./service-error.ts";

/** One operation of an AWS service: its request to its response, both as the service's JSON. */
export type Operation = (request: JsonObject) => unknown;

export type Services = {
  /** By the value of `X-Amz-Target`, as `AWSStepFunctions.StartExecution`. */
  operations: Record<string, Operation>;
  lambda: LambdaService;
  /** Told of every request nobody serves, in a sentence. */
  report: (sentence: string) => void;
};

/** The endpoint that the functions' AWS clients talk to through `AWS_ENDPOINT_URL`. What it does not serve, it refuses. */
export function awsEndpoint(services: Services): Handler {
  return async (message, response) => {
    try {
      const body = await readText(message);
      if (services.lambda.serves(message)) await services.lambda.handle({ message, response, body });
      else await operate({ services, message, response }, body);
    } catch (error) {
      if (!(error instanceof ServiceError)) services.report(messageOf(error));
      refuse(message, response, error);
    }
  };
}

async function readText(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

type Exchange = { services: Services; message: IncomingMessage; response: ServerResponse };

async function operate({ services, message, response }: Exchange, body: string): Promise<void> {
  const target = String(message.headers["x-amz-target"] ?? `${message.method} ${message.url}`);
  const operation = services.operations[target];
  if (!operation) {
    services.report(`the local AWS endpoint does not serve ${target}`);
    throw new ServiceError("UnknownOperationException", `not served here: ${target}`, 404);
  }
  const result = await operation(asObject(JSON.parse(body || "{}"), "a request"));
  response.writeHead(200, { "content-type": contentType(message) });
  response.end(JSON.stringify(result ?? {}));
}

function refuse(message: IncomingMessage, response: ServerResponse, error: unknown): void {
  const [code, status] = error instanceof ServiceError ? [error.code, error.status] : ["InternalFailure", 500];
  response.writeHead(status, { "content-type": contentType(message), "x-amzn-errortype": code });
  response.end(JSON.stringify({ __type: code, message: messageOf(error) }));
}

function contentType(message: IncomingMessage): string {
  return message.headers["content-type"] ?? "application/json";
}

import type { IncomingMessage, ServerResponse } from "node:http";
import type { AsynchronousInvocations } from "../functions/asynchronous.ts";
import { FunctionFailure } from "../functions/failure.ts";
import { type Functions, functionName } from "../functions/functions.ts";
import type { Json } from "../json.ts";
import { ServiceError } from "./service-error.ts";

/** Lambda's Invoke, which is plain REST: `POST /2015-03-31/functions/{name}/invocations`. */
export type LambdaService = {
  serves(message: IncomingMessage): boolean;
  handle(exchange: { message: IncomingMessage; response: ServerResponse; body: string }): Promise<void>;
};

const INVOCATION = /^\/2015-03-31\/functions\/([^/]+)\/invocations(?:\?.*)?$/;

export function lambdaService(functions: Functions, asynchronous: AsynchronousInvocations): LambdaService {
  return {
    serves: (message) => message.method === "POST" && INVOCATION.test(message.url ?? ""),
    handle: async ({ message, response, body }) => {
      const name = functionName(decodeURIComponent(INVOCATION.exec(message.url ?? "")![1]!));
      const event = parse(body);
      const type = message.headers["x-amz-invocation-type"] ?? "RequestResponse";
      if (type === "RequestResponse") return invoke(functions, { name, event, response });
      if (type !== "Event")
        throw new ServiceError("InvalidParameterValueException", `no local invocation type ${type}`);
      if (!functions.names().includes(name)) {
        throw new ServiceError("ResourceNotFoundException", `Function not found: ${name}`, 404);
      }
      asynchronous.send(name, event);
      response.writeHead(202).end();
    },
  };
}

function parse(body: string): Json {
  try {
    return JSON.parse(body || "{}") as Json;
  } catch {
    throw new ServiceError("InvalidRequestContentException", "could not parse the payload as JSON");
  }
}

type Call = { name: string; event: Json; response: ServerResponse };

async function invoke(functions: Functions, { name, event, response }: Call): Promise<void> {
  const headers = { "content-type": "application/json", "x-amz-executed-version": "$LATEST" };
  try {
    const result = await functions.invoke(name, event);
    response.writeHead(200, headers).end(JSON.stringify(result));
  } catch (error) {
    if (!(error instanceof FunctionFailure)) throw error;
    response.writeHead(200, { ...headers, "x-amz-function-error": "Unhandled" }).end(JSON.stringify(error.payload));
  }
}

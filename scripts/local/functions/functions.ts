import { ServiceError } from "../aws/service-error.ts";
import type { Json } from "../json.ts";
import type { FunctionDefinition } from "./definition.ts";
import { FunctionFailure } from "./failure.ts";
import type { InstanceOptions } from "./instance.ts";
import { createPool, type Pool } from "./pool.ts";

/** Bytes of JSON that an event or an answer may have. */
const LARGEST_PAYLOAD = 6 * 1024 * 1024;

export type Functions = {
  names(): string[];
  /**
   * Invokes by name or ARN and waits for the answer.
   * @throws ServiceError for an unknown function or an event too large; FunctionFailure where the function fails
   */
  invoke(nameOrArn: string, event: Json): Promise<Json>;
  warm(nameOrArn: string): Promise<void>;
  close(): Promise<void>;
};

/** The functions of a template, each in worker threads of its own. */
export function createFunctions(definitions: FunctionDefinition[], options: InstanceOptions): Functions {
  const pools = new Map(definitions.map((definition) => [definition.name, createPool(definition, options)]));
  return {
    names: () => [...pools.keys()],
    invoke: async (nameOrArn, event) => {
      const pool = poolOf(pools, nameOrArn);
      const text = JSON.stringify(event);
      if (Buffer.byteLength(text) > LARGEST_PAYLOAD) {
        throw new ServiceError("RequestTooLargeException", `the event for ${nameOrArn} is too large`, 413);
      }
      const answer = await pool.invoke(text);
      if (Buffer.byteLength(answer) > LARGEST_PAYLOAD) {
        throw new FunctionFailure({
          errorType: "Function.ResponseSizeTooLarge",
          errorMessage: `the answer of ${nameOrArn} is larger than ${LARGEST_PAYLOAD} bytes`,
        });
      }
      return JSON.parse(answer) as Json;
    },
    warm: (nameOrArn) => poolOf(pools, nameOrArn).warm(),
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}

function poolOf(pools: Map<string, Pool>, nameOrArn: string): Pool {
  const name = functionName(nameOrArn);
  const pool = pools.get(name);
  if (!pool) throw new ServiceError("ResourceNotFoundException", `Function not found: ${nameOrArn}`, 404);
  return pool;
}

/** The name in a function's name, ARN or qualified ARN. */
export function functionName(nameOrArn: string): string {
  return /:function:([^:]+)/.exec(nameOrArn)?.[1] ?? nameOrArn;
}

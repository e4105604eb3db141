import { format, inspect } from "../inspect.ts";
import { isDeepStrictEqual } from "./assert.ts";

type Callback = (fault: unknown, value?: unknown) => void;
type WithCallback = (...parameters: unknown[]) => void;

function promisify(action: WithCallback): (...parameters: unknown[]) => Promise<unknown> {
  return function (this: unknown, ...parameters) {
    return new Promise((resolve, reject) => {
      const done: Callback = (fault, value) => (fault ? reject(fault) : resolve(value));
      action.call(this, ...parameters, done);
    });
  };
}

function inherits(maker: { prototype: object; super_?: unknown }, parent: { prototype: object }): void {
  maker.super_ = parent;
  Object.setPrototypeOf(maker.prototype, parent.prototype);
}

/** The part of `node:util` that programs use. */
export const util = {
  inspect: (value: unknown) => (typeof value === "string" ? `'${value}'` : inspect(value)),
  ...{ format, promisify, inherits, isDeepStrictEqual },
  types: {
    isDate: (value: unknown) => value instanceof Date,
    isPromise: (value: unknown) => value instanceof Promise,
    isRegExp: (value: unknown) => value instanceof RegExp,
    isMap: (value: unknown) => value instanceof Map,
    isSet: (value: unknown) => value instanceof Set,
  },
};

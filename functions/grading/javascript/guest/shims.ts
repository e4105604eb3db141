import { assert } from "./shims/assert.ts";
import { Buffer } from "./shims/buffer.ts";
import { events } from "./shims/events.ts";
import { URL, URLSearchParams } from "./shims/url.ts";
import { util } from "./shims/util.ts";
import * as timers from "./timers.ts";

const { setTimeout, setInterval, setImmediate, clearTimer, promises } = timers;

/** Small subsets of Node's modules, by the name a program asks for (with or without `node:`). */
const SHIMS: Record<string, unknown> = {
  events,
  assert,
  "assert/strict": assert,
  util,
  buffer: { Buffer },
  url: { URL, URLSearchParams },
  timers: {
    ...{ setTimeout, setInterval, setImmediate, promises },
    clearTimeout: clearTimer,
    clearInterval: clearTimer,
    clearImmediate: clearTimer,
  },
  "timers/promises": promises,
};

/** @throws Error for a module that the sandbox doesn't have. */
export function requireShim(name: unknown): unknown {
  const plain = String(name).replace(/^node:/, "");
  if (!Object.hasOwn(SHIMS, plain)) throw new Error(`Cannot find module '${name}': the sandbox doesn't have it`);
  return SHIMS[plain];
}

import { defineGlobal, now } from "./primordials.ts";
import { Buffer } from "./shims/buffer.ts";
import { base64Bytes, base64Text, utf8Bytes, utf8Text } from "./shims/text.ts";
import { URL, URLSearchParams } from "./shims/url.ts";
import { queueMicrotask } from "./timers.ts";

class TextEncoder {
  readonly encoding = "utf-8";
  encode(text = ""): Uint8Array {
    return new Uint8Array(utf8Bytes(text));
  }
}

class TextDecoder {
  readonly encoding = "utf-8";
  decode(bytes: ArrayBuffer | ArrayBufferView = new Uint8Array()): string {
    return utf8Text(
      ArrayBuffer.isView(bytes)
        ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
        : new Uint8Array(bytes),
    );
  }
}

/** A deep copy that keeps dates, maps, sets, typed arrays and cycles. @throws TypeError for functions and symbols. */
function structuredClone(value: unknown, seen = new Map<unknown, unknown>()): unknown {
  if (typeof value === "function" || typeof value === "symbol")
    throw new TypeError(`${String(value)} could not be cloned`);
  if (typeof value !== "object" || value === null) return value;
  return seen.get(value) ?? cloneObject(value, seen);
}

function cloneObject(value: object, seen: Map<unknown, unknown>): unknown {
  if (value instanceof Date) return new Date(value);
  if (value instanceof RegExp) return new RegExp(value.source, value.flags);
  if (value instanceof Error) return Object.assign(new Error(value.message), { name: value.name });
  if (ArrayBuffer.isView(value)) return (value as Uint8Array).slice();
  if (value instanceof Map) return cloneMap(value, seen);
  if (value instanceof Set) return cloneSet(value, seen);
  return cloneMembers(value, seen);
}

function cloneMap(map: Map<unknown, unknown>, seen: Map<unknown, unknown>): unknown {
  const copy = new Map();
  seen.set(map, copy);
  for (const [key, value] of map) copy.set(structuredClone(key, seen), structuredClone(value, seen));
  return copy;
}

function cloneSet(set: Set<unknown>, seen: Map<unknown, unknown>): unknown {
  const copy = new Set();
  seen.set(set, copy);
  for (const value of set) copy.add(structuredClone(value, seen));
  return copy;
}

function cloneMembers(value: object, seen: Map<unknown, unknown>): unknown {
  const copy: Record<string, unknown> = Array.isArray(value) ? (new Array(value.length) as never) : {};
  seen.set(value, copy);
  for (const key of Object.keys(value)) copy[key] = structuredClone((value as Record<string, unknown>)[key], seen);
  return copy;
}

type Callback = (...parameters: unknown[]) => unknown;

/** Globals that programs written for Node or a browser expect. There is no network, no file and no environment. */
export function installWebGlobals(): void {
  const started = now();
  const globals = {
    ...{ TextEncoder, TextDecoder, URL, URLSearchParams, Buffer },
    structuredClone: (value: unknown) => structuredClone(value),
    performance: { now: () => now() - started, timeOrigin: started },
    atob: (text: string) => String.fromCharCode(...base64Bytes(text)),
    btoa: (text: string) => base64Text(Array.from(text, (character) => character.charCodeAt(0))),
    process: {
      env: {},
      argv: [],
      nextTick: (callback: Callback, ...parameters: unknown[]) => queueMicrotask(() => callback(...parameters)),
    },
  };
  for (const [name, value] of Object.entries(globals)) defineGlobal(name, value);
}

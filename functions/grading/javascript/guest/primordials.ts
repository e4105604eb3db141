/*
 * Built-ins that the harness relies on, taken before the candidate's program is loaded, so that a program that changes
 * them changes nothing for the harness.
 */
export const { apply, construct, defineProperty, deleteProperty, getPrototypeOf, ownKeys } = Reflect;
export const { isArray } = Array;
export const { parse, stringify } = JSON;
export const { min, max } = Math;
export const toText = String;
export const toNumber = Number;
export const now = Date.now;

const { then } = Promise.prototype;
const { resolve } = Promise;
const PromiseMaker = Promise;

/** `value` as a promise, with both handlers attached. */
export function settle(value: unknown, onValue: (value: unknown) => void, onFault: (fault: unknown) => void): void {
  apply(then, apply(resolve, PromiseMaker, [value]), [onValue, onFault]);
}

/** Adds a global that a program may replace, as it may replace any in Node. */
export function defineGlobal(name: string, value: unknown): void {
  defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
}

import { encodeValue } from "../../../../../shared/domain/grading/encode-value.ts";
import { inspect } from "../inspect.ts";

export class AssertionError extends Error {
  override readonly name = "AssertionError";
  readonly code = "ERR_ASSERTION";
}

type Message = string | Error | undefined;

function check(holds: boolean, message: Message, otherwise: () => string): void {
  if (holds) return;
  throw message instanceof Error ? message : new AssertionError(message ?? otherwise());
}

/** Whether two values are alike all the way down, told by their encodings. */
export const isDeepStrictEqual = (left: unknown, right: unknown): boolean => encodeValue(left) === encodeValue(right);

const differ = (left: unknown, right: unknown) => () => `${inspect(left)} is not equal to ${inspect(right)}`;
const areAlike = (left: unknown, right: unknown) => () => `${inspect(left)} should differ from ${inspect(right)}`;

const ok = (value: unknown, message?: Message) =>
  check(Boolean(value), message, () => `${inspect(value)} is not truthy`);

function throws(action: () => unknown, _expected?: unknown, message?: Message): void {
  let thrown = false;
  try {
    action();
  } catch {
    thrown = true;
  }
  check(thrown, message, () => "Missing expected exception.");
}

async function rejects(action: Promise<unknown> | (() => Promise<unknown>), _expected?: unknown): Promise<void> {
  const rejected = await (typeof action === "function" ? action() : action).then(
    () => false,
    () => true,
  );
  check(rejected, undefined, () => "Missing expected rejection.");
}

const equal = (left: unknown, right: unknown, message?: Message) =>
  check(Object.is(left, right), message, differ(left, right));
const notEqual = (left: unknown, right: unknown, message?: Message) =>
  check(!Object.is(left, right), message, areAlike(left, right));
const deepEqual = (left: unknown, right: unknown, message?: Message) =>
  check(isDeepStrictEqual(left, right), message, differ(left, right));
const notDeepEqual = (left: unknown, right: unknown, message?: Message) =>
  check(!isDeepStrictEqual(left, right), message, areAlike(left, right));

const checks = {
  ...{ ok, equal, notEqual, deepEqual, notDeepEqual, throws, rejects, AssertionError },
  strictEqual: equal,
  notStrictEqual: notEqual,
  deepStrictEqual: deepEqual,
  notDeepStrictEqual: notDeepEqual,
  match: (text: string, pattern: RegExp, message?: Message) =>
    check(pattern.test(text), message, () => `${inspect(text)} doesn't match ${pattern}`),
  fail: (message?: Message) => check(false, message, () => "Failed"),
};

/** Node's `assert`; every comparison is the strict one. */
export const assert = Object.assign((value: unknown, message?: Message) => ok(value, message), checks);

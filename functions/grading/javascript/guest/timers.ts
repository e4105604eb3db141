import { apply, defineGlobal, deleteProperty, max, min, now, settle, toNumber } from "./primordials.ts";

type Timer = { id: number; due: number; run: () => void; every: number | undefined };

const LONGEST_DELAY = 2_147_483_647;
/** Timers that wait, the next one first; of those due together, the one that was set first. */
const waiting: Timer[] = [];
let lastId = 0;

function insert(timer: Timer): void {
  let place = waiting.length;
  while (place > 0 && waiting[place - 1]!.due > timer.due) {
    waiting[place] = waiting[place - 1]!;
    place--;
  }
  waiting[place] = timer;
}

function removeAt(place: number): void {
  for (let index = place; index < waiting.length - 1; index++) waiting[index] = waiting[index + 1]!;
  waiting.length -= 1;
}

type Callback = (...parameters: unknown[]) => unknown;
type Schedule = { delay: unknown; repeats: boolean; parameters: unknown[] };

function add(callback: Callback, { delay, repeats, parameters }: Schedule): number {
  if (typeof callback !== "function") throw new TypeError("The callback must be a function");
  const wait = min(LONGEST_DELAY, max(1, toNumber(delay) || 1));
  const run = () => {
    apply(callback, undefined, parameters);
  };
  lastId += 1;
  insert({ id: lastId, due: now() + wait, run, every: repeats ? wait : undefined });
  return lastId;
}

export function setTimeout(callback: Callback, delay?: unknown, ...parameters: unknown[]): number {
  return add(callback, { delay, repeats: false, parameters });
}

export function setInterval(callback: Callback, delay?: unknown, ...parameters: unknown[]): number {
  return add(callback, { delay, repeats: true, parameters });
}

export function setImmediate(callback: Callback, ...parameters: unknown[]): number {
  return add(callback, { delay: 0, repeats: false, parameters });
}

export function clearTimer(id: unknown): void {
  for (let index = 0; index < waiting.length; index++) {
    if (waiting[index]!.id === id) removeAt(index);
  }
}

export function queueMicrotask(callback: Callback): void {
  if (typeof callback !== "function") throw new TypeError("The callback must be a function");
  settle(
    undefined,
    () => callback(),
    () => undefined,
  );
}

/** When the next timer is due, in milliseconds of the virtual clock; -1 where none waits. */
export const nextDue = (): number => waiting[0]?.due ?? -1;

/** Runs the next timer. The host has moved the clock to its time. */
export function runNext(): void {
  const timer = waiting[0]!;
  removeAt(0);
  if (timer.every !== undefined) insert({ ...timer, due: timer.due + timer.every });
  timer.run();
}

/** The functions of `node:timers/promises` that a program needs most. */
export const promises = {
  setTimeout: (delay?: unknown, value?: unknown) =>
    new Promise((resolve) => {
      setTimeout(() => resolve(value), delay);
    }),
  setImmediate: (value?: unknown) =>
    new Promise((resolve) => {
      setImmediate(() => resolve(value));
    }),
};

export function installTimers(): void {
  const globals = { setTimeout, setInterval, setImmediate, queueMicrotask };
  for (const [name, value] of Object.entries(globals)) defineGlobal(name, value);
  for (const name of ["clearTimeout", "clearInterval", "clearImmediate"]) defineGlobal(name, clearTimer);
  deleteProperty(globalThis, "print");
}

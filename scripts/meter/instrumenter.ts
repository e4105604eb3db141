import { type Chunk, concat, cursor, readByte, readUnsigned, signed, unsigned } from "./bytes.ts";
import { BULK_MEMORY, OP, skipImmediates, skipValueType, TYPE } from "./opcodes.ts";

/** Where the meter's own parts stand in the module that is being rewritten. */
export type Meter = {
  /** Global index of the fuel. */
  fuel: number;
  /** Function to call when the fuel is empty; left out: trap. */
  onEmpty?: number | undefined;
  /** The C stack pointer and the lowest value it may take; left out: not watched. */
  stack?: { global: number; floor: number } | undefined;
};

/**
 * No stretch of code costs more than this however long it is: a function's early exits would otherwise pay for
 * instructions that never run.
 */
const MAX_WEIGHT = 8;
/** One unit of fuel for each 16 bytes that `memory.copy` and `memory.fill` touch. */
const BULK_SHIFT = 4;

/** A function entry or loop head: the place where a stretch of code pays, and how much. */
type Stretch = { at: number; weight: number; isEntry: boolean };
type Scan = { stretches: Stretch[]; bulk: number[] };

/**
 * The function body (as in the code section, length left out) with `fuel -= weight; stop if below zero` at its entry
 * and every loop head, and the bytes of bulk memory instructions charged before them.
 */
export function instrumentBody(body: Uint8Array, parameters: number, meter: Meter): Uint8Array {
  const locals = readLocals(body);
  const scan = scanCode(body, locals.end);
  const insertions = [
    ...scan.stretches.map((stretch) => ({ at: stretch.at, code: chargeStretch(stretch, meter) })),
    ...scan.bulk.map((at) => ({ at, code: chargeBulk(parameters + locals.count, meter) })),
  ].sort((a, b) => a.at - b.at);
  const declarations = scan.bulk.length > 0 ? withScratchLocal(body, locals) : body.subarray(0, locals.end);
  return concat([declarations, ...weave(body, locals.end, insertions)]);
}

function readLocals(body: Uint8Array): { groups: number; start: number; end: number; count: number } {
  const from = cursor(body);
  const groups = readUnsigned(from);
  const start = from.at;
  let count = 0;
  for (let group = 0; group < groups; group++) {
    count += readUnsigned(from);
    skipValueType(from);
  }
  return { groups, start, end: from.at, count };
}

function withScratchLocal(body: Uint8Array, locals: { groups: number; start: number; end: number }): Uint8Array {
  return concat([unsigned(locals.groups + 1), body.subarray(locals.start, locals.end), [1, TYPE.i32]]);
}

/** Counts each instruction into the innermost loop around it, or into the function where there is none. */
function scanCode(body: Uint8Array, start: number): Scan {
  const from = cursor(body, start);
  const entry: Stretch = { at: start, weight: 0, isEntry: true };
  const scan: Scan = { stretches: [entry], bulk: [] };
  const enclosing: Stretch[] = [entry];
  while (enclosing.length > 0) {
    const at = from.at;
    const op = readByte(from);
    const current = enclosing[enclosing.length - 1]!;
    current.weight++;
    if (op === OP.bulk && BULK_MEMORY.has(readUnsigned(cursor(body, from.at)))) scan.bulk.push(at);
    skipImmediates(op, from);
    if (op === OP.loop) {
      const loop: Stretch = { at: from.at, weight: 0, isEntry: false };
      scan.stretches.push(loop);
      enclosing.push(loop);
    } else if (opensBlock(op)) enclosing.push(current);
    else if (op === OP.end || op === OP.delegate) enclosing.pop();
  }
  return scan;
}

const opensBlock = (op: number): boolean => op === OP.block || op === OP.if || op === OP.try || op === OP.tryTable;

function weave(body: Uint8Array, start: number, insertions: { at: number; code: number[] }[]): Chunk[] {
  const chunks: Chunk[] = [];
  let done = start;
  for (const { at, code } of insertions) {
    chunks.push(body.subarray(done, at), code);
    done = at;
  }
  return [...chunks, body.subarray(done)];
}

function chargeStretch({ weight, isEntry }: Stretch, meter: Meter): number[] {
  const fuel = unsigned(meter.fuel);
  const stop = meter.onEmpty === undefined ? [OP.unreachable] : [OP.call, ...unsigned(meter.onEmpty)];
  const price = signed(Math.min(MAX_WEIGHT, Math.max(1, weight)));
  const pay = [OP.globalGet, ...fuel, OP.i64Const, ...price, OP.i64Subtract, OP.globalSet, ...fuel];
  const check = [OP.globalGet, ...fuel, OP.i64Const, 0, OP.i64LessSigned, OP.if, TYPE.none, ...stop, OP.end];
  return [...pay, ...check, ...(isEntry && meter.stack ? guardStack(meter.stack) : [])];
}

function guardStack({ global, floor }: { global: number; floor: number }): number[] {
  const isBelow = [OP.globalGet, ...unsigned(global), OP.i32Const, ...signed(floor), OP.i32LessUnsigned];
  return [...isBelow, OP.if, TYPE.none, OP.unreachable, OP.end];
}

/** Stands before the instruction, with the byte count on top of the stack, and leaves it there. */
function chargeBulk(scratch: number, meter: Meter): number[] {
  const fuel = unsigned(meter.fuel);
  const local = unsigned(scratch);
  const keepCount = [OP.localTee, ...local];
  const price = [OP.localGet, ...local, OP.i64ExtendUnsigned, OP.i64Const, BULK_SHIFT, OP.i64ShiftRightUnsigned];
  return [...keepCount, OP.globalGet, ...fuel, ...price, OP.i64Subtract, OP.globalSet, ...fuel];
}

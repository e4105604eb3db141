import { type Cursor, readByte, readUnsigned, skipNumber } from "./bytes.ts";

/** The WebAssembly instructions this tool writes or has to tell apart. */
export const OP = {
  unreachable: 0x00,
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  try: 0x06,
  end: 0x0b,
  call: 0x10,
  delegate: 0x18,
  tryTable: 0x1f,
  localGet: 0x20,
  localTee: 0x22,
  globalGet: 0x23,
  globalSet: 0x24,
  i32Store: 0x36,
  i32Const: 0x41,
  i64Const: 0x42,
  i32LessUnsigned: 0x49,
  i64LessSigned: 0x53,
  i64Subtract: 0x7d,
  i64ShiftRightUnsigned: 0x88,
  i64ExtendUnsigned: 0xad,
  bulk: 0xfc,
} as const;

export const TYPE = { i32: 0x7f, i64: 0x7e, function: 0x60, none: 0x40 } as const;
/** The second byte of `memory.copy` and `memory.fill`, after {@link OP.bulk}. */
export const BULK_MEMORY = new Set([10, 11]);

type Skip = (from: Cursor) => void;

const oneNumber: Skip = skipNumber;
const twoNumbers: Skip = (from) => {
  skipNumber(from);
  skipNumber(from);
};
const bytes =
  (count: number): Skip =>
  (from) => {
    from.at += count;
  };
/** Alignment (whose bit 6 announces a memory index) and offset. */
const memoryArgument: Skip = (from) => {
  if (readUnsigned(from) & 0x40) skipNumber(from);
  skipNumber(from);
};

export const skipValueType: Skip = (from) => {
  const type = readByte(from);
  const isReferenceWithHeapType = type === 0x63 || type === 0x64;
  if (isReferenceWithHeapType) skipNumber(from);
};

const vectorOf =
  (each: Skip, extra = 0): Skip =>
  (from) => {
    for (let left = readUnsigned(from) + extra; left > 0; left--) each(from);
  };

const catchClause: Skip = (from) => {
  const namesTag = readByte(from) < 2;
  if (namesTag) skipNumber(from);
  skipNumber(from);
};
const tryTable: Skip = (from) => {
  skipNumber(from);
  vectorOf(catchClause)(from);
};

const bulk: Skip = (from) => {
  const code = readUnsigned(from);
  const takesTwo = code === 8 || code === 10 || code === 12 || code === 14;
  if (takesTwo) twoNumbers(from);
  else if (code >= 9) skipNumber(from);
};

const vectorInstruction: Skip = (from) => {
  const code = readUnsigned(from);
  if (code <= 11 || code === 92 || code === 93) memoryArgument(from);
  else if (code === 12 || code === 13) from.at += 16;
  else if (code >= 21 && code <= 34) from.at++;
  else if (code >= 84 && code <= 91) {
    memoryArgument(from);
    from.at++;
  }
};

const atomic: Skip = (from) => {
  const isFence = readUnsigned(from) === 3;
  if (isFence) from.at++;
  else memoryArgument(from);
};

const WITH_ONE_NUMBER = [
  ...[0x02, 0x03, 0x04, 0x06, 0x07, 0x08, 0x09, 0x0c, 0x0d, 0x10, 0x12, 0x14, 0x15, 0x18],
  ...[0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x3f, 0x40, 0x41, 0x42, 0xd0, 0xd2],
];

const IMMEDIATES = new Map<number, Skip>([
  ...WITH_ONE_NUMBER.map((op): [number, Skip] => [op, oneNumber]),
  ...Array.from({ length: 0x3e - 0x28 + 1 }, (_, index): [number, Skip] => [0x28 + index, memoryArgument]),
  [0x0e, vectorOf(skipNumber, 1)],
  [0x11, twoNumbers],
  [0x13, twoNumbers],
  [0x1c, vectorOf(skipValueType)],
  [0x1f, tryTable],
  [0x43, bytes(4)],
  [0x44, bytes(8)],
  [0xfc, bulk],
  [0xfd, vectorInstruction],
  [0xfe, atomic],
]);

/** Moves past the immediates of the instruction whose opcode was just read. */
export function skipImmediates(op: number, from: Cursor): void {
  IMMEDIATES.get(op)?.(from);
}

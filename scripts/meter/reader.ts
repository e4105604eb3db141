import { type Cursor, cursor, readByte, readName, readSigned, readUnsigned, skipNumber } from "./bytes.ts";
import { OP, skipValueType } from "./opcodes.ts";

export const SECTION = { custom: 0, type: 1, import: 2, function: 3, global: 6, export: 7, code: 10, tag: 13 } as const;
const EXTERNAL = { function: 0, table: 1, memory: 2, global: 3, tag: 4 } as const;

export type Section = { id: number; content: Uint8Array };

/** What the instrumenter has to know of a module before it rewrites the code. */
export type Module = {
  header: Uint8Array;
  sections: Section[];
  /** Parameters of each type. */
  parameters: number[];
  /** Type index of each function the module defines itself. */
  functionTypes: number[];
  imported: { functions: number; globals: number };
  definedGlobals: number;
  /** Address held by each exported constant `i32` global: how Emscripten exports a C variable. */
  addresses: Map<string, number>;
};

/** @throws Error for bytes that aren't a WebAssembly module. */
export function readModule(bytes: Uint8Array): Module {
  const magic = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
  if (!magic.every((byte, index) => bytes[index] === byte)) throw new Error("not a WebAssembly 1 module");
  const sections = readSections(bytes);
  const imported = countImports(contentOf(sections, SECTION.import));
  const globals = readGlobals(contentOf(sections, SECTION.global));
  return {
    header: bytes.subarray(0, 8),
    sections,
    parameters: readTypes(contentOf(sections, SECTION.type)),
    functionTypes: readVector(contentOf(sections, SECTION.function), readUnsigned),
    imported,
    definedGlobals: globals.length,
    addresses: readAddresses(contentOf(sections, SECTION.export), { globals, imported: imported.globals }),
  };
}

function readSections(bytes: Uint8Array): Section[] {
  const from = cursor(bytes, 8);
  const sections: Section[] = [];
  while (from.at < bytes.length) {
    const id = readByte(from);
    const length = readUnsigned(from);
    sections.push({ id, content: bytes.subarray(from.at, from.at + length) });
    from.at += length;
  }
  return sections;
}

const EMPTY_VECTOR = Uint8Array.of(0);

function contentOf(sections: Section[], id: number): Uint8Array {
  return sections.find((section) => section.id === id)?.content ?? EMPTY_VECTOR;
}

function readVector<Element>(content: Uint8Array, read: (from: Cursor) => Element): Element[] {
  const from = cursor(content);
  return Array.from({ length: readUnsigned(from) }, () => read(from));
}

function readTypes(content: Uint8Array): number[] {
  return readVector(content, (from) => {
    const form = readByte(from);
    if (form !== 0x60) throw new Error(`type of form ${form} isn't supported`);
    const parameters = skipValueTypes(from);
    skipValueTypes(from);
    return parameters;
  });
}

function skipValueTypes(from: Cursor): number {
  const count = readUnsigned(from);
  for (let index = 0; index < count; index++) skipValueType(from);
  return count;
}

function countImports(content: Uint8Array): { functions: number; globals: number } {
  const kinds = readVector(content, (from) => {
    readName(from);
    readName(from);
    return readImportKind(from);
  });
  const count = (kind: number) => kinds.filter((each) => each === kind).length;
  return { functions: count(EXTERNAL.function), globals: count(EXTERNAL.global) };
}

function readImportKind(from: Cursor): number {
  const kind = readByte(from);
  if (kind === EXTERNAL.function) skipNumber(from);
  else if (kind === EXTERNAL.memory) skipLimits(from);
  else if (kind === EXTERNAL.table) {
    skipValueType(from);
    skipLimits(from);
  } else if (kind === EXTERNAL.global) {
    skipValueType(from);
    from.at++;
  } else {
    from.at++;
    skipNumber(from);
  }
  return kind;
}

function skipLimits(from: Cursor): void {
  const hasMaximum = readByte(from) & 1;
  skipNumber(from);
  if (hasMaximum) skipNumber(from);
}

/** The `i32.const` that each defined global starts with; `undefined` for globals that start otherwise. */
function readGlobals(content: Uint8Array): (number | undefined)[] {
  return readVector(content, (from) => {
    skipValueType(from);
    from.at++;
    return readInitializer(from);
  });
}

function readInitializer(from: Cursor): number | undefined {
  const op = readByte(from);
  const value = op === OP.i32Const ? readSigned(from) : undefined;
  if (op === 0x43) from.at += 4;
  else if (op === 0x44) from.at += 8;
  else if (op !== OP.i32Const) skipNumber(from);
  if (readByte(from) !== OP.end) throw new Error("a global with a computed initial value isn't supported");
  return value;
}

function readAddresses(
  content: Uint8Array,
  { globals, imported }: { globals: (number | undefined)[]; imported: number },
): Map<string, number> {
  const addresses = new Map<string, number>();
  readVector(content, (from) => {
    const exported = readName(from);
    const kind = readByte(from);
    const value = globals[readUnsigned(from) - imported];
    if (kind === EXTERNAL.global && value !== undefined) addresses.set(exported, value);
  });
  return addresses;
}

import { type Chunk, concat, cursor, name, readUnsigned, signed, unsigned } from "./bytes.ts";
import { instrumentBody, type Meter } from "./instrumenter.ts";
import { OP, TYPE } from "./opcodes.ts";
import { type Module, readModule, SECTION, type Section } from "./reader.ts";

/**
 * What happens on empty fuel. `trap`: the instance is done for. `cancel`: the first time, 1 is stored at the exported
 * C variables `flags` (so that the program ends its work in its own way) and `grace` fuel is granted; the second time, trap.
 */
export type Stop = { kind: "trap" } | { kind: "cancel"; flags: readonly string[]; grace: bigint };
export type MeterOptions = { stop: Stop; stack?: { global: number; floor: number } };

/** Name of the exported mutable `i64` global with the fuel left. */
export const FUEL = "__fuel";
/** Name of the exported mutable `i32` global that is 1 once a `cancel` meter ran empty. */
export const CANCELLED = "__cancelled";

const PLENTY = 0x7fff_ffff_ffff_ffffn;
const VOID_FUNCTION = [TYPE.function, 0, 0];
const EXTERNAL_GLOBAL = 3;

type Addition = { items: number; bytes: Chunk };

/**
 * Rewrites a WebAssembly module so that it counts its own steps in the exported global {@link FUEL} and stops when
 * they are used up.
 *
 * @throws Error when a flag isn't an exported variable, or the module uses a form this tool doesn't know.
 */
export function meterModule(bytes: Uint8Array, options: MeterOptions): Uint8Array {
  const module = readModule(bytes);
  const fuel = module.imported.globals + module.definedGlobals;
  const cancels = options.stop.kind === "cancel";
  const onEmpty = cancels ? module.imported.functions + module.functionTypes.length : undefined;
  const meter: Meter = { fuel, onEmpty, stack: options.stack };
  const additions = additionsFor(module, options.stop, fuel);
  const sections = withRoomFor([SECTION.global, SECTION.export], module.sections);
  return concat([module.header, ...sections.flatMap((section) => writeSection(section, { module, meter, additions }))]);
}

function additionsFor(module: Module, stop: Stop, fuel: number): Map<number, Addition> {
  const fuelGlobal = [TYPE.i64, 1, OP.i64Const, ...signed(PLENTY), OP.end];
  const fuelExport = [...name(FUEL), EXTERNAL_GLOBAL, ...unsigned(fuel)];
  if (stop.kind === "trap")
    return new Map([
      [SECTION.global, { items: 1, bytes: fuelGlobal }],
      [SECTION.export, { items: 1, bytes: fuelExport }],
    ]);
  const cancelledGlobal = [TYPE.i32, 1, OP.i32Const, 0, OP.end];
  const cancelledExport = [...name(CANCELLED), EXTERNAL_GLOBAL, ...unsigned(fuel + 1)];
  const body = cancelBody(stop, { fuel, addresses: module.addresses });
  return new Map([
    [SECTION.type, { items: 1, bytes: VOID_FUNCTION }],
    [SECTION.function, { items: 1, bytes: unsigned(module.parameters.length) }],
    [SECTION.global, { items: 2, bytes: [...fuelGlobal, ...cancelledGlobal] }],
    [SECTION.export, { items: 2, bytes: [...fuelExport, ...cancelledExport] }],
    [SECTION.code, { items: 1, bytes: [...unsigned(body.length), ...body] }],
  ]);
}

/** `if (cancelled) trap; cancelled = 1; fuel = grace; for each flag: *flag = 1` */
function cancelBody(
  { flags, grace }: Extract<Stop, { kind: "cancel" }>,
  { fuel, addresses }: { fuel: number; addresses: Map<string, number> },
): number[] {
  const cancelled = unsigned(fuel + 1);
  const trapIfCancelled = [OP.globalGet, ...cancelled, OP.if, TYPE.none, OP.unreachable, OP.end];
  const setCancelled = [OP.i32Const, 1, OP.globalSet, ...cancelled];
  const grantGrace = [OP.i64Const, ...signed(grace), OP.globalSet, ...unsigned(fuel)];
  const raise = flags.flatMap((flag) => {
    const address = addresses.get(flag);
    if (address === undefined) throw new Error(`the module exports no variable ${flag}`);
    return [OP.i32Const, ...signed(address), OP.i32Const, 1, OP.i32Store, 2, 0];
  });
  return [0, ...trapIfCancelled, ...setCancelled, ...grantGrace, ...raise, OP.end];
}

/** The sections with empty ones put in where `needed` are missing, in the order the format asks for. */
function withRoomFor(needed: number[], sections: Section[]): Section[] {
  return needed.reduce((present, id) => {
    if (present.some((section) => section.id === id)) return present;
    const later = present.findIndex((section) => section.id !== SECTION.tag && section.id > id);
    return present.toSpliced(later < 0 ? present.length : later, 0, { id, content: Uint8Array.of(0) });
  }, sections);
}

type Rewriting = { module: Module; meter: Meter; additions: Map<number, Addition> };

function writeSection(section: Section, rewriting: Rewriting): Chunk[] {
  const content = extend(section, rewriting);
  const length = content.reduce((total, chunk) => total + chunk.length, 0);
  return [[section.id, ...unsigned(length)], ...content];
}

function extend({ id, content }: Section, { module, meter, additions }: Rewriting): Chunk[] {
  const isCode = id === SECTION.code;
  const addition = additions.get(id);
  if (!isCode && !addition) return [content];
  const from = cursor(content);
  const count = readUnsigned(from);
  const items = isCode ? instrumentAll(content, module, meter) : [content.subarray(from.at)];
  return [unsigned(count + (addition?.items ?? 0)), ...items, addition?.bytes ?? []];
}

function instrumentAll(content: Uint8Array, module: Module, meter: Meter): Chunk[] {
  const from = cursor(content);
  return Array.from({ length: readUnsigned(from) }, (_, index) => {
    const length = readUnsigned(from);
    const body = content.subarray(from.at, from.at + length);
    from.at += length;
    const rewritten = instrumentBody(body, module.parameters[module.functionTypes[index]!]!, meter);
    return [unsigned(rewritten.length), rewritten];
  }).flat();
}

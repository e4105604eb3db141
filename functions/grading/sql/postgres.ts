import { type Extension, PGlite } from "@electric-sql/pglite";
import { type FilesImage, filesOf } from "./files.ts";
import { type MemoryImage, memoryOf } from "./memory.ts";
import { type Linking, type Randomness, seal } from "./sealed-imports.ts";
import { START_PARAMETERS } from "./start-parameters.ts";

const PAGE = 65_536;
const INITIAL_PAGES = 2_048;
/** 512 MB. */
const MAXIMUM_PAGES = 8_192;
const PLENTY = 0x7fff_ffff_ffff_ffffn;
/** The status with which PGlite's main loop reports an ordinary database error. */
const DATABASE_ERROR = 100;

/** The parts of PostgreSQL on disk: PGlite's file bundle and the base image with the database in it. */
export type PostgresFiles = { bundle: Buffer<ArrayBuffer>; base: Buffer<ArrayBuffer> };

/** The whole of a PostgreSQL at one moment: its memory and its files. */
export type PostgresImage = { memory: MemoryImage; files: FilesImage };

/** A running PostgreSQL with a meter on it. */
export type Postgres = {
  readonly database: PGlite;
  readonly randomness: Randomness;
  capture(): PostgresImage;
  /** Puts everything back as it was in an image of this PostgreSQL, so that the same query then takes the same steps. */
  restore(image: PostgresImage): void;
  setFuel(fuel: number): void;
  /** Takes the limit off, for statements of our own. */
  unlimit(): void;
  fuelLeft(): number;
  /** Whether the fuel ran out and the query was cancelled. */
  wasCancelled(): boolean;
  /** What broke off the work in the middle. */
  fault(): unknown;
  /** Notes a fault that this didn't see itself. */
  break(fault: unknown): void;
  /** Links no library from now on: JavaScript's side of it couldn't be put back. */
  stopLinking(): void;
  /** Whether it must be replaced: it broke off, or its memory grew, which can't be taken back. */
  isBroken(): boolean;
};

type Global<Value> = { value: Value };
type Sealed = {
  exports: WebAssembly.Exports;
  memory: WebAssembly.Memory;
  randomness: Randomness;
  linking: Linking;
  fault: { is: unknown };
};

/** Starts PostgreSQL from its base image. */
export async function openPostgres(module: WebAssembly.Module, { bundle, base }: PostgresFiles): Promise<Postgres> {
  const sealed = {} as Sealed;
  const database = new PGlite({
    pgliteWasmModule: module,
    fsBundle: new Blob([bundle]),
    loadDataDir: new Blob([base]),
    startParams: START_PARAMETERS,
    extensions: { seal: sealingExtension(module, sealed) },
  });
  // A query over all types, for a way of asking that isn't used here.
  database._initArrayTypes = async () => undefined;
  await database.waitReady;
  stopAtFaults(database, sealed.fault);
  replaceRandomDevice(database, sealed.randomness);
  const fuel = sealed.exports["__fuel"] as unknown as Global<bigint>;
  const cancelled = sealed.exports["__cancelled"] as unknown as Global<number>;
  const fill = (value: bigint) => {
    fuel.value = value;
    cancelled.value = 0;
  };
  const memory = memoryOf(sealed.memory, sealed.exports);
  const dataFiles = filesOf(database);
  return {
    database,
    randomness: sealed.randomness,
    capture: () => ({ memory: memory.capture(), files: dataFiles.capture() }),
    restore: (image) => {
      memory.restore(image.memory);
      dataFiles.restore(image.files);
      sealed.randomness.restart();
    },
    setFuel: (amount) => fill(BigInt(amount)),
    unlimit: () => fill(PLENTY),
    fuelLeft: () => Number(fuel.value),
    wasCancelled: () => cancelled.value === 1,
    fault: () => sealed.fault.is,
    break: (fault) => {
      sealed.fault.is ??= fault;
    },
    stopLinking: () => {
      sealed.linking.isAllowed = false;
    },
    isBroken: () => sealed.fault.is !== undefined || sealed.memory.buffer.byteLength > INITIAL_PAGES * PAGE,
  };
}

/** PGlite lets an extension change how its WebAssembly is instantiated: with a memory of ours and sealed imports. */
function sealingExtension(module: WebAssembly.Module, sealed: Sealed): Extension {
  const memory = new WebAssembly.Memory({ initial: INITIAL_PAGES, maximum: MAXIMUM_PAGES });
  const instantiateWasm = (
    given: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ) => {
    const { imports, ...world } = seal(given, memory);
    const instance = new WebAssembly.Instance(module, imports);
    Object.assign(sealed, { exports: instance.exports, memory, ...world, fault: { is: undefined } });
    done(instance, module);
    return {};
  };
  return {
    name: "seal",
    setup: async (_database, options: object) => ({
      emscriptenOpts: { ...options, wasmMemory: memory, instantiateWasm },
    }),
  };
}

type MainLoop = { _PostgresMainLoopOnce: () => unknown; stackRestore: (stack: number) => void };

/**
 * PGlite swallows whatever its main loop throws and would spin for ever after a trap. So a fault is kept, and thrown
 * again from the first thing PGlite's handler calls.
 */
function stopAtFaults(database: PGlite, fault: { is: unknown }): void {
  const loop = database.Module as unknown as MainLoop;
  const { _PostgresMainLoopOnce: once, stackRestore } = loop;
  loop._PostgresMainLoopOnce = () => {
    try {
      return once();
    } catch (thrown) {
      if ((thrown as { status?: unknown }).status !== DATABASE_ERROR) fault.is = thrown;
      throw thrown;
    }
  };
  loop.stackRestore = (stack) => {
    if (fault.is) throw fault.is;
    stackRestore(stack);
  };
}

type FileSystem = {
  unlink(path: string): void;
  createDevice(folder: string, name: string, read: () => number): void;
};

/** PostgreSQL takes its randomness from a device file. */
function replaceRandomDevice(database: PGlite, { nextByte }: Randomness): void {
  const files = database.Module.FS as unknown as FileSystem;
  files.unlink("/dev/urandom");
  files.createDevice("/dev", "urandom", nextByte);
}

/*
 * The QuickJS build of `@jitl/quickjs-wasmfile-release-sync` 0.32.0 without the glue that comes with it. Its names are
 * single letters; the build step checks the file's hash, so these tables stay true.
 */

type Native = (...parameters: number[]) => number;

const EXPORTS = {
  initialize: "u",
  allocate: "v",
  newRuntime: "K",
  newContext: "N",
  setMaxStackSize: "D",
  enableModuleLoader: "Ha",
  newString: "_",
  getString: "$",
  evaluate: "pa",
  call: "ma",
  resolveException: "na",
  executePendingJobs: "ga",
  isJobPending: "fa",
  newFunction: "Da",
  argument: "Ea",
  globalObject: "ua",
  setProperty: "ja",
  promiseState: "wa",
  promiseResult: "xa",
  undefinedValue: "E",
  restoreStack: "Ma",
  currentStack: "Oa",
} as const;

export type QuickJs = { [Name in keyof typeof EXPORTS]: Native } & {
  memory: WebAssembly.Memory;
  fuel: { value: bigint };
};

/** What the guest may ask of its host. A function may throw: the run then ends at once. */
export type Host = {
  /** Milliseconds since 1970. */
  now: () => number;
  /** The guest called the host function with a value (a pointer). */
  called: (value: number) => void;
  /** Source of a module by its name. */
  moduleSource: (name: string) => string;
  /** The guest asked for more memory than it may have. */
  memoryRefused: () => void;
};

export const PAGE = 65_536;
/** What the build starts with, and what one run may grow to. */
export const INITIAL_PAGES = 256;
const MAXIMUM_PAGES = 1_024;
const BYTES_OF_SYSTEM_ERROR = 70;
const BAD_DESCRIPTOR = 52;

/** A fresh instance: no state is shared with any other. */
export function instantiate(module: WebAssembly.Module, host: Host): QuickJs {
  const memory = new WebAssembly.Memory({ initial: INITIAL_PAGES, maximum: MAXIMUM_PAGES });
  const quickJs = { memory } as QuickJs;
  const { exports } = new WebAssembly.Instance(module, { a: { a: memory, ...imports(quickJs, host) } });
  for (const [name, letter] of Object.entries(EXPORTS))
    Object.assign(quickJs, { [name]: exports[letter] as unknown as Native });
  quickJs.fuel = exports["__fuel"] as unknown as { value: bigint };
  return quickJs;
}

function imports(quickJs: QuickJs, host: Host): Record<string, (...parameters: never[]) => unknown> {
  const abort = () => {
    throw new Error("QuickJS aborted");
  };
  return {
    // The C library: a clock in UTC, memory, and no files, environment or signals.
    p: () => host.now(),
    m: (seconds: bigint, target: number) => writeCalendar(quickJs.memory, { seconds, target }),
    n: () => undefined,
    k: (bytes: number) => grow(quickJs.memory, { bytes: bytes >>> 0, refused: host.memoryRefused }),
    e: () => 0,
    f: (count: number, size: number) => writeZeros(quickJs.memory, [count, size]),
    c: () => BAD_DESCRIPTOR,
    d: () => BAD_DESCRIPTOR,
    o: () => BYTES_OF_SYSTEM_ERROR,
    j: () => 0,
    l: () => undefined,
    b: abort,
    q: abort,
    r: abort,
    // QuickJS's own calls to its host.
    s: (_context: number, _self: number, count: number, values: number) => {
      if (count > 0) host.called(quickJs.argument(values, 0));
      return 0;
    },
    i: () => 0,
    h: (_runtime: number, _context: number, name: number) =>
      writeText(quickJs, host.moduleSource(readText(quickJs, name))).at,
    g: (_runtime: number, _context: number, _base: number, name: number) => name,
    t: () => undefined,
  };
}

function grow(memory: WebAssembly.Memory, { bytes, refused }: { bytes: number; refused: () => void }): number {
  const pages = Math.ceil(bytes / PAGE) - memory.buffer.byteLength / PAGE;
  try {
    if (pages > 0) memory.grow(pages);
    return 1;
  } catch {
    // The one way in which WebAssembly says that the maximum is reached.
    refused();
    return 0;
  }
}

/** C's `struct tm` in UTC, whatever the machine's time zone. */
function writeCalendar(memory: WebAssembly.Memory, { seconds, target }: { seconds: bigint; target: number }): void {
  const date = new Date(Number(seconds) * 1000);
  const startOfYear = Date.UTC(date.getUTCFullYear(), 0, 1);
  const dayOfYear = Math.floor((date.getTime() - startOfYear) / 86_400_000);
  const clock = [date.getUTCSeconds(), date.getUTCMinutes(), date.getUTCHours()];
  const day = [date.getUTCDate(), date.getUTCMonth(), date.getUTCFullYear() - 1900, date.getUTCDay(), dayOfYear];
  new Int32Array(memory.buffer, target, 10).set([...clock, ...day, 0, 0]);
}

function writeZeros(memory: WebAssembly.Memory, targets: number[]): number {
  for (const target of targets) new Int32Array(memory.buffer, target, 1)[0] = 0;
  return 0;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Copies a text into the guest's memory, with a NUL after it. The next reset of the memory frees it. */
export function writeText(quickJs: QuickJs, text: string): { at: number; length: number } {
  const bytes = encoder.encode(text);
  const at = quickJs.allocate(bytes.length + 1);
  if (at === 0) throw new Error("the sandbox has no memory left for a text of its host");
  const target = new Uint8Array(quickJs.memory.buffer, at, bytes.length + 1);
  target.set(bytes);
  target[bytes.length] = 0;
  return { at, length: bytes.length };
}

export function readText(quickJs: QuickJs, at: number): string {
  const memory = new Uint8Array(quickJs.memory.buffer);
  return decoder.decode(memory.subarray(at, memory.indexOf(0, at)));
}

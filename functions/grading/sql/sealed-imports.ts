/** 2026-01-01T00:00:00Z in milliseconds: PostgreSQL's clock stands still there. */
const NOW = Date.UTC(2026, 0, 1);

type Imports = { env: Record<string, unknown>; wasi_snapshot_preview1: Record<string, unknown> };
type Imported = WebAssembly.Imports & Imports;

/** A seeded stream of random bytes that can be started again. */
export type Randomness = { restart(): void; nextByte(): number };

/** Whether PostgreSQL may link its libraries (PL/pgSQL, stemmers, encodings) now. */
export type Linking = { isAllowed: boolean };

type Link = (library: number) => number;
const NOT_LINKED = 0;

/**
 * Emscripten's imports with the machine taken out: a clock that stands still, seeded randomness, no timers and no
 * sleeping. Two runs of a query see the same world.
 */
export function seal(
  imports: WebAssembly.Imports,
  memory: WebAssembly.Memory,
): { imports: Imported; randomness: Randomness; linking: Linking } {
  const given = imports as Imported;
  const linking: Linking = { isAllowed: true };
  const link: Link = (library) => (linking.isAllowed ? (given.env["_dlopen_js"] as Link)(library) : NOT_LINKED);
  const randomness = seededRandom();
  const clock = {
    clock_time_get: (_clock: number, _precision: bigint, target: number) => {
      new DataView(memory.buffer).setBigUint64(target, BigInt(NOW) * 1_000_000n, true);
      return 0;
    },
    random_get: (target: number, length: number) => fill(new Uint8Array(memory.buffer, target, length), randomness),
  };
  const machine = {
    emscripten_date_now: () => NOW,
    emscripten_get_now: () => NOW,
    _setitimer_js: () => 0,
    __syscall_poll: () => 0,
    _dlopen_js: link,
  };
  return {
    imports: {
      ...given,
      env: { ...given.env, ...machine },
      wasi_snapshot_preview1: { ...given.wasi_snapshot_preview1, ...clock },
    },
    randomness,
    linking,
  };
}

function seededRandom(): Randomness {
  let state = 1;
  return {
    restart: () => {
      state = 1;
    },
    nextByte: () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 16) & 0xff;
    },
  };
}

function fill(bytes: Uint8Array, { nextByte }: Randomness): number {
  for (let index = 0; index < bytes.length; index++) bytes[index] = nextByte();
  return 0;
}

/** What was not zero in a WebAssembly memory at one moment, in pieces, and where its C stack stood. */
export type MemoryImage = { pieces: { at: number; bytes: Uint8Array }[]; stack: number };
export type Memory = { capture(): MemoryImage; restore(image: MemoryImage): void };

/** What PostgreSQL's WebAssembly exports of its memory's layout: data, then the stack, then the heap. */
type Layout = {
  __heap_base: { value: number };
  __stack_pointer: { value: number };
  emscripten_get_sbrk_ptr: () => number;
};

/** Emscripten's stack of the pinned build. */
const STACK_BYTES = 8 * 2 ** 20;
const GRAIN = 4_096;

/** A range of addresses: from the first to before the last. */
type Range = readonly [number, number];

/**
 * A memory that can be put back, byte for byte, as it was. Left out is what holds nothing: the stack below its
 * pointer, and all beyond the heap's end, which never sinks.
 */
export function memoryOf(memory: WebAssembly.Memory, exports: WebAssembly.Exports): Memory {
  const layout = exports as unknown as Layout;
  const stackLimit = layout.__heap_base.value - STACK_BYTES;
  const heapEnd = () => new Int32Array(memory.buffer, layout.emscripten_get_sbrk_ptr(), 1)[0]!;
  const living = (stack: number): Range[] => [
    [0, stackLimit],
    [stack, heapEnd()],
  ];
  return {
    capture: () => {
      const stack = layout.__stack_pointer.value;
      return { pieces: living(stack).flatMap((range) => piecesOf(memory.buffer, range)), stack };
    },
    restore: ({ pieces, stack }) => {
      const bytes = new Uint8Array(memory.buffer);
      for (const range of living(stack)) restoreRange(bytes, range, pieces);
      layout.__stack_pointer.value = stack;
    },
  };
}

function restoreRange(bytes: Uint8Array, [start, end]: Range, pieces: MemoryImage["pieces"]): void {
  let done = start;
  for (const piece of pieces) {
    if (piece.at < start || piece.at >= end) continue;
    bytes.fill(0, done, piece.at);
    bytes.set(piece.bytes, piece.at);
    done = piece.at + piece.bytes.length;
  }
  bytes.fill(0, done, end);
}

const ZEROS = new Uint8Array(GRAIN);

/** Copies of all stretches that aren't zero, in whole grains. */
function piecesOf(memory: ArrayBuffer, [start, end]: Range): MemoryImage["pieces"] {
  const live = Buffer.from(memory);
  const endOfGrain = (at: number) => Math.min(at + GRAIN, end);
  const isUsed = (at: number) => live.compare(ZEROS, 0, endOfGrain(at) - at, at, endOfGrain(at)) !== 0;
  const pieces: MemoryImage["pieces"] = [];
  for (let at = start; at < end; at += GRAIN) {
    const first = at;
    while (at < end && isUsed(at)) at += GRAIN;
    if (at > first) pieces.push({ at: first, bytes: new Uint8Array(memory.slice(first, Math.min(at, end))) });
  }
  return pieces;
}

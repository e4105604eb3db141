import { describe, expect, test } from "vitest";
import { name, signed, unsigned } from "#scripts/meter/bytes.ts";
import { CANCELLED, FUEL, meterModule } from "#scripts/meter/writer.ts";

type Bytes = number[];
const [I32, FUNCTION, VOID] = [0x7f, 0x60, 0x40];
const vector = (items: Bytes[]): Bytes => [...unsigned(items.length), ...items.flat()];
const section = (id: number, content: Bytes): Bytes => [id, ...unsigned(content.length), ...content];
const code = (instructions: Bytes, locals: Bytes[] = []): Bytes => {
  const body = [...vector(locals), ...instructions, 0x0b];
  return [...unsigned(body.length), ...body];
};
const exported = (label: string, kind: number, index: number): Bytes => [...name(label), kind, ...unsigned(index)];
const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** `f(n)` counts n down in a loop and returns 0; `fill(n)` fills n bytes of memory. */
const countdown = [0x03, VOID, 0x20, 0, 0x41, 1, 0x6b, 0x22, 0, 0x0d, 0, 0x0b, 0x20, 0];
const fill = [0x41, 0, 0x41, 7, 0x20, 0, 0xfc, 11, 0, 0x41, 0];
const FLAG_ADDRESS = 64;

function tinyModule(): Uint8Array {
  return Uint8Array.from([
    ...HEADER,
    ...section(1, vector([[FUNCTION, 1, I32, 1, I32]])),
    ...section(3, vector([[0], [0]])),
    ...section(5, vector([[0, 2]])),
    ...section(6, vector([[I32, 0, 0x41, ...signed(FLAG_ADDRESS), 0x0b]])),
    ...section(
      7,
      vector([exported("f", 0, 0), exported("fill", 0, 1), exported("memory", 2, 0), exported("flag", 3, 0)]),
    ),
    ...section(10, vector([code(countdown), code(fill)])),
  ]);
}

type Tiny = {
  f(n: number): number;
  fill(n: number): number;
  memory: WebAssembly.Memory;
  [FUEL]: { value: bigint };
  [CANCELLED]: { value: number };
};

function start(options: Parameters<typeof meterModule>[1]): Tiny {
  const metered = meterModule(tinyModule(), options);
  return new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(metered))).exports as unknown as Tiny;
}

const trap = { stop: { kind: "trap" } } as const;
const cancel = { stop: { kind: "cancel", flags: ["flag"], grace: 1_000n } } as const;

function burn(tiny: Tiny, action: () => unknown): bigint {
  tiny[FUEL].value = 1_000_000n;
  action();
  return 1_000_000n - tiny[FUEL].value;
}

describe("a metered module", () => {
  test("still computes what it did", () => {
    const tiny = start(trap);
    expect(tiny.f(5)).toBe(0);
    tiny.fill(10);
    expect([...new Uint8Array(tiny.memory.buffer, 8, 3)]).toEqual([7, 7, 0]);
  });

  test("burns the same for each turn of a loop", () => {
    const tiny = start(trap);
    const [ten, twenty, thirty] = [10, 20, 30].map((turns) => burn(tiny, () => tiny.f(turns)));
    expect(twenty! - ten!).toBe(thirty! - twenty!);
    expect(twenty!).toBeGreaterThan(ten!);
  });

  test("pays for the bytes it fills", () => {
    const tiny = start(trap);
    expect(burn(tiny, () => tiny.fill(65_536)) - burn(tiny, () => tiny.fill(0))).toBe(4_096n);
  });

  test("traps when the fuel is empty", () => {
    const tiny = start(trap);
    tiny[FUEL].value = 100n;
    expect(() => tiny.f(1_000)).toThrow(WebAssembly.RuntimeError);
    expect(tiny[FUEL].value).toBeLessThan(0n);
  });

  test("with a cancel meter raises the flags, gets its grace, and traps after that", () => {
    const tiny = start(cancel);
    tiny[FUEL].value = 100n;
    expect(() => tiny.f(100_000)).toThrow(WebAssembly.RuntimeError);
    expect(tiny[CANCELLED].value).toBe(1);
    expect(new Int32Array(tiny.memory.buffer)[FLAG_ADDRESS / 4]).toBe(1);
  });

  test("with a cancel meter ends in order when the grace is enough", () => {
    const tiny = start(cancel);
    tiny[FUEL].value = 10n;
    expect(tiny.f(20)).toBe(0);
    expect(tiny[CANCELLED].value).toBe(1);
  });
});

describe("the meter refuses", () => {
  test("bytes that are no module", () => {
    expect(() => meterModule(Uint8Array.of(1, 2, 3), trap)).toThrow("not a WebAssembly");
  });

  test("a flag that the module doesn't export", () => {
    const options = { stop: { kind: "cancel", flags: ["nothing"], grace: 1n } } as const;
    expect(() => meterModule(tinyModule(), options)).toThrow("no variable nothing");
  });

  test("a module that ends too early", () => {
    expect(() => meterModule(tinyModule().slice(0, -5), trap)).toThrow();
  });
});

describe("numbers in WebAssembly's own form", () => {
  test.each([
    [0, [0]],
    [127, [127]],
    [128, [128, 1]],
    [624_485, [0xe5, 0x8e, 0x26]],
  ])("%i without a sign", (value, bytes) => expect(unsigned(value)).toEqual(bytes));

  test.each([
    [0, [0]],
    [-1, [0x7f]],
    [64, [0xc0, 0]],
    [-123_456, [0xc0, 0xbb, 0x78]],
  ])("%i with a sign", (value, bytes) => expect(signed(value)).toEqual(bytes));
});

import { type QuickJs, readText, writeText } from "./quickjs.ts";

const STACK_BYTES = 2 * 1024 * 1024;
const PLENTY = 0x7fff_ffff_ffff_ffffn;
const MODULE_LOADER_WITH_DEFAULT_NAMES = 0;
export const EVALUATION = { script: 0, module: 1, compileOnly: 32 } as const;

/** The memory of an instance in which only the harness was loaded, and where its parts stand in it. */
export type Image = { bytes: Uint8Array; runtime: number; context: number; harness: number; stack: number };

/** A value or a thrown error inside the guest, by its address. */
export type Result = { value: number } | { error: number };

/** Starts QuickJS in a fresh instance and loads the harness. */
export function boot(quickJs: QuickJs, harnessSource: string): Image {
  quickJs.fuel.value = PLENTY;
  quickJs.initialize();
  const runtime = quickJs.newRuntime();
  quickJs.setMaxStackSize(runtime, STACK_BYTES);
  quickJs.enableModuleLoader(runtime, MODULE_LOADER_WITH_DEFAULT_NAMES);
  const context = quickJs.newContext(runtime, 0);
  definePrint(quickJs, context);
  need(evaluate(quickJs, context, { source: harnessSource, how: "script" }));
  const takeHarness = "(() => { const harness = __harness; delete globalThis.__harness; return harness; })()";
  const harness = need(evaluate(quickJs, context, { source: takeHarness, how: "script" }));
  return { bytes: snapshot(quickJs.memory), runtime, context, harness, stack: quickJs.currentStack() };
}

function definePrint(quickJs: QuickJs, context: number): void {
  const name = writeText(quickJs, "__print").at;
  const print = quickJs.newFunction(context, name, 1, 0, 1);
  quickJs.setProperty(context, quickJs.globalObject(context), quickJs.newString(context, name), print);
}

function need(result: Result): number {
  if ("error" in result) throw new Error("the harness doesn't load");
  return result.value;
}

/** The memory without the zeros at its end. */
function snapshot({ buffer }: WebAssembly.Memory): Uint8Array {
  const words = new Int32Array(buffer);
  let end = words.length;
  while (words[end - 1] === 0) end--;
  return new Uint8Array(buffer).slice(0, end * words.BYTES_PER_ELEMENT);
}

/** Writes the whole memory anew, so that nothing is left of the run before, and fills in the fuel for the next. */
export function restore(quickJs: QuickJs, image: Image, fuel: number): void {
  quickJs.fuel.value = PLENTY;
  const memory = new Uint8Array(quickJs.memory.buffer);
  memory.set(image.bytes);
  memory.fill(0, image.bytes.length);
  quickJs.restoreStack(image.stack);
  quickJs.fuel.value = BigInt(fuel);
}

export function evaluate(
  quickJs: QuickJs,
  context: number,
  { source, how }: { source: string; how: keyof typeof EVALUATION },
): Result {
  const text = writeText(quickJs, source);
  const file = writeText(quickJs, "solution.js").at;
  return resultOf(quickJs, context, quickJs.evaluate(context, text.at, text.length, file, 0, EVALUATION[how]));
}

/** Calls the harness. Strings become guest strings; numbers are addresses of guest values. */
export function callHarness(
  quickJs: QuickJs,
  image: Image,
  parameters: (string | number)[],
): { text: string } | { error: number } {
  const values = parameters.map((each) =>
    typeof each === "string" ? quickJs.newString(image.context, writeText(quickJs, each).at) : each,
  );
  const list = quickJs.allocate(4 * values.length);
  new Uint32Array(quickJs.memory.buffer, list, values.length).set(values);
  const self = quickJs.undefinedValue();
  const result = resultOf(
    quickJs,
    image.context,
    quickJs.call(image.context, image.harness, self, values.length, list),
  );
  return "error" in result ? result : { text: readText(quickJs, quickJs.getString(image.context, result.value)) };
}

function resultOf(quickJs: QuickJs, context: number, value: number): Result {
  const error = quickJs.resolveException(context, value);
  return error === 0 ? { value } : { error };
}

import { beforeAll, describe, expect, test } from "vitest";
import { createJavaScriptEngine, type JavaScriptEngine } from "#functions/grading/javascript/engine.ts";
import { ensureEngines } from "#scripts/meter/main.ts";
import type { Json } from "#shared/domain/foundation/json.ts";
import type { JavaScriptJob, JavaScriptRun } from "#shared/domain/grading/sandbox.ts";

let engine: JavaScriptEngine;
beforeAll(async () => {
  await ensureEngines();
  engine = createJavaScriptEngine();
}, 60_000);

type Options = { arguments?: Json[]; language?: JavaScriptJob["language"]; fuel?: number };

async function run(source: string, { arguments: parameters = [], language = "javascript", fuel }: Options = {}) {
  const calls = [{ id: "call", arguments: parameters }];
  const job: JavaScriptJob = { engine: "javascript", language, source, entry: "solve", calls, ...(fuel && { fuel }) };
  return (await engine.run(job)).runs[0]!;
}

const jsonOf = ({ value }: JavaScriptRun): unknown => value && "text" in value && JSON.parse(value.text);

describe("the entry is found", () => {
  test.each([
    ["a function declaration", "function solve() { return 1 }"],
    ["a constant", "const solve = () => 1"],
    ["a variable", "var solve = function () { return 1 }"],
    ["an exported function", "export function solve() { return 1 }"],
    ["an exported constant", "export const solve = () => 1"],
    ["a renamed export", "const answer = () => 1; export { answer as solve }"],
    ["a default export", "export default function () { return 1 }"],
    ["module.exports", "module.exports = { solve() { return 1 } }"],
    ["module.exports that is the function", "module.exports = () => 1"],
    ["exports", "exports.solve = () => 1"],
    ["with an import in front", "import { EventEmitter } from 'node:events'; export const solve = () => 1"],
    ["with the word export in a comment", "// export\nfunction solve() { return 1 }"],
    ["with an open comment at the end", "function solve() { return 1 } /* open */ // end"],
  ])("as %s", async (_name, source) => {
    expect(await run(source)).toMatchObject({ outcome: "ok", value: { text: "1" } });
  });

  test("and only a function counts", async () => {
    expect((await run("const solve = 1")).outcome).toBe("no-function");
    expect((await run("")).outcome).toBe("no-function");
  });
});

describe("a call", () => {
  test("sees its arguments and may change them in sight of the grader", async () => {
    const seen = await run("function solve(list) { list.push(3); return list.length }", { arguments: [[1, 2]] });
    expect(seen).toMatchObject({ value: { text: "3" }, arguments_after: { text: "[[1,2,3]]" } });
  });

  test("starts from a clean world each time", async () => {
    const source = "let calls = 0; globalThis.seen ??= 0; function solve() { return [++calls, ++seen] }";
    const calls = [1, 2, 3].map((id) => ({ id: String(id), arguments: [] }));
    const { runs } = await engine.run({ engine: "javascript", language: "javascript", source, entry: "solve", calls });
    expect(runs.map(jsonOf)).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    expect(new Set(runs.map(({ fuel }) => fuel)).size).toBe(1);
  });

  test("is awaited, on a clock of its own", async () => {
    const source =
      "const solve = async () => { const t = Date.now(); await new Promise((r) => setTimeout(r, 5000)); return [t, Date.now() - t] }";
    expect(jsonOf(await run(source))).toEqual([Date.UTC(2026, 0, 1), 5000]);
  });

  test("gets the same random numbers and the same date everywhere", async () => {
    const source = "const solve = () => [Math.random(), new Date().toString(), new Date().getHours()]";
    const seen = jsonOf(await run(source)) as unknown[];
    expect(seen[0]).toBe(0.23984973562054157);
    expect(seen.slice(1)).toEqual(["Thu Jan 01 2026 00:00:00 GMT+0000", 0]);
  });

  test("has its console kept", async () => {
    const source = "const solve = () => { console.log('a', { b: [1, null] }); console.error('%s is %d', 'x', 2) }";
    expect((await run(source)).console).toBe("a { b: [ 1, null ] }\nx is 2\n");
  });

  test("runs timers in the order they are due", async () => {
    const source = `const solve = () => new Promise((done) => {
      const order = [];
      setTimeout(() => order.push("late"), 20);
      setTimeout(() => order.push("soon"), 10);
      queueMicrotask(() => order.push("at once"));
      const never = setTimeout(() => order.push("never"), 15); clearTimeout(never);
      let turns = 0; const every = setInterval(() => { order.push("again"); if (++turns === 2) { clearInterval(every); done(order) } }, 15);
    })`;
    expect(jsonOf(await run(source))).toEqual(["at once", "soon", "again", "late", "again"]);
  });

  test("of a TypeScript program has its types taken off", async () => {
    const source = "type N = number; export const solve = (a: N): N => (a as N) + 1";
    expect(await run(source, { language: "typescript", arguments: [1] })).toMatchObject({ value: { text: "2" } });
    expect((await run("enum A { B }", { language: "typescript" })).outcome).toBe("load-error");
  });

  test("of a large result keeps its hash alone", async () => {
    expect((await run("const solve = () => 'x'.repeat(20000)")).value).toMatchObject({ bytes: 20_002 });
  });
});

describe("a program that goes wrong ends with", () => {
  test.each([
    ["threw", "const solve = () => { throw new TypeError('no') }"],
    ["threw", "const solve = async () => { throw 1 }"],
    ["load-error", "function solve() {"],
    ["load-error", "throw new Error('at once')"],
    ["no-function", "function other() {}"],
    ["fuel", "function solve() { for (;;); }"],
    ["memory", "const solve = () => { const list = []; for (;;) list.push(new ArrayBuffer(1e6)) }"],
    ["stack", "const solve = () => solve() + 1"],
    ["never-settled", "const solve = () => new Promise(() => {})"],
    ["timer-limit", "const solve = () => new Promise(() => { setInterval(() => {}, 1) })"],
    ["output", "const solve = () => { for (;;) console.log('x'.repeat(1000)) }"],
    ["bad-result", "const solve = () => ['x'.repeat(2e6)]"],
  ])("%s: %s", async (outcome, source) => {
    expect((await run(source, { fuel: 300_000_000 })).outcome).toBe(outcome);
    expect(await run("const solve = () => 1")).toMatchObject({ outcome: "ok", value: { text: "1" } });
  });
});

test("the calls of a job share one supply of fuel", async () => {
  const calls = Array.from({ length: 8 }, (_, index) => ({ id: String(index), arguments: [] }));
  const job = { engine: "javascript", language: "javascript", source: "for(;;);", entry: "solve", calls } as const;
  const { runs } = await engine.run({ ...job, fuel: 1_000_000 });
  expect(runs.map(({ outcome }) => outcome)).toEqual(calls.map(() => "fuel"));
});

test("the stamp names the engine and the hash of its wasm", () => {
  expect(engine.stamp.id).toMatch(/^quickjs@0\.32\.0\+harness\.[0-9a-f]{12}$/);
  expect(engine.stamp.sha256).toMatch(/^[0-9a-f]{64}$/);
});

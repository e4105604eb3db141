import * as fc from "fast-check";
import { soup, spliced } from "./random-text.ts";

const WORDS = [
  ..."function class return yield await async new delete typeof void in of instanceof throw try catch finally".split(
    " ",
  ),
  ..."if else for while do switch case default break continue var let const static get set super this null".split(" "),
  ..."( ) [ ] { } ; , . ... => ? ?. ?? : + - * ** / % & | ^ ~ ! < > <= == === = += ??= && || ` $ \" ' \\ # @".split(
    " ",
  ),
  ..."0 1 -1 1n 0x1F 1e308 NaN 'a' \"\\u{1F600}\" `t` /a+/g x y solve Symbol Proxy Promise Map eval \u2028 é".split(
    " ",
  ),
];

const LEAVES = [
  ...[
    "n",
    "x",
    "0",
    "-0",
    "1e9",
    "2n",
    "'s'",
    "null",
    "undefined",
    "NaN",
    "true",
    "[]",
    "({})",
    "globalThis",
    "/(a|b)*c/",
  ],
  ...["Math.random()", "Date.now()", "new Map()", "new Set([n])", "Symbol()", "new Uint8Array(8)", "Object", "Array"],
];
const METHODS = [
  ...[
    "map",
    "filter",
    "reduce",
    "sort",
    "at",
    "slice",
    "concat",
    "flat",
    "fill",
    "join",
    "toString",
    "valueOf",
    "repeat",
  ],
  ...[
    "split",
    "replace",
    "match",
    "padEnd",
    "normalize",
    "then",
    "call",
    "bind",
    "apply",
    "constructor",
    "keys",
    "next",
  ],
];
const OPERATORS = [
  "+",
  "-",
  "*",
  "/",
  "%",
  "**",
  "<<",
  ">>>",
  "&",
  "|",
  "<",
  "==",
  "===",
  "in",
  "instanceof",
  "??",
  "&&",
  ",",
];

const grammar = fc.letrec<{ expression: string; statement: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(...LEAVES),
    fc
      .tuple(tie("expression"), fc.constantFrom(...OPERATORS), tie("expression"))
      .map(([a, op, b]) => `((${a}) ${op} (${b}))`),
    fc
      .tuple(tie("expression"), fc.constantFrom(...METHODS), tie("expression"))
      .map(([on, method, value]) => `(${on}).${method}(${value})`),
    tie("expression").map((body) => `((x) => ${body})`),
    fc.tuple(tie("expression"), tie("expression")).map(([a, b]) => `[${a}, ...[${b}]]`),
    fc.tuple(tie("expression"), tie("expression")).map(([a, b]) => `({ a: ${a}, get b() { return ${b} } })`),
    fc.tuple(tie("expression"), tie("expression")).map(([a, b]) => `new Proxy(Object(${a}), { get: () => ${b} })`),
    tie("expression").map((value) => `solve(${value})`),
    tie("expression").map((value) => `JSON.stringify(${value})`),
  ),
  statement: fc.oneof(
    { depthSize: "small" },
    tie("expression").map((value) => `x = ${value};`),
    tie("expression").map((value) => `await ${value};`),
    tie("expression").map((value) => `console.log(${value});`),
    tie("expression").map((value) => `return ${value};`),
    fc.tuple(tie("expression"), tie("statement")).map(([test, body]) => `if (${test}) { ${body} }`),
    fc.tuple(tie("expression"), tie("statement")).map(([test, body]) => `while (${test}) { ${body} }`),
    fc.tuple(tie("expression"), tie("statement")).map(([all, body]) => `for (x of ${all}) { ${body} }`),
    fc.tuple(tie("statement"), tie("statement")).map(([body, rescue]) => `try { ${body} } catch (x) { ${rescue} }`),
    tie("statement").map((body) => `setTimeout(async () => { ${body} }, n);`),
    tie("expression").map((value) => `Object.prototype.a = ${value};`),
    tie("expression").map((value) => `throw ${value};`),
  ),
}));

const written = fc
  .array(grammar.statement, { minLength: 1, maxLength: 6 })
  .map((statements) => `let x = 1;\nasync function solve(n) {\n${statements.join("\n")}\n}`);

/** Programs by a grammar, words in any order, and pieces of the given programs. */
export const randomProgram = (known: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof({ arbitrary: written, weight: 3 }, { arbitrary: spliced(known), weight: 2 }, soup(WORDS));

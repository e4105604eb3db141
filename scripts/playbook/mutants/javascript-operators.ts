import type { AnyNode, Expression } from "acorn";
import { type Edit, replace, replaceIn, type Span } from "./edit.ts";

/** By kind of node: the changes to make to it. */
export type Operators = {
  [Type in AnyNode["type"]]?: (node: Extract<AnyNode, { type: Type }>, code: string) => Edit[];
};

const SWAPPED: Readonly<Record<string, readonly string[]>> = {
  "===": ["!=="],
  "!==": ["==="],
  "==": ["!="],
  "!=": ["=="],
  "<": ["<=", ">"],
  "<=": ["<", ">="],
  ">": [">=", "<"],
  ">=": [">", "<="],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "**": ["*"],
  "&": ["|"],
  "|": ["&"],
  "<<": [">>"],
  ">>": ["<<"],
  "&&": ["||"],
  "||": ["&&"],
  "??": ["||", "&&"],
  "++": ["--"],
  "--": ["++"],
  "+=": ["-=", "="],
  "-=": ["+=", "="],
  "*=": ["/=", "="],
  "/=": ["*=", "="],
  "??=": ["=", "||="],
  "||=": ["="],
  "&&=": ["="],
};

const RENAMED: Readonly<Record<string, string>> = {
  some: "every",
  every: "some",
  min: "max",
  max: "min",
  floor: "ceil",
  ceil: "floor",
  round: "floor",
  push: "unshift",
  unshift: "push",
  pop: "shift",
  shift: "pop",
  startsWith: "endsWith",
  endsWith: "startsWith",
  toLowerCase: "toUpperCase",
  toUpperCase: "toLowerCase",
  indexOf: "lastIndexOf",
  lastIndexOf: "indexOf",
};

/** Calls that give back something like what they are called on, and so may be left out. */
const OMITTED: ReadonlySet<string> = new Set(
  "sort toSorted reverse toReversed filter slice trim trimStart trimEnd toLowerCase toUpperCase flat concat".split(" "),
);

const remove = (node: Span): Edit[] => [replace(node, ";")];
const only = (node: Span, part: Span, code: string): Edit => replace(node, `(${code.slice(part.start, part.end)})`);

/** The sign between two parts of a node, replaced by each of its opposites. */
function swapSign(node: Span & { operator: string }, after: Span, code: string): Edit[] {
  const start = code.indexOf(node.operator, after.end);
  const sign = { start, end: start + node.operator.length };
  return (SWAPPED[node.operator] ?? []).map((other) => replaceIn(node, sign, other));
}

const negated = (test: Expression, code: string): Edit => replace(test, `!(${code.slice(test.start, test.end)})`);

/** A comparison has its own opposite; it need not be negated as well. */
const decided = (test: Expression, code: string): Edit[] => [
  ...(test.type === "BinaryExpression" ? [] : [negated(test, code)]),
  replace(test, "true"),
  replace(test, "false"),
];

/** `a ?? 0` and `a || 0` are the same for numbers, `a ?? ""` and `a || ""` for texts. */
const fallsBackToNothing = (fallback: Expression): boolean => fallback.type === "Literal" && !fallback.value;

/** A loop's test never becomes true for good: that an endless loop fails says nothing about the tests. */
const loopTest = (test: Expression | null | undefined): Edit[] => (test ? [replace(test, "false")] : []);

/** The operators of mutation: what people get wrong in small. */
export const operators: Operators = {
  BinaryExpression: (node, code) => swapSign(node, node.left, code),
  LogicalExpression: (node, code) => [
    ...swapSign(node, node.left, code).filter(({ text }) => text !== "||" || !fallsBackToNothing(node.right)),
    only(node, node.left, code),
    only(node, node.right, code),
  ],
  AssignmentExpression: (node, code) => swapSign(node, node.left, code),
  AssignmentPattern: (node, code) => [replace(node, code.slice(node.left.start, node.left.end))],
  UpdateExpression: (node, code) => [replace(node, code.slice(node.start, node.end).replace(/\+\+|--/, swapped))],
  UnaryExpression: (node, code) => (["!", "-"].includes(node.operator) ? [only(node, node.argument, code)] : []),
  IfStatement: ({ test, alternate }, code) => [...decided(test, code), ...(alternate ? remove(alternate) : [])],
  ConditionalExpression: ({ test }, code) => decided(test, code),
  ForStatement: (node) => [...loopTest(node.test), ...(node.update ? [replace(node.update, "")] : [])],
  WhileStatement: ({ test }) => loopTest(test),
  DoWhileStatement: ({ test }) => loopTest(test),
  ForOfStatement: ({ right }) => [replace(right, "[]")],
  ForInStatement: ({ right }) => [replace(right, "{}")],
  ExpressionStatement: (node) => ("directive" in node ? [] : remove(node)),
  ThrowStatement: remove,
  ContinueStatement: (node) => [...remove(node), ...(node.label ? [] : [replace(node, "break;")])],
  BreakStatement: (node) => remove(node),
  ReturnStatement: (node) => (node.argument ? [replace(node, "return;")] : remove(node)),
  Literal: (node, code) => literals(node.value).map((other) => replace(node, inPlace(other, code, node))),
  TemplateLiteral: (node) => [replace(node, '""')],
  ArrayExpression: (node, code) => emptied(node, "[]", code),
  ObjectExpression: (node, code) => emptied(node, "({})", code),
  CallExpression: (node, code) => calls(node, code),
  MemberExpression: (node, code) => withoutChain(node, node.object, code),
};

const swapped = (sign: string): string => SWAPPED[sign]![0]!;

function literals(value: unknown): string[] {
  if (typeof value === "number") return [value + 1, value - 1].map(String);
  if (typeof value === "bigint") return [`${value + 1n}n`];
  if (typeof value === "boolean") return [String(!value)];
  if (typeof value === "string") return [value === "" ? '"mutant"' : '""'];
  return [];
}

/** A negative number after a sign needs brackets. */
const inPlace = (text: string, code: string, { start }: Span): string =>
  text.startsWith("-") && /[-+]\s*$/.test(code.slice(0, start)) ? `(${text})` : text;

type Collection = Span & ({ elements: unknown[] } | { properties: unknown[] });

/** What holds something is emptied; a copy of one thing becomes the thing itself. */
function emptied(node: Collection, empty: string, code: string): Edit[] {
  const parts = ("elements" in node ? node.elements : node.properties) as (AnyNode | null)[];
  const [first] = parts;
  const copied = parts.length === 1 && first?.type === "SpreadElement" ? [only(node, first.argument, code)] : [];
  return parts.length === 0 ? [] : [replace(node, empty), ...copied];
}

function calls(node: Extract<AnyNode, { type: "CallExpression" }>, code: string): Edit[] {
  const { callee } = node;
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return [];
  const { name } = callee.property;
  const renamed = Object.hasOwn(RENAMED, name) ? [replaceIn(node, callee.property, RENAMED[name]!)] : [];
  return [...renamed, ...(OMITTED.has(name) ? [only(node, callee.object, code)] : [])];
}

const withoutChain = (node: Span & { optional?: boolean; computed?: boolean }, object: Span, code: string): Edit[] =>
  node.optional
    ? [replaceIn(node, { start: object.end, end: code.indexOf("?.", object.end) + 2 }, node.computed ? "" : ".")]
    : [];

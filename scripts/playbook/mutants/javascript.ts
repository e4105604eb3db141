import { stripTypeScriptTypes } from "node:module";
import { type AnyNode, parse } from "acorn";
import { type Edit, type Mutant, mutantsOf } from "./edit.ts";
import { type Operators, operators } from "./javascript-operators.ts";

/** Every mutant of a program in JavaScript or TypeScript; types are left alone. @throws SyntaxError */
export function javascriptMutants(source: string, language: "javascript" | "typescript"): Mutant[] {
  // Stripping writes spaces where types stood, so that places in the stripped program are places in the source.
  const code = language === "typescript" ? stripTypeScriptTypes(source) : source;
  const mutants = mutantsOf(source, editsIn(parseProgram(code), code));
  return mutants.filter(({ text }) => isProgram(language === "typescript" ? stripTypeScriptTypes(text) : text));
}

/** What isn't even a program tells nothing about the tests: `a ?? b || c` without brackets, for example. */
function isProgram(code: string): boolean {
  try {
    parseProgram(code);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function parseProgram(code: string): AnyNode {
  const parseAs = (sourceType: "module" | "script") => parse(code, { ecmaVersion: "latest", sourceType });
  try {
    return parseAs("module");
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return parseAs("script");
  }
}

function editsIn(node: AnyNode, code: string): Edit[] {
  const operator = operators[node.type as keyof Operators] as ((node: AnyNode, code: string) => Edit[]) | undefined;
  return [...(operator?.(node, code) ?? []), ...childrenOf(node).flatMap((child) => editsIn(child, code))];
}

const childrenOf = (node: AnyNode): AnyNode[] =>
  Object.entries(node)
    .filter(([name]) => !isName(node, name))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);

/** Names of properties are no values to be changed. */
const isName = (node: AnyNode, property: string): boolean =>
  property === "key" && "computed" in node && node.computed === false;

const isNode = (value: unknown): value is AnyNode => typeof value === "object" && value !== null && "type" in value;

import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument } from "yaml";
import type { Violation } from "../domain/foundation/refusal.ts";
import { isWithin, pathText, type Steps } from "../domain/playbook/path.ts";

/** Where a value stands: the file's path inside the playbook's folder, and its line from 1. */
export type Position = { file: string; line: number };
export type LocatedViolation = Violation & { file: string; line: number };

/** A playbook as its author wrote it: one plain value, and where each part of it came from. */
export type PlaybookSource = {
  value: unknown;
  /** Position of the value at a path, or of the nearest one around it. */
  locate(path: string): Position;
  /** A number's text as the author wrote it. */
  numberText(path: string): string | undefined;
  /** What couldn't be read at all: syntax, files that don't exist. */
  violations: LocatedViolation[];
};

/** The file that a playbook's folder is known by. */
export const ROOT_FILE = "playbook.yaml";
const YAML_FILE = /\.(ya?ml|json)$/;

/** The text of a file by its path inside the playbook's folder, line ends as LF; `undefined` where there is none. */
export type ReadText = (name: string) => string | undefined;

type Reading = {
  readText: ReadText;
  positions: Map<string, Position>;
  numbers: Map<string, string>;
  violations: LocatedViolation[];
};
/** One YAML file being read; `within` are the files that named it, outermost first. */
type OpenFile = {
  name: string;
  lines: LineCounter;
  within: readonly string[];
  resolveAlias(node: Node): Node | undefined;
};

/** Reads the root file and every file it names with `!file`. Never throws for what an author can get wrong. */
export function readSource(readText: ReadText, root: string = ROOT_FILE): PlaybookSource {
  const reading: Reading = { readText, positions: new Map(), numbers: new Map(), violations: [] };
  const value = readYaml(reading, { name: root, within: [], steps: [] });
  return {
    value,
    locate: (path) => nearest(reading.positions, path) ?? { file: root, line: 1 },
    numberText: (path) => reading.numbers.get(path),
    violations: reading.violations,
  };
}

/** What couldn't be read, then what is wrong with the rest; that a part is missing isn't said twice. */
export function allViolations(source: PlaybookSource, violations: readonly Violation[]): LocatedViolation[] {
  const unread = source.violations.map(({ path }) => path);
  const rest = violations.filter(({ path }) => !unread.some((part) => part === "" || isWithin(path, part)));
  return [...source.violations, ...locate(source, rest)];
}

/** Each violation with the file and line it stands at. */
export const locate = (source: PlaybookSource, violations: readonly Violation[]): LocatedViolation[] =>
  violations.map((violation) => ({ ...violation, ...source.locate(violation.path) }));

function nearest(positions: ReadonlyMap<string, Position>, path: string): Position | undefined {
  for (let around = path; around !== ""; around = around.replace(/(\.[^.[\]]+|\[\d+\]|^[^.[\]]+)$/, "")) {
    const position = positions.get(around);
    if (position) return position;
  }
  return undefined;
}

function readYaml(reading: Reading, at: { name: string; within: readonly string[]; steps: Steps }): unknown {
  const text = reading.readText(at.name);
  if (text === undefined) {
    const violation = { path: pathText(at.steps), message: `${at.name} can't be read`, remedy: "create this file" };
    reading.violations.push({ ...violation, file: at.within.at(-1) ?? at.name, line: 1 });
    return undefined;
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  for (const error of document.errors) {
    const violation = { path: pathText(at.steps), message: `this isn't valid YAML: ${error.message}` };
    const remedy = "correct the syntax; a text with : or # in it needs quotes";
    reading.violations.push({ ...violation, remedy, file: at.name, line: lines.linePos(error.pos[0]).line });
  }
  if (document.errors.length > 0) return undefined;
  const resolveAlias = (node: Node) => (isAlias(node) ? node.resolve(document) : node);
  return visit(
    reading,
    { name: at.name, lines, within: at.within, resolveAlias },
    { node: document.contents, steps: at.steps },
  );
}

function visit(
  reading: Reading,
  file: OpenFile,
  at: { node: Node | ParsedNode | null | undefined; steps: Steps },
): unknown {
  const node = at.node && file.resolveAlias(at.node);
  const path = pathText(at.steps);
  if (!node) return null;
  if (!reading.positions.has(path)) reading.positions.set(path, position(file, node));
  if (node.tag === "!file") return include(reading, file, { node, steps: at.steps });
  if (isMap(node)) return visitMap(reading, file, { node, steps: at.steps });
  if (isSeq(node)) {
    return node.items.map((item, index) => visit(reading, file, { node: item as Node, steps: [...at.steps, index] }));
  }
  if (!isScalar(node)) return null;
  if (typeof node.value === "number" && node.source) reading.numbers.set(path, node.source);
  return node.value;
}

function visitMap(reading: Reading, file: OpenFile, at: { node: Node; steps: Steps }): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  if (!isMap(at.node)) return value;
  for (const pair of at.node.items) {
    const key = isScalar(pair.key) ? (pair.key.source ?? String(pair.key.value)) : String(pair.key);
    const steps = [...at.steps, key];
    reading.positions.set(pathText(steps), position(file, pair.key as Node));
    value[key] = visit(reading, file, { node: pair.value as Node | null, steps });
  }
  return value;
}

const position = (file: OpenFile, node: Node): Position => ({
  file: file.name,
  line: file.lines.linePos(node.range?.[0] ?? 0).line,
});

/** What `!file name` stands for: the text of a file, or the content of a YAML or JSON file. */
function include(reading: Reading, file: OpenFile, at: { node: Node; steps: Steps }): unknown {
  const named = isScalar(at.node) ? String(at.node.value) : "";
  const name = pathBeside(file.name, named);
  const within = [...file.within, file.name];
  const refuse = (message: string, remedy: string): undefined => {
    reading.violations.push({ path: pathText(at.steps), message, remedy, ...position(file, at.node) });
  };
  if (within.includes(name)) return refuse(`${name} names itself`, "let no file include the file it stands in");
  const text = reading.readText(name);
  if (text === undefined) {
    return refuse(`there is no file ${name} in the playbook's folder`, "create it, or correct the name after !file");
  }
  return YAML_FILE.test(name) ? readYaml(reading, { name, within, steps: at.steps }) : text;
}

/** The path of a file that is named in another one. */
function pathBeside(file: string, named: string): string {
  const steps = file.split("/").slice(0, -1);
  for (const step of named.split("/")) {
    if (step === ".." && steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

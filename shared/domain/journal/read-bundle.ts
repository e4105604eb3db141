import { canonicalJson } from "../foundation/json.ts";
import { type Bundle, bundleSchema } from "./bundle.ts";
import type { Fault } from "./verify-chain.ts";

/** Reads a bundle's text. Whether it is canonical is asked by {@link canonicalFault}, once its entries were looked at. */
export function readBundle(text: string): { bundle: Bundle } | { fault: Fault } {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    return { fault: faultAt(text, parsedUpTo(text, error), "not_json", "The document isn't JSON any more") };
  }
  const parsed = bundleSchema.safeParse(document);
  if (parsed.success) return { bundle: document as Bundle };
  return { fault: shapeFault(parsed.error.issues[0]!) };
}

function shapeFault({ path, message }: { path: PropertyKey[]; message: string }): Fault {
  const [top, index] = path;
  const inEntry = top === "journal" && typeof index === "number";
  const place = inEntry ? `Entry ${index + 1}` : `The bundle's ${path.map(String).join(".") || "document"}`;
  return {
    seq: inEntry ? index + 1 : null,
    code: "wrong_shape",
    text: `${place} hasn't the shape of the format: ${message}.`,
  };
}

/** A bundle is its own canonical JSON; anything else was touched. */
export function canonicalFault(text: string, bundle: Bundle): Fault | undefined {
  const canonical = canonicalJson(bundle);
  if (canonical === text) return undefined;
  return faultAt(text, firstDifference(text, canonical), "not_canonical", "The document was rewritten");
}

function faultAt(text: string, position: number, code: string, sentence: string): Fault {
  const seq = entryAt(text, position);
  return { seq, code, text: `${sentence}${seq === null ? "" : ` at entry ${seq}`} (character ${position + 1}).` };
}

function firstDifference(a: string, b: string): number {
  let position = 0;
  while (position < a.length && a[position] === b[position]) position++;
  return position;
}

/** V8 says where in most of its messages, and otherwise that the text ended too early. */
function parsedUpTo(text: string, { message }: Error): number {
  const position = /position (\d+)/.exec(message)?.[1];
  return position === undefined ? text.length : Number(position);
}

/** An entry's canonical text ends with its number, so that a place in a broken document can still be named. */
const ENTRY_END = /"seq":(\d+)\}/g;

/** The number of the entry at a position of a bundle's text; null outside of the journal. */
function entryAt(text: string, position: number): number | null {
  const start = text.indexOf('"journal":[');
  const end = text.indexOf('],"playbook":{', start);
  if (start < 0 || position < start || (end >= 0 && position > end)) return null;
  const before = [...text.slice(start, position).matchAll(ENTRY_END)].at(-1);
  return before ? Number(before[1]) + 1 : 1;
}

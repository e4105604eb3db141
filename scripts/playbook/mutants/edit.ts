/** A stretch of a text: from the first character to the one after the last. */
export type Span = { start: number; end: number };

/** One small change to a reference: what replaces a stretch of it, and the stretch that tells people what was changed. */
export type Edit = Span & { text: string; within: Span };

/** A reference with one small change, which should make at least one hidden test fail. */
export type Mutant = {
  /** The line of the change, from 1. */
  line: number;
  /** What was changed, for example `a < b → a <= b`: the mutant's name, unique within the reference. */
  change: string;
  /** The changed reference. */
  text: string;
};

/** A change to all of the stretch. */
export const replace = ({ start, end }: Span, text: string): Edit => ({ start, end, text, within: { start, end } });

/** A change to a part of the stretch. */
export const replaceIn = (within: Span, { start, end }: Span, text: string): Edit => ({ start, end, text, within });

/** The mutants that edits make of a reference, in the order of their lines; equal ones once. */
export function mutantsOf(reference: string, edits: readonly Edit[]): Mutant[] {
  const known = new Set([reference]);
  const fresh = edits.filter((edit) => {
    const text = apply(reference, edit);
    return !known.has(text) && known.add(text);
  });
  const inOrder = fresh.toSorted((a, b) => a.start - b.start);
  const changes = inOrder.map((edit) => changeOf(reference, edit));
  return inOrder.map((edit, index) => ({
    line: reference.slice(0, edit.start).split("\n").length,
    change: numbered(changes, index),
    text: apply(reference, edit),
  }));
}

const apply = (reference: string, { start, end, text }: Edit): string =>
  reference.slice(0, start) + text + reference.slice(end);

function changeOf(reference: string, edit: Edit): string {
  const { start, end } = edit.within;
  const before = reference.slice(start, end);
  const after = reference.slice(start, edit.start) + edit.text + reference.slice(edit.end, end);
  return `${oneLine(before)} → ${oneLine(after) || "(removed)"}`;
}

const LONGEST = 80;

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

/** The same change at several places is told apart by its number. */
function numbered(changes: readonly string[], index: number): string {
  const change = changes[index]!;
  const number = changes.slice(0, index + 1).filter((other) => other === change).length;
  return number === 1 ? change : `${change} (${number})`;
}

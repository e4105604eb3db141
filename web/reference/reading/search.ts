import type { Entry, Group } from "./entries.ts";
import { type Shape, shapeOf } from "./shape.ts";

/** The groups with those entries in which every word stands: in name, path, summary, fields or codes. */
export function found(groups: readonly Group[], words: string): Group[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [...groups];
  return groups
    .map((group) => ({
      ...group,
      entries: group.entries.filter((entry) => wanted.every((word) => textOf(entry).includes(word))),
    }))
    .filter(({ entries }) => entries.length > 0);
}

const texts = new WeakMap<Entry, string>();

function textOf(entry: Entry): string {
  const known = texts.get(entry) ?? wordsIn(entry).join("\n").toLowerCase();
  texts.set(entry, known);
  return known;
}

const wordsIn = ({ id, title, path, method, summary, description, parameters, body, success, refusals }: Entry) => [
  ...[id, title, path, method, summary, description],
  ...parameters.map(({ name }) => name),
  ...[body?.schema, ...success.map(({ schema }) => schema)].flatMap((schema) =>
    schema ? namesIn(shapeOf(schema)) : [],
  ),
  ...refusals.map(({ code, status }) => `${code} ${status}`),
];

const namesIn = ({ fields, choices }: Shape): string[] => [
  ...fields.flatMap(({ name, shape }) => [name, ...namesIn(shape)]),
  ...choices.flatMap(namesIn),
];

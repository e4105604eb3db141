import type { AttributeValue } from "@aws-sdk/client-dynamodb";

export type Item = { [attribute: string]: AttributeValue };

export const text = (value: string): AttributeValue => ({ S: value });
export const number = (value: number): AttributeValue => ({ N: String(value) });
export const json = (value: unknown): AttributeValue => text(JSON.stringify(value));
export const bytes = (value: Uint8Array): AttributeValue => ({ B: value });

/** @throws TypeError for an item without this text */
export function textOf(item: Item, attribute: string): string {
  const value = item[attribute]?.S;
  if (value === undefined) throw new TypeError(`an item has no text "${attribute}"`);
  return value;
}

/** @throws TypeError for an item without this number */
export function numberOf(item: Item, attribute: string): number {
  const value = item[attribute]?.N;
  if (value === undefined) throw new TypeError(`an item has no number "${attribute}"`);
  return Number(value);
}

/** What {@link json} wrote. The tables are ours: the type is the one it was written with. */
export const jsonOf = <T>(item: Item, attribute: string): T => JSON.parse(textOf(item, attribute)) as T;

/** The key of everything that belongs to a stream (a session's id or `org`). */
export const streamKey = (stream: string, sort: string): Item => ({ pk: text(`stream#${stream}`), sk: text(sort) });

/** The stream in a key of {@link streamKey}. */
export const streamOf = (item: Item): string => textOf(item, "pk").slice("stream#".length);

const SHARDS = 4;

/** The shards over which an index is spread, so that no partition takes all writes. */
export const shards = (index: string): string[] => Array.from({ length: SHARDS }, (_, shard) => `${index}#${shard}`);

/** The shard of a stream. */
export function shardOf(index: string, stream: string): string {
  let hash = 0;
  for (const character of stream) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0;
  return `${index}#${hash % SHARDS}`;
}

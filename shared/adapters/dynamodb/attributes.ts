/** What an item consists of: our items are flat, and what has a structure stands in them as JSON text. */
export type Item = { [attribute: string]: string | number | Uint8Array };

/** @throws TypeError for an item without this text */
export function textOf(item: Item, attribute: string): string {
  const value = item[attribute];
  if (typeof value !== "string") throw new TypeError(`an item has no text "${attribute}"`);
  return value;
}

/** @throws TypeError for an item without this number */
export function numberOf(item: Item, attribute: string): number {
  const value = item[attribute];
  if (typeof value !== "number") throw new TypeError(`an item has no number "${attribute}"`);
  return value;
}

/** @throws TypeError for an item without these bytes */
export function bytesOf(item: Item, attribute: string): Uint8Array {
  const value = item[attribute];
  if (!(value instanceof Uint8Array)) throw new TypeError(`an item has no bytes "${attribute}"`);
  return value;
}

/** What stands in an item as JSON text. The tables are ours: the type is the one it was written with. */
export const jsonOf = <T>(item: Item, attribute: string): T => JSON.parse(textOf(item, attribute)) as T;

const streamPartition = (stream: string) => `stream#${stream}`;

/** The key of everything that belongs to a stream (a session's id or `org`). */
export const streamKey = (stream: string, sort: string) => ({ pk: streamPartition(stream), sk: sort });

/** The stream in a key of {@link streamKey}. */
export const streamOf = (item: Item): string => textOf(item, "pk").slice(streamPartition("").length);

const SHARDS = 4;

/** The shards over which an index is spread, so that no partition takes all writes. */
export const shards = (index: string): string[] => Array.from({ length: SHARDS }, (_, shard) => `${index}#${shard}`);

/** The shard of a stream. */
export function shardOf(index: string, stream: string): string {
  let hash = 0;
  for (const character of stream) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0;
  return `${index}#${hash % SHARDS}`;
}

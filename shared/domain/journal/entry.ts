import { canonicalJson, type Json } from "../foundation/json.ts";

/** Hex SHA-256 of a text's UTF-8 bytes; handed in, so that the domain stays free of platforms. */
export type Digest = (text: string) => string;

/** One fact before it is chained. `at` is RFC 3339 UTC with milliseconds; `actor` an opaque id, never a name. */
export type Fact<Kind extends string = string, Payload = Json> = {
  at: string;
  actor: string;
  kind: Kind;
  payload: Payload;
};

/**
 * One link of a journal. `payload_hash` is SHA-256(salt ‖ JCS(payload)); `hash` is SHA-256 of the JCS of the entry
 * without payload, salt and hash, so that a payload and its salt can be erased and the chain still holds.
 */
export type Entry<Kind extends string = string, Payload = Json> = Fact<Kind, Payload> & {
  seq: number;
  salt: string;
  payload_hash: string;
  prev_hash: string;
  hash: string;
};

/** An entry whose payload and salt were erased. */
export type ErasedEntry = Omit<Entry, "payload" | "salt">;

/** An entry as it is stored: what it said may have been erased. */
export type StoredEntry = ErasedEntry & { payload?: unknown; salt?: string };

/** Whether an entry still says what it said. */
export const isWhole = (entry: StoredEntry): entry is Entry<string, unknown> => "payload" in entry;

/** Where a journal ends; `EMPTY_TIP` before its first entry. */
export type Tip = { seq: number; hash: string; at: string };

export const EMPTY_TIP: Tip = { seq: 0, hash: "0".repeat(64), at: "1970-01-01T00:00:00.000Z" };

/**
 * Chains a fact to a tip. The first entry has `seq` 1. Time never runs backwards within a journal: an `at` before
 * the tip's is lifted to it.
 */
export function chain<Kind extends string, Payload>(
  tip: Tip,
  fact: Fact<Kind, Payload>,
  means: { salt: string; digest: Digest },
): Entry<Kind, Payload> {
  const linked = {
    seq: tip.seq + 1,
    at: fact.at < tip.at ? tip.at : fact.at,
    actor: fact.actor,
    kind: fact.kind,
    payload_hash: means.digest(means.salt + canonicalJson(fact.payload)),
    prev_hash: tip.hash,
  };
  return { ...linked, payload: fact.payload, salt: means.salt, hash: entryHash(linked, means.digest) };
}

/** The hash that an entry must carry. */
export function entryHash(
  { seq, at, actor, kind, payload_hash, prev_hash }: Omit<ErasedEntry, "hash">,
  digest: Digest,
): string {
  return digest(canonicalJson({ seq, at, actor, kind, payload_hash, prev_hash }));
}

/** Chains several facts, one after the other. */
export function chainAll<F extends Fact<string, unknown>>(
  tip: Tip,
  facts: readonly F[],
  means: { salt: () => string; digest: Digest },
): Entry<F["kind"], F["payload"]>[] {
  const entries: Entry<F["kind"], F["payload"]>[] = [];
  for (const fact of facts) {
    const last = entries.at(-1) ?? tip;
    entries.push(chain(last, fact, { salt: means.salt(), digest: means.digest }));
  }
  return entries;
}

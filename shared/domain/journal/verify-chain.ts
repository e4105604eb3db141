import * as z from "zod/mini";
import { canonicalJson } from "../foundation/json.ts";
import { type Digest, EMPTY_TIP, entryHash, isWhole, type StoredEntry, type Tip } from "./entry.ts";

/** The first thing that is wrong: at an entry, or (`seq` null) outside of all entries. */
export type Fault = { seq: number | null; code: string; text: string };

const fault = (seq: number, code: string, text: string): Fault => ({ seq, code, text });

/**
 * Whether each entry follows the one before it and says what its hashes say. An entry without payload must be named by
 * a later `session.erased`.
 *
 * @returns the first entry that fails; undefined when the chain holds.
 */
export function verifyChain(journal: readonly StoredEntry[], digest: Digest): Fault | undefined {
  const erased = erasedNumbers(journal);
  let tip: Tip = EMPTY_TIP;
  for (const entry of journal) {
    const found = linkFault(tip, entry, digest) ?? payloadFault(entry, { digest, erased });
    if (found) return found;
    tip = entry;
  }
  return undefined;
}

function linkFault(tip: Tip, entry: StoredEntry, digest: Digest): Fault | undefined {
  const seq = tip.seq + 1;
  if (entry.seq !== seq) {
    return fault(seq, "missing_entry", `Entry ${seq} is missing: number ${entry.seq} stands in its place.`);
  }
  if (entry.hash !== entryHash(entry, digest)) {
    return fault(seq, "changed_entry", `Entry ${seq} was changed: its hash doesn't fit what it says.`);
  }
  if (entry.prev_hash !== tip.hash) {
    return fault(seq, "broken_link", `Entry ${seq} doesn't follow the entry before it.`);
  }
  if (entry.at < tip.at) return fault(seq, "time_backwards", `Entry ${seq} is older than the entry before it.`);
  return undefined;
}

function payloadFault(
  entry: StoredEntry,
  { digest, erased }: { digest: Digest; erased: ReadonlySet<number> },
): Fault | undefined {
  if (!isWhole(entry)) {
    if (erased.has(entry.seq)) return undefined;
    return fault(entry.seq, "missing_payload", `What entry ${entry.seq} says is missing, and no erasure names it.`);
  }
  if (digest(entry.salt + canonicalJson(entry.payload)) === entry.payload_hash) return undefined;
  return fault(entry.seq, "changed_payload", `What entry ${entry.seq} (${entry.kind}) says was changed.`);
}

/** The payload of `session.erased`: which entries lost what they said. */
const erasureSchema = z.object({ session: z.string(), seqs: z.array(z.int()) });

function erasedNumbers(journal: readonly StoredEntry[]): ReadonlySet<number> {
  return new Set(
    journal.flatMap((entry) => {
      if (!isWhole(entry) || entry.kind !== "session.erased") return [];
      const erasure = erasureSchema.safeParse(entry.payload);
      return erasure.success ? erasure.data.seqs.filter((seq) => seq < entry.seq) : [];
    }),
  );
}

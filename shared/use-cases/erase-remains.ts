import type { StoredEntry } from "../domain/journal/entry.ts";
import { decideErasureCompleted } from "../domain/session/decide-erasure.ts";
import type { SessionFacts } from "../domain/session/facts.ts";
import type { SessionState } from "../domain/session/state.ts";
import type { JournalEraser } from "../ports/journal-store.ts";
import type { CandidateLinks, UndeliverableAddresses } from "../ports/mail.ts";
import type { Orders } from "../ports/orders.ts";
import type { Persons } from "../ports/persons.ts";
import type { Replies } from "../ports/replies.ts";
import { addressDigest } from "./mail/note-bounce.ts";
import type { Ports } from "./ports.ts";

export type EraserPorts = Pick<Ports, "sessions" | "journal" | "scorecardDrafts" | "identity"> & {
  eraser: JournalEraser;
  replies: Pick<Replies, "erase">;
  links: Pick<CandidateLinks, "forget">;
  persons: Pick<Persons, "forget">;
  orders: Pick<Orders, "forget">;
  undeliverable: Pick<UndeliverableAddresses, "remove">;
};

const FIRST = 1;

/**
 * Removes what is still stored of a session that was erased. Every step may run twice; the first entry, by which all
 * else is found, loses what it says last, so that a run that was cut off can be made again.
 */
export const eraseRemains =
  (ports: EraserPorts) =>
  async (state: SessionState): Promise<void> => {
    const { id } = state;
    const entries = await ports.journal.read(id);
    await eraseOfPerson(ports, entries[0]!);
    await Promise.all([
      ports.replies.erase(id),
      ports.links.forget(id),
      ports.scorecardDrafts.erase(id),
      ports.persons.forget(id),
    ]);
    await ports.eraser.erase(
      id,
      erasedNumbers(entries).filter((seq) => seq !== FIRST),
    );
    await ports.eraser.erase(id, [FIRST]);
    await ports.sessions.change(id, decideErasureCompleted);
  };

const erasedNumbers = (entries: readonly StoredEntry[]): number[] => {
  const erasure = entries.findLast(({ kind }) => kind === "session.erased")!;
  return (erasure.payload as SessionFacts["session.erased"]).seqs;
};

/** What stands under the person's address and orders, which only the first entry tells. */
async function eraseOfPerson(ports: EraserPorts, { payload }: StoredEntry): Promise<void> {
  if (payload === undefined) return;
  const { candidate, metadata } = payload as SessionFacts["session.created"];
  await ports.undeliverable.remove(addressDigest(ports.identity, candidate.email));
  const { order } = metadata;
  if (typeof order === "string") await ports.orders.forget(order);
}

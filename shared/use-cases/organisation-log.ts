import { ORGANISATION } from "../domain/events/build.ts";
import type { OutboxEvent } from "../domain/events/event.ts";
import { sameJson } from "../domain/foundation/json.ts";
import { chain, EMPTY_TIP, type StoredEntry } from "../domain/journal/entry.ts";
import type { OrganisationFact } from "../domain/journal/organisation.ts";
import { JournalConflict } from "../ports/journal-store.ts";
import { appendOnce } from "./append-once.ts";
import type { Ports } from "./ports.ts";

const ATTEMPTS = 12;

/** What is told to the outside of a fact, made once its number is known. */
export type EventOf = (entry: { seq: number; at: string }) => OutboxEvent;

/**
 * Appends one fact to the organisation's journal, with an event beside it where one is told.
 *
 * @throws JournalConflict when others kept coming first
 */
export const organisationLog =
  (ports: Pick<Ports, "journal" | "identity">) =>
  async (fact: OrganisationFact, eventOf?: EventOf): Promise<void> => {
    for (let attempt = 1; ; attempt++) {
      const tip = (await ports.journal.last(ORGANISATION)) ?? EMPTY_TIP;
      const entry = chain<string, unknown>(tip, fact, { salt: ports.identity.salt(), digest: ports.identity.digest });
      try {
        return await appendOnce(ports.journal, ORGANISATION, {
          entries: [entry],
          ...(eventOf && { events: [eventOf(entry)] }),
        });
      } catch (error) {
        if (!(error instanceof JournalConflict) || attempt === ATTEMPTS) throw error;
      }
    }
  };

/**
 * Appends a fact that no other is like, unless an earlier try of the same request has done so.
 *
 * @returns when it happened
 */
export const recordOnce = (ports: Pick<Ports, "journal" | "identity">) => {
  const record = organisationLog(ports);
  return async (fact: OrganisationFact, { again = false }: { again?: boolean | undefined }): Promise<string> => {
    const isSame = ({ kind, payload }: StoredEntry) => kind === fact.kind && sameJson(payload, fact.payload);
    const standing = again ? (await ports.journal.read(ORGANISATION)).find(isSame) : undefined;
    if (!standing) await record(fact);
    return standing?.at ?? fact.at;
  };
};

import type { OutboxEvent } from "../../domain/events/event.ts";
import { type Entry, isWhole, type StoredEntry } from "../../domain/journal/entry.ts";
import type { SessionHead } from "../../domain/session/head.ts";
import { matches } from "../../domain/session/lists.ts";
import { JournalConflict, type JournalEraser, type JournalStore } from "../../ports/journal-store.ts";
import type { Outbox } from "../../ports/outbox.ts";
import type { SessionIndex } from "../../ports/session-index.ts";
import { orderOf } from "../session-order.ts";

/** What survives a crash: journals, heads and events, written together. */
export type MemoryTables = {
  journals: Map<string, StoredEntry[]>;
  heads: Map<string, SessionHead>;
  events: Map<string, { event: OutboxEvent; open: boolean }>;
};

export const memoryTables = (): MemoryTables => ({ journals: new Map(), heads: new Map(), events: new Map() });

export function memoryJournalStore(tables: MemoryTables): JournalStore {
  const journalOf = (stream: string) => tables.journals.get(stream) ?? [];
  return {
    read: async (stream, after = 0, limit = Infinity) => journalOf(stream).slice(after, after + limit),
    last: async (stream) => journalOf(stream).at(-1),
    async append(stream, { entries, head, events = [] }) {
      const journal = journalOf(stream);
      if (entries[0]!.seq !== journal.length + 1)
        throw new JournalConflict(`${stream} goes on at ${journal.length + 1}`);
      tables.journals.set(stream, [...journal, ...entries]);
      if (head) tables.heads.set(head.id, head);
      for (const event of events) tables.events.set(event.id, { event, open: true });
    },
  };
}

export const memoryJournalEraser = ({ journals }: Pick<MemoryTables, "journals">): JournalEraser => ({
  async erase(stream, seqs) {
    const erased = new Set(seqs);
    const bare = ({ payload: _, salt: __, ...link }: Entry<string, unknown>): StoredEntry => link;
    const left = (journals.get(stream) ?? []).map((entry) =>
      isWhole(entry) && erased.has(entry.seq) ? bare(entry) : entry,
    );
    journals.set(stream, left);
  },
});

export function memorySessionIndex({ heads }: Pick<MemoryTables, "heads">): SessionIndex {
  return {
    head: async (session) => heads.get(session),
    async list(filter, { limit, cursor, sort }) {
      const { positionIn, follows, ...order } = orderOf(sort);
      const after = cursor === undefined ? undefined : order.position(cursor);
      const found = [...heads.values()]
        .filter((head) => matches(filter, head) && (after === undefined || follows(positionIn(head), after)))
        .sort((a, b) => (follows(positionIn(a), positionIn(b)) ? 1 : -1));
      const data = found.slice(0, limit);
      return { data, next_cursor: found.length > limit ? order.cursor(positionIn(data.at(-1)!)) : null };
    },
    async due(now, limit) {
      const due = [...heads.values()].filter(({ due_at }) => due_at !== null && due_at <= now);
      return due
        .sort((a, b) => (a.due_at! < b.due_at! ? -1 : 1))
        .slice(0, limit)
        .map(({ id }) => id);
    },
  };
}

export function memoryOutbox({ events }: Pick<MemoryTables, "events">): Outbox {
  const openEvents = () => [...events.values()].filter(({ open }) => open).map(({ event }) => event);
  return {
    open: async (stream) =>
      openEvents()
        .filter((event) => event.stream === stream)
        .sort((a, b) => a.sequence - b.sequence),
    stale: async (before, limit) => {
      const old = openEvents().filter(({ created_at }) => created_at < before);
      return [...new Set(old.map(({ stream }) => stream))].slice(0, limit);
    },
    async close(event) {
      const known = events.get(event.id);
      if (known) known.open = false;
    },
  };
}

import { beforeAll, describe, expect, test } from "vitest";
import { JournalConflict } from "#shared/ports/journal-store.ts";
import { type MakeStores, newId, type Stores, someEntries, someEvent, someHead } from "./stored-session.ts";

/** What every journal store keeps to. */
export function journalContract(make: MakeStores): void {
  let stores: Stores;
  beforeAll(async () => {
    stores = await make();
  });

  describe("a journal", () => {
    test("gives back what was appended, to the byte, and reads on from any entry", async () => {
      const stream = newId("ses_");
      const entries = someEntries(3);
      await stores.journal.append(stream, { entries: [entries[0]!] });
      await stores.journal.append(stream, { entries: entries.slice(1) });
      expect(await stores.journal.read(stream)).toEqual(entries);
      expect(await stores.journal.read(stream, 2)).toEqual(entries.slice(2));
      expect(await stores.journal.read(stream, 3)).toEqual([]);
      expect(await stores.journal.read(stream, 0, 2)).toEqual(entries.slice(0, 2));
      expect(await stores.journal.read(stream, 2, 5)).toEqual(entries.slice(2));
      expect(await stores.journal.last(stream)).toEqual(entries[2]);
    });

    test("loses what its erased entries say, twice as well as once, and nothing else", async () => {
      const stream = newId("ses_");
      const entries = someEntries(3);
      await stores.journal.append(stream, { entries });
      await stores.eraser.erase(stream, [1, 3]);
      await stores.eraser.erase(stream, [3]);
      const bare = entries.map(({ payload: _, salt: __, ...link }) => link);
      expect(await stores.journal.read(stream)).toEqual([bare[0], entries[1], bare[2]]);
      expect(await stores.journal.last(stream)).toEqual(bare[2]);
      const follows = { entries: someEntries(1, entries[2]) };
      await stores.journal.append(stream, follows);
      expect(await stores.journal.read(stream, 3)).toEqual(follows.entries);
    });

    test("that nobody began is empty", async () => {
      expect(await stores.journal.read(newId("ses_"))).toEqual([]);
      expect(await stores.journal.last(newId("ses_"))).toBeUndefined();
    });

    test("takes one of two entries of the same number and refuses the other", async () => {
      const stream = newId("ses_");
      const entries = someEntries(1);
      await stores.journal.append(stream, { entries });
      const second = stores.journal.append(stream, { entries: someEntries(1) });
      await expect(second).rejects.toBeInstanceOf(JournalConflict);
      expect(await stores.journal.read(stream)).toEqual(entries);
    });

    test("is written with head and events, or not at all", async () => {
      const stream = newId("ses_");
      const entries = someEntries(2);
      const head = someHead({ id: stream });
      const event = someEvent(stream, 1);
      await stores.journal.append(stream, { entries: [entries[0]!], head, events: [event] });
      const lost = {
        entries: someEntries(1),
        head: { ...head, status: "canceled" as const },
        events: [someEvent(stream, 1)],
      };
      await expect(stores.journal.append(stream, lost)).rejects.toBeInstanceOf(JournalConflict);
      expect(await stores.index.head(stream)).toEqual(head);
      expect(await stores.outbox.open(stream)).toEqual([event]);
    });

    test("survives ten writers who all want the next number", async () => {
      const stream = newId("ses_");
      const head = someHead({ id: stream });
      const attempts = Array.from({ length: 10 }, () =>
        stores.journal.append(stream, { entries: someEntries(1), head }).then(
          () => "written",
          (error: unknown) => (error instanceof JournalConflict ? "conflict" : error),
        ),
      );
      const outcomes = await Promise.all(attempts);
      expect(outcomes.filter((outcome) => outcome === "written")).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === "conflict")).toHaveLength(9);
    });
  });

  describe("the outbox", () => {
    test("gives a stream's open events in their order, until they are closed", async () => {
      const stream = newId("ses_");
      const [third, tenth] = [someEvent(stream, 3), someEvent(stream, 10)];
      await stores.journal.append(stream, { entries: someEntries(1), events: [tenth, third] });
      expect(await stores.outbox.open(stream)).toEqual([third, tenth]);
      await stores.outbox.close(third);
      await stores.outbox.close(third);
      expect(await stores.outbox.open(stream)).toEqual([tenth]);
    });

    test("names the streams whose open events are old", async () => {
      const [old, young] = [newId("ses_"), newId("ses_")];
      await stores.journal.append(old, {
        entries: someEntries(1),
        events: [someEvent(old, 1, "2025-01-01T00:00:00.000Z"), someEvent(old, 2, "2025-01-01T00:00:00.000Z")],
      });
      await stores.journal.append(young, { entries: someEntries(1), events: [someEvent(young, 1)] });
      expect(await stores.outbox.stale("2025-01-01T00:00:01.000Z", 100)).toEqual([old]);
      expect(await stores.outbox.stale("2025-01-01T00:00:00.000Z", 100)).toEqual([]);
    });
  });
}

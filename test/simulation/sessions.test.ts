import { describe, expect, test } from "vitest";
import type { MemoryTables } from "#shared/adapters/memory/store.ts";
import { JournalConflict, type JournalStore } from "#shared/ports/journal-store.ts";
import { simulate } from "./simulate.ts";

const SESSIONS = 2_000;
const PATIENCE = 120_000;

describe("a session in a world of lost answers, duplicates, throttling, skewed clocks and crashes", () => {
  test(
    `keeps every promise, ${SESSIONS} times over`,
    async () => {
      const seen = new Map<string, number>();
      let [calls, saved] = [0, 0];
      for (let seed = 0; seed < SESSIONS; seed++) {
        const run = await simulate({ seed });
        expect(run.broken, `seed ${seed}`).toEqual([]);
        seen.set(run.status, (seen.get(run.status) ?? 0) + 1);
        calls += run.calls;
        saved += run.saved;
      }
      expect([...seen.keys()].sort()).toEqual(["scored", "voided", "withdrawn"]);
      expect(calls).toBeGreaterThan(SESSIONS * 50);
      expect(saved).toBeGreaterThan(SESSIONS * 5);
    },
    PATIENCE,
  );

  test("runs the same way for the same seed and another way for another", async () => {
    const traces = new Set<string>();
    for (let seed = 0; seed < 20; seed++) {
      const [once, again] = [await simulate({ seed }), await simulate({ seed })];
      expect(again).toEqual(once);
      traces.add(once.trace);
    }
    expect(traces.size).toBe(20);
  });
});

describe("a store that breaks its word is caught", () => {
  type Break = (journal: JournalStore, tables: MemoryTables) => JournalStore;
  const everyFew = (count: number) => {
    let calls = 0;
    return () => ++calls % count === 0;
  };

  const forgetful: Break = (journal) => {
    const now = everyFew(10);
    return { ...journal, append: async (stream, commit) => (now() ? undefined : journal.append(stream, commit)) };
  };
  const unconditional: Break = (journal, { journals }) => ({
    ...journal,
    async append(stream, commit) {
      const standing = journals.get(stream) ?? [];
      journals.set(stream, standing.slice(0, commit.entries[0]!.seq - 1));
      await journal.append(stream, commit);
    },
  });
  const torn: Break = (journal) => {
    const now = everyFew(5);
    return {
      ...journal,
      append: (stream, { events, head, ...commit }) =>
        journal.append(stream, now() ? commit : { ...commit, ...(head && { head }), ...(events && { events }) }),
    };
  };
  const stale: Break = (journal) => ({
    ...journal,
    read: async (stream, after) => (await journal.read(stream, after)).slice(0, -1),
  });
  const altered: Break = (journal, { journals }) => ({
    ...journal,
    async append(stream, commit) {
      await journal.append(stream, commit);
      const entries = journals.get(stream)!;
      const edited = entries.map((entry) => (entry.seq === 4 ? { ...entry, actor: "somebody" } : entry));
      journals.set(stream, edited);
    },
  });
  const conflicting: Break = (journal) => {
    const now = everyFew(7);
    return {
      ...journal,
      async append(stream, commit) {
        await journal.append(stream, commit);
        if (now()) throw new JournalConflict("although it was written");
      },
    };
  };

  test.each([
    ["one that acknowledges what it doesn't write", forgetful],
    ["one that overwrites what others wrote", unconditional],
    ["one that writes entries without their head and events", torn],
    ["one that reads what was true a moment ago", stale],
    ["one that edits what stands", altered],
  ])("%s", async (_, store) => {
    const runs = [];
    for (let seed = 0; seed < 10; seed++) runs.push(await simulate({ seed, store }));
    expect(runs.flatMap(({ broken }) => broken)).not.toEqual([]);
  });

  test("while one that only denies its own writes is lived with", async () => {
    for (let seed = 0; seed < 50; seed++) {
      expect((await simulate({ seed, store: conflicting })).broken, `seed ${seed}`).toEqual([]);
    }
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { seededIdentity } from "#shared/adapters/memory/identity.ts";
import { memoryJournalStore, memoryTables } from "#shared/adapters/memory/store.ts";
import { ORGANISATION } from "#shared/domain/events/build.ts";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import type { PlaybookStore, PublishedPlaybook } from "#shared/ports/playbook-store.ts";
import { checkPlaybook } from "#shared/use-cases/check-playbook.ts";
import { comparePlaybooks } from "#shared/use-cases/compare-playbooks.ts";
import { listPlaybooks } from "#shared/use-cases/list-playbooks.ts";
import { publishPlaybook } from "#shared/use-cases/publish-playbook.ts";
import { readPlaybook } from "#shared/use-cases/read-playbook.ts";
import { examplePlaybook } from "#test/builders/example-playbook.ts";

const sandbox = {
  run: async () => {
    throw new Error("nothing of the example is run");
  },
};

function playbookShelf(): PlaybookStore {
  const shelf: PublishedPlaybook[] = [];
  const nameOf = ({ playbook: { id, version } }: PublishedPlaybook) => `${id}@${version}`;
  return {
    read: async (reference) => shelf.findLast((one) => nameOf(one) === reference || one.playbook.id === reference),
    list: async () =>
      shelf.map(({ playbook: { id, version, title }, digest, published_at }) => ({
        id,
        version,
        title,
        digest,
        published_at,
      })),
    publish: async (published) => {
      if (shelf.some((one) => nameOf(one) === nameOf(published))) return false;
      shelf.push(published);
      return true;
    },
  };
}

const refusalOf = (attempt: Promise<unknown>): Promise<Refusal> =>
  attempt.then(
    () => expect.unreachable("it was granted"),
    (error) => {
      if (error instanceof Refusal) return error;
      throw error;
    },
  );

describe("publishing a playbook", () => {
  let tables = memoryTables();
  let ports = portsOf();
  let publish = publishPlaybook(ports);
  beforeEach(() => {
    tables = memoryTables();
    ports = portsOf();
    publish = publishPlaybook(ports);
  });

  function portsOf() {
    const clock = { now: () => "2026-03-01T09:00:00.000Z" };
    return {
      playbooks: playbookShelf(),
      journal: memoryJournalStore(tables),
      sandbox,
      clock,
      identity: seededIdentity("x"),
    };
  }
  const journal = () => ports.journal.read(ORGANISATION);
  const events = () => [...tables.events.values()].map(({ event }) => event);

  test("keeps it, says so in the organisation's journal, and tells the outside", async () => {
    const listing = await publish({ playbook: examplePlaybook(), actor: "key_1" });
    expect(listing).toMatchObject({
      id: "bookkeeper",
      version: 1,
      title: "Bookkeeper",
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await readPlaybook(ports)({ playbook: "bookkeeper" })).toMatchObject({ playbook: examplePlaybook() });
    expect(await listPlaybooks(ports)()).toEqual({ data: [listing], next_cursor: null });
    const payload = { playbook: "bookkeeper@1", digest: listing.digest };
    expect(await journal()).toMatchObject([{ seq: 1, kind: "playbook.published", actor: "key_1", payload }]);
    expect(events()).toMatchObject([{ type: "playbook.published", stream: "org", sequence: 1 }]);
    expect(JSON.parse(events()[0]!.body).data).toMatchObject(payload);
  });

  test("answers the same playbook with what was published the first time, and tells nobody again", async () => {
    const first = await publish({ playbook: examplePlaybook(), actor: "key_1" });
    const reordered = Object.fromEntries(Object.entries(examplePlaybook()).reverse());
    expect(await publish({ playbook: reordered, actor: "key_2" })).toEqual(first);
    expect(await journal()).toHaveLength(1);
    expect(events()).toHaveLength(1);
  });

  test("refuses other content under a published version", async () => {
    await publish({ playbook: examplePlaybook(), actor: "key_1" });
    const refusal = await refusalOf(publish({ playbook: { ...examplePlaybook(), title: "Clerk" }, actor: "key_1" }));
    expect(refusal).toMatchObject({ code: "version_exists", data: { playbook: "bookkeeper@1" } });
    expect(await publish({ playbook: { ...examplePlaybook(), version: 2 }, actor: "key_1" })).toMatchObject({
      version: 2,
    });
  });

  test("writes into the journal what a crash kept from it", async () => {
    const journalOfBefore = ports.journal.append;
    ports.journal.append = () => Promise.reject(new Error("crash"));
    await expect(publish({ playbook: examplePlaybook(), actor: "key_1" })).rejects.toThrow("crash");
    ports.journal.append = journalOfBefore;
    await publish({ playbook: examplePlaybook(), actor: "key_1" });
    expect(await journal()).toHaveLength(1);
  });

  test("refuses a playbook with every violation, and keeps nothing", async () => {
    const playbook = examplePlaybook();
    playbook.categories[0]!.weight = "60";
    Object.assign(playbook.sections[0]!.items[0]!, {
      specimens: [{ name: "a wrong claim", answer: "38", points: "0" }],
    });
    const refusal = await refusalOf(publish({ playbook, actor: "key_1" }));
    expect(refusal.code).toBe("playbook_invalid");
    expect(refusal.violations.map(({ path }) => path)).toEqual(["categories", "sections[0].items[0].specimens[0]"]);
    expect(await listPlaybooks(ports)()).toEqual({ data: [], next_cursor: null });
    expect(await journal()).toEqual([]);
  });
});

describe("comparing two published versions", () => {
  const earlier = examplePlaybook();
  const later = { ...examplePlaybook(), version: 2 };
  later.categories[0]!.weight = "60";
  const playbooks = playbookShelf();
  const compare = comparePlaybooks({ playbooks });
  beforeEach(async () => {
    for (const playbook of [earlier, later]) await playbooks.publish({ playbook, digest: "d", published_at: "t" });
  });

  test("says what the change means, from the one to the other", async () => {
    const there = await compare({ playbook: "bookkeeper", against: "bookkeeper@1" });
    expect(there).toMatchObject({ playbook: "bookkeeper@2", against: "bookkeeper@1" });
    expect(there.changes).toMatchObject([
      { area: "weights", effect: "results", path: "categories.knowledge.weight", before: "70", after: "60" },
    ]);
    const back = await compare({ playbook: "bookkeeper@1", against: "bookkeeper@2" });
    expect(back.changes).toMatchObject([{ before: "60", after: "70" }]);
  });

  test("refuses what was never published", async () => {
    const refusal = await refusalOf(compare({ playbook: "bookkeeper@1", against: "bookkeeper@3" }));
    expect(refusal.code).toBe("playbook_not_found");
  });
});

describe("checking a playbook", () => {
  const check = checkPlaybook({ sandbox });

  test("finds nothing wrong with a sound one", async () => {
    expect(await check({ playbook: examplePlaybook() })).toEqual({ valid: true, violations: [] });
  });

  test("lists what breaks the schema, an invariant and a key in one answer", async () => {
    const { title: _, ...playbook } = examplePlaybook();
    playbook.bands[0]!.to = "50";
    playbook.sections[0]!.items[0]!.specimens[0]!.points = "2";
    const { valid, violations } = await check({ playbook });
    expect(valid).toBe(false);
    expect(violations.map(({ path }) => path)).toEqual(["title", "bands[1].from", "sections[0].items[0].specimens[0]"]);
  });

  test.each([null, "text", 7, [], {}])("answers %j with violations, not with a fault", async (playbook) => {
    expect((await check({ playbook })).valid).toBe(false);
  });
});

test("reading a playbook that isn't there is refused", async () => {
  const refusal = await refusalOf(readPlaybook({ playbooks: playbookShelf() })({ playbook: "nobody" }));
  expect(refusal.code).toBe("playbook_not_found");
});

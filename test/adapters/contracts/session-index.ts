import { beforeAll, describe, expect, test } from "vitest";
import type { SessionHead } from "#shared/domain/session/head.ts";
import { SESSION_SORTS, type SessionFilter, type SessionSort } from "#shared/domain/session/lists.ts";
import { type MakeStores, newId, type Stores, someEntries, someHead } from "./stored-session.ts";

/** What every session index keeps to. */
export function sessionIndexContract(make: MakeStores): void {
  let stores: Stores;
  beforeAll(async () => {
    stores = await make();
  });

  const put = async (changes: Partial<SessionHead> = {}): Promise<string> => {
    const id = newId("ses_");
    await stores.journal.append(id, { entries: someEntries(1), head: someHead({ id, ...changes }) });
    return id;
  };
  const listed = async (filter: SessionFilter, limit: number, sort?: SessionSort): Promise<string[]> => {
    const ids: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await stores.index.list(filter, { limit, cursor, sort });
      expect(page.data.length).toBeLessThanOrEqual(limit);
      ids.push(...page.data.map(({ id }) => id));
      if (page.next_cursor === null) return ids;
      cursor = page.next_cursor;
    }
  };

  describe("lists of sessions", () => {
    test("run from the newest to the oldest over all pages, nothing skipped or repeated", async () => {
      const playbook = `${newId("p")}@1`;
      const ids: string[] = [];
      for (let minute = 10; minute < 33; minute++) {
        ids.unshift(await put({ playbook, created_at: `2026-03-01T09:${minute}:00.000Z` }));
      }
      expect(await listed({ playbook }, 5)).toEqual(ids);
      expect(await listed({ playbook }, 23)).toEqual(ids);
      expect(await listed({ playbook }, 100)).toEqual(ids);
    });

    test("skip and repeat nothing while sessions are added and change", async () => {
      const playbook = `${newId("p")}@1`;
      const ids: string[] = [];
      for (let minute = 10; minute < 19; minute++) {
        ids.unshift(await put({ playbook, created_at: `2026-03-01T09:${minute}:00.000Z` }));
      }
      const seen: string[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await stores.index.list({ playbook }, { limit: 2, cursor });
        seen.push(...page.data.map(({ id }) => id));
        if (page.next_cursor === null) break;
        cursor = page.next_cursor;
        await put({ playbook, created_at: `2026-03-01T10:${10 + seen.length}:00.000Z` });
        const changed = ids[seen.length - 1]!;
        const [entry] = await stores.journal.read(changed);
        const created_at = (await stores.index.head(changed))!.created_at;
        const head = someHead({ id: changed, playbook, created_at, updated_at: "2026-03-05T09:00:00.000Z" });
        await stores.journal.append(changed, { entries: someEntries(1, entry), head });
      }
      expect(seen).toEqual(ids);
    });

    test("with the same time of creation are paged by id", async () => {
      const playbook = `${newId("p")}@1`;
      const ids = await Promise.all(Array.from({ length: 7 }, () => put({ playbook })));
      expect(await listed({ playbook }, 2)).toEqual(ids.sort().reverse());
    });

    test("can be narrowed by status, playbook, external id and time of change", async () => {
      const id = newId("p");
      const candidate = { name: "B", email: "b@example.com", external_id: newId("x") };
      const wanted = await put({ playbook: `${id}@2`, status: "scored", candidate });
      const other = await put({ playbook: `${id}@1`, updated_at: "2026-03-02T00:00:00.000Z" });
      expect(await listed({ playbook: `${id}@2` }, 10)).toEqual([wanted]);
      expect((await listed({ playbook: id }, 10)).sort()).toEqual([wanted, other].sort());
      expect(await listed({ playbook: id, status: "scored" }, 10)).toEqual([wanted]);
      expect(await listed({ external_id: candidate.external_id }, 10)).toEqual([wanted]);
      expect(await listed({ playbook: id, updated_since: "2026-03-02T00:00:00.000Z" }, 10)).toEqual([other]);
    });

    test("can be sorted by creation, change, name and score, both ways and over all pages", async () => {
      const playbook = `${newId("p")}@1`;
      const names = ["Žofie", "émile", "Zoe", "Adam", "emil", "\u{1f600}", "\ufb03x"];
      const ids: string[] = [];
      for (const [index, name] of names.entries()) {
        ids.push(
          await put({
            playbook,
            candidate: { name, email: "a@example.com" },
            created_at: `2026-03-01T09:1${index}:00.000Z`,
            updated_at: `2026-03-02T09:1${(index * 3) % 7}:00.000Z`,
            score: index === 0 ? null : `${[100, 9.5, 80, 79.99, 80.01, 0][index - 1]!.toFixed(2)}`,
          }),
        );
      }
      const pick = (...order: number[]) => order.map((index) => ids[index]);
      const rising = {
        created: pick(0, 1, 2, 3, 4, 5, 6),
        updated: pick(0, 5, 3, 1, 6, 4, 2),
        name: pick(3, 4, 1, 6, 2, 0, 5),
        score: pick(0, 6, 2, 4, 3, 5, 1),
      };
      for (const sort of SESSION_SORTS) {
        const wanted = rising[sort.replace("-", "") as keyof typeof rising];
        const order = sort.startsWith("-") ? wanted.toReversed() : wanted;
        for (const limit of [1, 3, 100]) expect(await listed({ playbook }, limit, sort), sort).toEqual(order);
      }
    });

    test("find a session by any part of name, address and ids, in any case and without accents", async () => {
      const playbook = `${newId("p")}@1`;
      const candidate = { name: "Zoë Müller", email: "Zoe.M@Example.com", external_id: "Cand-77" };
      const id = await put({ playbook, candidate });
      await put({ playbook });
      for (const q of ["zoe", "MULLER", "ë m", "zoe.m@", "cand-77", id.toLowerCase(), ` ${id} `]) {
        expect(await listed({ playbook, q }, 10), q).toEqual([id]);
      }
      expect(await listed({ playbook, q: "nobody" }, 10)).toEqual([]);
    });

    test("can be narrowed to one job, and to several", async () => {
      const playbook = `${newId("p")}@1`;
      const [a, b] = [await put({ playbook, job: "a" }), await put({ playbook, job: "b" })];
      await put({ playbook });
      expect(await listed({ playbook, job: "a" }, 10)).toEqual([a]);
      expect((await listed({ playbook, jobs: ["a", "b", "c"] }, 1)).sort()).toEqual([a, b].sort());
      expect(await listed({ playbook, jobs: [] }, 10)).toEqual([]);
    });

    test("refuse a cursor of another order", async () => {
      const playbook = `${newId("p")}@1`;
      await Promise.all([put({ playbook }), put({ playbook })]);
      const { next_cursor } = await stores.index.list({ playbook }, { limit: 1, sort: "name" });
      const turned = stores.index.list({ playbook }, { limit: 1, sort: "-name", cursor: next_cursor! });
      await expect(turned).rejects.toMatchObject({ code: "invalid_request" });
    });

    test("refuse a cursor that they never gave", async () => {
      for (const cursor of ["", "x", "!!", Buffer.from("anything").toString("base64url")]) {
        const list = stores.index.list({}, { limit: 1, cursor });
        await expect(list).rejects.toMatchObject({ code: "invalid_request" });
      }
    });
  });

  test("sessions that are due come oldest first, and no more once their time was moved", async () => {
    const late = await put({ due_at: "2020-01-01T00:00:02.000Z" });
    const early = await put({ due_at: "2020-01-01T00:00:01.000Z" });
    await put({ due_at: "2020-01-02T00:00:00.000Z" });
    const now = "2020-01-01T00:00:02.000Z";
    expect(await stores.index.due(now, 10)).toEqual([early, late]);
    expect(await stores.index.due(now, 1)).toEqual([early]);
    const [entry] = await stores.journal.read(early);
    await stores.journal.append(early, { entries: someEntries(1, entry), head: someHead({ id: early }) });
    expect(await stores.index.due(now, 10)).toEqual([late]);
    expect(await stores.index.head(early)).toMatchObject({ due_at: null });
  });
}

import { beforeAll, describe, expect, test } from "vitest";
import { canonicalJson } from "#shared/domain/foundation/json.ts";
import type { PublishedPlaybook } from "#shared/ports/playbook-store.ts";
import { sessionPlaybook } from "#test/builders/session-playbook.ts";
import { type MakeStores, newId, type Stores } from "./stored-session.ts";

const published = (id: string, version: number): PublishedPlaybook => ({
  playbook: sessionPlaybook({ id, version, title: `Version ${version}` }),
  digest: "d".repeat(64),
  published_at: "2026-03-01T09:00:00.000Z",
});

/** What every store of single records keeps to. */
export function recordsContract(make: MakeStores): void {
  let stores: Stores;
  beforeAll(async () => {
    stores = await make();
  });

  describe("playbooks", () => {
    test("are read by version, or by id alone as the latest", async () => {
      const id = newId("p");
      for (const version of [9, 10, 2]) expect(await stores.playbooks.publish(published(id, version))).toBe(true);
      expect(await stores.playbooks.read(`${id}@9`)).toEqual(published(id, 9));
      expect(await stores.playbooks.read(id)).toEqual(published(id, 10));
      expect(await stores.playbooks.read(`${id}@3`)).toBeUndefined();
      expect(await stores.playbooks.read(newId("p"))).toBeUndefined();
    });

    test("come in canonical order, so that their text is the one that the digest is of", async () => {
      const given = published(newId("p"), 1);
      await stores.playbooks.publish(given);
      const read = await stores.playbooks.read(given.playbook.id);
      expect(JSON.stringify(read!.playbook)).toBe(canonicalJson(given.playbook));
    });

    test("that were published never change", async () => {
      const first = published(newId("p"), 1);
      await stores.playbooks.publish(first);
      const { id } = first.playbook;
      expect(await stores.playbooks.publish({ ...first, digest: "e".repeat(64) })).toBe(false);
      expect(await stores.playbooks.read(id)).toEqual(first);
    });

    test("are listed, each version, the latest first", async () => {
      const id = newId("p");
      for (const version of [9, 10]) await stores.playbooks.publish(published(id, version));
      const mine = (await stores.playbooks.list()).filter((listing) => listing.id === id);
      expect(mine).toEqual(
        [10, 9].map((version) => ({
          id,
          version,
          title: `Version ${version}`,
          digest: "d".repeat(64),
          published_at: "2026-03-01T09:00:00.000Z",
        })),
      );
    });
  });

  test("an API key is found by its hash and listed, and saving it again replaces it", async () => {
    const key = {
      id: newId("key_"),
      label: "ATS",
      secret_hash: newId("h"),
      scopes: ["sessions:read"],
      created_at: "2026-03-01T09:00:00.000Z",
      revoked_at: null,
    };
    await stores.apiKeys.save(key);
    expect(await stores.apiKeys.findByHash(key.secret_hash)).toEqual(key);
    expect(await stores.apiKeys.findByHash(newId("h"))).toBeUndefined();
    const revoked = { ...key, revoked_at: "2026-03-02T09:00:00.000Z" };
    await stores.apiKeys.save(revoked);
    expect(await stores.apiKeys.findByHash(key.secret_hash)).toEqual(revoked);
    expect((await stores.apiKeys.list()).filter(({ id }) => id === key.id)).toEqual([revoked]);
  });

  test("staff are found by id as they were last seen, and listed by id", async () => {
    const [one, other] = [newId("a"), newId("b")];
    const seen = { name: "Ines", roles: ["recruiter"] as const, last_seen: "2026-03-01T09:00:00.000Z", sign_in: "1" };
    for (const id of [other, one]) await stores.staff.save({ id, ...seen });
    const later = { id: one, ...seen, name: null, last_seen: "2026-03-02T09:00:00.000Z", sign_in: "2" };
    await stores.staff.save(later);
    expect(await stores.staff.read(one)).toEqual(later);
    expect(await stores.staff.read(newId("c"))).toBeUndefined();
    const listed = (await stores.staff.list()).filter(({ id }) => id === one || id === other);
    expect(listed).toEqual([later, { id: other, ...seen }]);
  });

  test("a wait's token, however long, is listed until it is removed", async () => {
    const session = newId("ses_");
    const [first, second] = ["x".repeat(2_000), "y".repeat(2_000)];
    await stores.waitTokens.put(session, "first", first);
    await stores.waitTokens.put(session, "first", first);
    await stores.waitTokens.put(session, "second", second);
    expect(await stores.waitTokens.list(session)).toEqual([
      { section: "first", token: first },
      { section: "second", token: second },
    ]);
    await stores.waitTokens.remove(session, "first", first);
    expect(await stores.waitTokens.list(session)).toEqual([{ section: "second", token: second }]);
  });

  test("a signed head is kept by stream and number", async () => {
    const stream = newId("ses_");
    const head = { seq: 7, hash: "a".repeat(64), signature: "c2ln", key_id: "b".repeat(64) };
    await stores.signatures.save(stream, head);
    expect(await stores.signatures.read(stream, 7)).toEqual(head);
    expect(await stores.signatures.read(stream, 8)).toBeUndefined();
  });

  test("usage counts up by session", async () => {
    const session = newId("ses_");
    expect(await stores.usage.count(session, "example_runs")).toBe(1);
    expect(await stores.usage.count(session, "example_runs")).toBe(2);
    expect(await stores.usage.count(newId("ses_"), "example_runs")).toBe(1);
  });
}

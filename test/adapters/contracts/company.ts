import { beforeAll, describe, expect, test } from "vitest";
import type { Order } from "#shared/domain/ats/order.ts";
import { STANDARD_SETTINGS } from "#shared/domain/company/settings.ts";
import { attempted, mailErrand, takenOn } from "#shared/domain/errands/errand.ts";
import type { ReportKey, SettingsStore } from "#shared/ports/company-settings.ts";
import type { Errands } from "#shared/ports/errands.ts";
import type { CandidateLinks, UndeliverableAddresses } from "#shared/ports/mail.ts";
import type { Orders } from "#shared/ports/orders.ts";
import type { Persons } from "#shared/ports/persons.ts";
import { newId } from "./stored-session.ts";

export type CompanyStores = {
  errands: Errands;
  orders: Orders;
  links: CandidateLinks;
  undeliverable: UndeliverableAddresses;
  persons: Persons;
  settings: SettingsStore;
  reportKey: ReportKey;
};

const NOW = "2026-03-01T10:00:00.000Z";
const LATER = "2026-03-01T10:02:00.000Z";

const someErrand = () => mailErrand(newId("ses_"), { mail: "invitation", window: "" }, { digest: (t) => t, now: NOW });

const someOrder = (changes: Partial<Order> = {}): Order => ({
  id: newId("ord_"),
  ats: "greenhouse",
  key_hash: newId("hash"),
  round: 1,
  session: newId("ses_"),
  callback: { url: "https://app.greenhouse.io/1" },
  placed_at: NOW,
  canceled: false,
  told: null,
  told_at: null,
  failed: null,
  ...changes,
});

/** What every store of orders, errands, links and settings keeps to. */
export function companyContract(make: () => Promise<CompanyStores>): void {
  let stores: CompanyStores;
  beforeAll(async () => {
    stores = await make();
  });

  describe("errands", () => {
    test("are made once and taken on once, however many try at once", async () => {
      const errand = someErrand();
      const made = await Promise.all([1, 2, 3].map(() => stores.errands.create(errand)));
      expect(made.filter(Boolean)).toHaveLength(1);
      const known = (await stores.errands.read(errand.id))!;
      expect(known).toEqual(errand);
      const taken = await Promise.all([1, 2, 3].map(() => stores.errands.replace(known, takenOn(known, NOW)!)));
      expect(taken.filter(Boolean)).toHaveLength(1);
    });

    test("are due until they are over", async () => {
      const errand = someErrand();
      await stores.errands.create(errand);
      expect(await stores.errands.due(NOW, 500)).not.toContain(errand.id);
      expect(await stores.errands.due(LATER, 500)).toContain(errand.id);
      const done = attempted(errand, { end: "done" }, { now: NOW, chance: 0 });
      expect(await stores.errands.replace(errand, done)).toBe(true);
      expect(await stores.errands.due(LATER, 500)).not.toContain(errand.id);
      expect(await stores.errands.read("mail_none")).toBeUndefined();
    });
  });

  describe("orders", () => {
    test("of one key are placed once a round, and the latest is found by the key", async () => {
      const first = someOrder();
      const rivals = [first, someOrder({ key_hash: first.key_hash }), someOrder({ key_hash: first.key_hash })];
      const placed = await Promise.all(rivals.map((order) => stores.orders.place(order)));
      expect(placed.filter(Boolean)).toHaveLength(1);
      const latest = await stores.orders.latest("greenhouse", first.key_hash);
      expect(latest).toEqual(rivals[placed.indexOf(true)]);
      const second = someOrder({ key_hash: first.key_hash, round: 2 });
      expect(await stores.orders.place(second)).toBe(true);
      expect(await stores.orders.latest("greenhouse", first.key_hash)).toEqual(second);
      expect(await stores.orders.latest("ashby", first.key_hash)).toBeUndefined();
    });

    test("are changed as they stand", async () => {
      const order = someOrder();
      await stores.orders.place(order);
      await stores.orders.change(order.id, (stored) => ({ ...stored, told: "scored" }));
      await stores.orders.change(order.id, (stored) => ({ ...stored, canceled: true }));
      expect(await stores.orders.read(order.id)).toEqual({ ...order, told: "scored", canceled: true });
      expect(await stores.orders.change("ord_none", (stored) => stored)).toBeUndefined();
    });

    test("are listed the newest first, each once, while more are placed", async () => {
      const times = ["2031-01-03T10:00:00.000Z", "2031-01-01T10:00:00.000Z", "2031-01-02T10:00:00.000Z"];
      const [last, first, middle] = times.map((placed_at) => someOrder({ placed_at }));
      for (const order of [last!, first!, middle!]) await stores.orders.place(order);
      await stores.orders.change(middle!.id, (stored) => ({ ...stored, told: "scored" }));
      const page = await stores.orders.list({ limit: 2 });
      expect(page.data).toEqual([last, { ...middle, told: "scored" }]);
      await stores.orders.place(someOrder({ placed_at: "2031-01-04T10:00:00.000Z" }));
      const next = await stores.orders.list({ limit: 1, cursor: page.next_cursor! });
      expect(next.data).toEqual([first]);
      await expect(stores.orders.list({ limit: 1, cursor: "none" })).rejects.toMatchObject({ code: "invalid_request" });
    });

    test("keep no more than their id once their person is erased", async () => {
      const order = someOrder();
      await stores.orders.place(order);
      await stores.orders.forget(order.id);
      await stores.orders.forget(order.id);
      expect(await stores.orders.read(order.id)).toEqual({ ...order, key_hash: "", callback: {}, canceled: true });
      expect(await stores.orders.latest(order.ats, order.key_hash)).toBeUndefined();
    });
  });

  test("links are kept side by side and forgotten together", async () => {
    const session = newId("ses_");
    await stores.links.keep(session, { hash: "a", url: "https://x/a", until: LATER });
    await stores.links.keep(session, { hash: "b", url: "https://x/b", until: LATER });
    expect(await stores.links.list(session)).toEqual([
      { hash: "a", url: "https://x/a" },
      { hash: "b", url: "https://x/b" },
    ]);
    await stores.links.forget(session);
    expect(await stores.links.list(session)).toEqual([]);
  });

  test("an address that mail comes back from is noted once", async () => {
    const address = newId("digest");
    expect(await stores.undeliverable.has(address)).toBe(false);
    expect(await stores.undeliverable.add(address, NOW)).toBe(true);
    expect(await stores.undeliverable.add(address, NOW)).toBe(false);
    expect(await stores.undeliverable.has(address)).toBe(true);
    await stores.undeliverable.remove(address);
    await stores.undeliverable.remove(address);
    expect(await stores.undeliverable.has(address)).toBe(false);
  });

  test("settings begin with the standard ones and keep every change", async () => {
    expect(await stores.settings.read()).toEqual(STANDARD_SETTINGS);
    const names = ["a", "b", "c", "d"];
    await Promise.all(
      names.map((name) =>
        stores.settings.change((stored) => ({
          ...stored,
          mail: { ...stored.mail, staff: [...stored.mail.staff, name] },
        })),
      ),
    );
    expect([...(await stores.settings.read()).mail.staff].sort()).toEqual(names);
  });

  test("the key of reports is one and stays", async () => {
    const [first, second] = await Promise.all([stores.reportKey.read(), stores.reportKey.read()]);
    expect(second).toBe(first);
    expect(Buffer.from(first, "base64")).toHaveLength(32);
  });

  test("sessions of the same person are known by the address, however it is written, until they are forgotten", async () => {
    const [one, two, other] = [newId("ses_"), newId("ses_"), newId("ses_")].sort();
    const address = `${newId("p")}@example.com`;
    await stores.persons.note(one!, address);
    await stores.persons.note(one!, address);
    await stores.persons.note(two!, ` ${address.toUpperCase()} `);
    await stores.persons.note(other!, `x${address}`);
    expect(await stores.persons.sessionsOf(address)).toEqual([one, two]);
    expect(await stores.persons.others(one!)).toEqual([two]);
    expect(await stores.persons.others(other!)).toEqual([]);
    await stores.persons.forget(two!);
    await stores.persons.forget(two!);
    expect(await stores.persons.others(one!)).toEqual([]);
    expect(await stores.persons.sessionsOf(address)).toEqual([one]);
  });
}

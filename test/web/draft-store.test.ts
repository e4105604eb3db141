import { beforeEach, describe, expect, test, vi } from "vitest";
import { storageRows, storeOver } from "#web/candidate/saving/draft-store.ts";

const draft = (value: string) => ({ value, base: 1, attempts: [] });

/** Local storage as a plain object with methods, which is how the browser's own looks to `Object.keys`. */
function fakeStorage(): Storage {
  const entries: { [key: string]: unknown } = {};
  const method = (name: string, value: unknown) => Object.defineProperty(entries, name, { value, enumerable: false });
  method("getItem", (key: string) => entries[key] ?? null);
  method("setItem", (key: string, value: string) => void Object.assign(entries, { [key]: value }));
  method("removeItem", (key: string) => void delete entries[key]);
  return entries as unknown as Storage;
}

function alive(...tabs: string[]) {
  vi.stubGlobal("navigator", {
    locks: { query: async () => ({ held: tabs.map((tab) => ({ name: `assay:tab:${tab}` })) }) },
  });
}

describe("drafts on the device", () => {
  let storage: Storage;
  const of = (tab: string, session = "ses_1") => storeOver(storageRows(storage), { session, tab });
  beforeEach(() => {
    storage = fakeStorage();
    vi.useFakeTimers({ now: 0 });
    return () => void vi.useRealTimers();
  });

  test("a reloaded tab finds what it kept, and nothing after it was sent", async () => {
    alive("one");
    await of("one").put("a", draft("mine"));
    expect((await of("one").load()).get("a")).toEqual(draft("mine"));
    await of("one").remove("a");
    expect((await of("one").load()).size).toBe(0);
  });

  test("a tab's drafts are safe from another tab that is open at the same time", async () => {
    alive("one", "two");
    await of("one").put("a", draft("first tab"));
    await of("two").put("a", draft("second tab"));
    await of("two").remove("a");
    expect((await of("two").load()).size).toBe(0);
    expect((await of("one").load()).get("a")).toEqual(draft("first tab"));
  });

  test("what a closed tab left behind is taken over once, the newest of several", async () => {
    alive("three");
    await of("one").put("a", draft("older"));
    vi.advanceTimersByTime(1_000);
    await of("two").put("a", draft("newer"));
    expect((await of("three").load()).get("a")).toEqual(draft("newer"));
    expect((await of("one").load()).size).toBe(0);
    expect((await of("three").load()).get("a")).toEqual(draft("newer"));
  });

  test("sessions don't see each other's drafts", async () => {
    alive("one");
    await of("one", "ses_1").put("a", draft("mine"));
    expect((await of("one", "ses_2").load()).size).toBe(0);
  });
});

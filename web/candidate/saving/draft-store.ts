import type { Draft } from "./answer-state.ts";
import { livingTabs } from "./tabs.ts";

/** This tab's drafts of one session, on the device. */
export type DraftStore = {
  /** Whether drafts outlive the page. */
  lasting: boolean;
  /** The drafts by item; what closed tabs left behind is taken over. */
  load(): Promise<Map<string, Draft>>;
  put(item: string, draft: Draft): Promise<void>;
  remove(item: string): Promise<void>;
};

export type Owner = { session: string; tab: string };
type Row = Owner & { item: string; draft: Draft; at: number };

/** IndexedDB, where the browser allows it; else local storage; else this page's memory, which says so. */
export async function openDraftStore(owner: Owner): Promise<DraftStore> {
  try {
    return storeOver(indexedRows(await openDatabase()), owner);
  } catch {
    return storageWorks() ? storeOver(storageRows(localStorage), owner) : memoryDrafts();
  }
}

/** Where rows are kept, whoever owns them. */
type Rows = {
  all(session: string): Promise<Row[]>;
  put(row: Row): Promise<void>;
  remove(row: Owner & { item: string }): Promise<void>;
};

export function storeOver(rows: Rows, owner: Owner): DraftStore {
  const put = (item: string, draft: Draft) => rows.put({ ...owner, item, draft, at: Date.now() });
  return {
    lasting: true,
    put,
    remove: (item) => rows.remove({ ...owner, item }),
    async load() {
      const living = await livingTabs();
      const all = (await rows.all(owner.session)).toSorted((left, right) => left.at - right.at);
      const own = all.filter((row) => row.tab === owner.tab);
      const orphans = all.filter((row) => row.tab !== owner.tab && !living.has(row.tab));
      const drafts = new Map([...orphans, ...own].map((row) => [row.item, row.draft]));
      for (const [item, draft] of drafts) await put(item, draft);
      for (const row of orphans) await rows.remove(row);
      return drafts;
    },
  };
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("assay", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("drafts", { keyPath: ["session", "item", "tab"] });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
}

function indexedRows(database: IDBDatabase): Rows {
  const change = (work: (store: IDBObjectStore) => void) =>
    new Promise<void>((resolve, reject) => {
      const transaction = database.transaction("drafts", "readwrite");
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      work(transaction.objectStore("drafts"));
      // Commits without waiting for the next turn, so that even the last key before a reload is kept.
      transaction.commit();
    });
  return {
    put: (row) => change((store) => store.put(row)),
    remove: ({ session, item, tab }) => change((store) => store.delete([session, item, tab])),
    all: (session) => readRows(database, IDBKeyRange.bound([session], [session, []])),
  };
}

function readRows(database: IDBDatabase, range: IDBKeyRange): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    const request = database.transaction("drafts").objectStore("drafts").getAll(range);
    request.onsuccess = () => resolve(request.result as Row[]);
    request.onerror = () => reject(request.error);
  });
}

function storageWorks(): boolean {
  try {
    localStorage.setItem("assay", "");
    return true;
  } catch {
    return false;
  }
}

/** Rows in local storage, one entry each. */
export function storageRows(storage: Storage): Rows {
  const prefix = (session: string) => `assay:draft:${session}:`;
  const keyOf = ({ session, item, tab }: Owner & { item: string }) => `${prefix(session)}${item}:${tab}`;
  return {
    async put(row) {
      storage.setItem(keyOf(row), JSON.stringify(row));
    },
    async remove(row) {
      storage.removeItem(keyOf(row));
    },
    async all(session) {
      const keys = Object.keys(storage).filter((key) => key.startsWith(prefix(session)));
      return keys.map((key) => JSON.parse(storage.getItem(key) ?? "null") as Row);
    },
  };
}

/** Drafts for as long as the page lives. */
export function memoryDrafts(): DraftStore {
  const drafts = new Map<string, Draft>();
  return {
    lasting: false,
    load: async () => new Map(drafts),
    put: async (item, draft) => void drafts.set(item, draft),
    remove: async (item) => void drafts.delete(item),
  };
}

import type { Draft } from "./answer-state.ts";

/** Drafts on the device, by session and item. */
export type DraftStore = {
  /** Whether drafts outlive the page. */
  lasting: boolean;
  load(session: string): Promise<Map<string, Draft>>;
  put(session: string, item: string, draft: Draft): Promise<void>;
  remove(session: string, item: string): Promise<void>;
};

type Row = { session: string; item: string; draft: Draft };

/** IndexedDB, where the browser allows it; else local storage; else this page's memory, which says so. */
export async function openDraftStore(): Promise<DraftStore> {
  try {
    return indexedDrafts(await openDatabase());
  } catch {
    return storageWorks() ? storageDrafts(localStorage) : memoryDrafts();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("assay", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("drafts", { keyPath: ["session", "item"] });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
}

function indexedDrafts(database: IDBDatabase): DraftStore {
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
    lasting: true,
    put: (session, item, draft) => change((store) => store.put({ session, item, draft } satisfies Row)),
    remove: (session, item) => change((store) => store.delete([session, item])),
    load: (session) => readRows(database, IDBKeyRange.bound([session], [session, []])),
  };
}

function readRows(database: IDBDatabase, range: IDBKeyRange): Promise<Map<string, Draft>> {
  return new Promise((resolve, reject) => {
    const request = database.transaction("drafts").objectStore("drafts").getAll(range);
    request.onsuccess = () => resolve(new Map((request.result as Row[]).map((row) => [row.item, row.draft])));
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

/** Drafts in local storage, one entry per item. */
export function storageDrafts(storage: Storage): DraftStore {
  const prefix = (session: string) => `assay:${session}:`;
  return {
    lasting: true,
    async put(session, item, draft) {
      storage.setItem(prefix(session) + item, JSON.stringify(draft));
    },
    async remove(session, item) {
      storage.removeItem(prefix(session) + item);
    },
    async load(session) {
      const keys = Object.keys(storage).filter((key) => key.startsWith(prefix(session)));
      const entries = keys.map((key) => [key.slice(prefix(session).length), JSON.parse(storage.getItem(key) ?? "")]);
      return new Map(entries as [string, Draft][]);
    },
  };
}

/** Drafts for as long as the page lives. */
export function memoryDrafts(): DraftStore {
  const drafts = new Map<string, Map<string, Draft>>();
  const of = (session: string) => drafts.get(session) ?? drafts.set(session, new Map()).get(session)!;
  return {
    lasting: false,
    put: async (session, item, draft) => void of(session).set(item, draft),
    remove: async (session, item) => void of(session).delete(item),
    load: async (session) => new Map(of(session)),
  };
}

const KEY = "assay:tab";
const lockOf = (tab: string) => `assay:tab:${tab}`;

/**
 * This tab's name: the same after a reload, another one in a duplicated tab. It is held as a lock while the tab lives, so
 * that others can tell its drafts from those a closed tab has left behind.
 */
export async function thisTab(): Promise<string> {
  const before = read();
  if (before !== undefined && (await hold(before))) return before;
  const tab = crypto.randomUUID();
  write(tab);
  await hold(tab);
  return tab;
}

/** Tabs that are open in this browser now. */
export async function livingTabs(): Promise<ReadonlySet<string>> {
  const held = (await navigator.locks?.query())?.held ?? [];
  return new Set(held.map(({ name }) => name?.replace(lockOf(""), "") ?? ""));
}

/** @returns whether the name was free; a browser without locks can't tell and says yes. */
function hold(tab: string): Promise<boolean> {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((answer) => {
    void navigator.locks.request(lockOf(tab), { ifAvailable: true }, (lock) => {
      answer(lock !== null);
      return lock === null ? undefined : new Promise<never>(() => undefined);
    });
  });
}

function read(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(tab: string): void {
  try {
    sessionStorage.setItem(KEY, tab);
  } catch {
    // Without storage every load is a new tab; what the last one left is taken over as from a closed tab.
  }
}

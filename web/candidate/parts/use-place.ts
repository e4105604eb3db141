import { useState } from "preact/hooks";
import type { TakeView } from "#shared/contracts/shapes/take.ts";

type Current = NonNullable<TakeView["current"]>;

/** Which question is shown; a reload comes back to it. */
export function usePlace({ section, items }: Current): [number, (place: number) => void] {
  const key = `assay:place:${section}`;
  const [place, setPlace] = useState(() => {
    const kept = items.findIndex((item) => item.id === read(key));
    return Math.max(0, kept);
  });
  const go = (next: number) => {
    write(key, items[next]?.id ?? "");
    setPlace(next);
  };
  return [Math.min(place, items.length - 1), go];
}

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Without storage a reload begins at the first question again; answers don't depend on it.
  }
}

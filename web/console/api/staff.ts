import { useMemo } from "preact/hooks";
import { useMay } from "../may.ts";
import { useMe } from "../me.ts";
import type { Reader } from "../words/names.ts";
import { useRead } from "./hooks.ts";

/** As many as one page of the API holds; who isn't among them is shown by id. */
const MOST = 100;
/** Milliseconds after which names are read anew. */
const STEADY = 300_000;

/** What a member of staff is called; undefined where nobody knows. */
export const useStaffName = (id: string): string | undefined => useReader().staffName(id);

/** Whoever is signed in, with what they may know the staff by; the same until one of them changes. */
export function useReader(): Reader {
  const { id: me } = useMe();
  const may = useMay("list-staff");
  const { data } = useRead("list-staff", {}, { query: { limit: MOST }, every: STEADY, enabled: may });
  return useMemo(() => {
    const staffName = (id: string) => data?.data.find((person) => person.id === id)?.name ?? undefined;
    return { id: me, staffName };
  }, [me, data]);
}

import { useMay } from "../may.ts";
import { useRead } from "./hooks.ts";

/** As many as one page of the API holds; who isn't among them is shown by id. */
const MOST = 100;
/** Milliseconds after which names are read anew. */
const STEADY = 300_000;

/** What a member of staff is called; undefined where nobody knows. */
export function useStaffName(id: string): string | undefined {
  const may = useMay("list-staff");
  const { data } = useRead("list-staff", {}, { query: { limit: MOST }, every: STEADY, enabled: may });
  return data?.data.find((person) => person.id === id)?.name ?? undefined;
}

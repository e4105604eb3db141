import { SESSION_SORTS } from "#shared/domain/session/lists.ts";
import type { QueryOf, Session } from "../../api/types.ts";
import { STATUS_WORDS } from "../../parts/badge.tsx";

/** What the list shows and in which order; an empty text where anything fits. */
export type Filter = { q: string; status: string; playbook: string; job: string; sort: string };

export const NO_FILTER: Filter = { q: "", status: "", playbook: "", job: "", sort: "" };

const NAMES = Object.keys(NO_FILTER) as (keyof Filter)[];

/** The orders with words for people; the first is the usual one. */
export const ORDERS = [
  ["", "Newest first"],
  ["created", "Oldest first"],
  ["-updated", "Last changed first"],
  ["name", "Name, A to Z"],
  ["-score", "Highest score first"],
  ["score", "Lowest score first"],
] as const;

/** The filter that an address holds; what it holds of others' making and doesn't fit is left out. */
export function readFilter(search: URLSearchParams): Filter {
  const filter = Object.fromEntries(NAMES.map((name) => [name, search.get(name)?.trim() ?? ""])) as Filter;
  const isStatus = STATUS_WORDS.some(([status]) => status === filter.status);
  const isSort = SESSION_SORTS.some((sort) => sort === filter.sort);
  return { ...filter, status: isStatus ? filter.status : "", sort: isSort ? filter.sort : "" };
}

/** The filter as an address holds it: without what is empty. */
export const filterParts = (filter: Filter): { [name: string]: string } =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ""));

/** The filter as the API takes it. */
export const queryOf = (filter: Filter): QueryOf<"list-sessions"> => ({
  ...filterParts(filter),
  status: (filter.status || undefined) as Session["status"] | undefined,
  sort: SESSION_SORTS.find((sort) => sort === filter.sort),
});

/** Whether it leaves anything out. */
export const isNarrow = ({ sort: _, ...rest }: Filter): boolean => Object.values(rest).some((value) => value !== "");

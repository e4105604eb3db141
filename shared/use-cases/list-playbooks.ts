import type { PlaybookListing } from "../ports/playbook-store.ts";
import type { Ports } from "./ports.ts";

/** Every published version, by id and then the newest first. */
export const listPlaybooks = (ports: Pick<Ports, "playbooks">) => async (): Promise<{ data: PlaybookListing[] }> => {
  const listings = await ports.playbooks.list();
  return { data: listings.toSorted((a, b) => compareTexts(a.id, b.id) || b.version - a.version) };
};

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

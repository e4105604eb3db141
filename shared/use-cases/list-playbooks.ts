import type { PlaybookListing } from "../ports/playbook-store.ts";
import { type Page, type PageInput, pageOfAll } from "./page.ts";
import type { Ports } from "./ports.ts";

const HIGHEST_VERSION = 999_999_999;

/** Every published version, by id and then the newest first. */
export const listPlaybooks =
  (ports: Pick<Ports, "playbooks">) =>
  async (input: PageInput = {}): Promise<Page<PlaybookListing>> =>
    pageOfAll(await ports.playbooks.list(), input, positionOf);

const positionOf = ({ id, version }: PlaybookListing): string =>
  `${id}@${String(HIGHEST_VERSION - version).padStart(String(HIGHEST_VERSION).length, "0")}`;

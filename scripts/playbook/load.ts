import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { allViolations, type LocatedViolation, type PlaybookSource, ROOT_FILE } from "#shared/authoring/source.ts";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import { parsePlaybook } from "#shared/domain/playbook/parse.ts";
import { presented } from "#shared/domain/playbook/presented.ts";
import type { AuthoredPlaybook, Playbook } from "#shared/domain/playbook/schema.ts";
import { readFolder } from "./source.ts";

const SHIPPED = fileURLToPath(new URL("../../shared/playbooks/", import.meta.url));

export type LoadedPlaybook = {
  /** What would be published. */
  authored: AuthoredPlaybook<AnyItem>;
  /** What a session with the given seed presents; the same where nothing is drawn. */
  playbook: Playbook<AnyItem>;
  source: PlaybookSource;
};

const AUTHORS_SEED = "author";
const digest = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/**
 * Loads a playbook's folder: `playbook.yaml` and the files it names.
 *
 * @throws Refusal `playbook_invalid` with every violation of its form, each a {@link LocatedViolation};
 * `playbook_not_found`
 */
export function loadPlaybook(folder: string, seed: string = AUTHORS_SEED): LoadedPlaybook {
  requireFolder(folder);
  const source = readFolder(folder);
  const read = parsePlaybook(source.value, source.numberText);
  if ("playbook" in read && source.violations.length === 0) {
    return { authored: read.playbook, playbook: presented(read.playbook, { seed, digest }), source };
  }
  throw invalid(allViolations(source, "violations" in read ? read.violations : []));
}

function requireFolder(folder: string): void {
  if (existsSync(join(folder, ROOT_FILE))) return;
  throw new Refusal("playbook_not_found", `There is no ${ROOT_FILE} in ${folder}.`);
}

const invalid = (violations: LocatedViolation[]): Refusal =>
  new Refusal("playbook_invalid", `The playbook has ${violations.length} violation(s).`, { violations });

/** As {@link loadPlaybook}, for a folder or for the id of a shipped playbook: `back-end-developer` with or without `@1`. */
export function resolvePlaybook(reference: string, seed?: string): LoadedPlaybook {
  const loaded = loadPlaybook(folderOf(reference), seed);
  const version = isFolder(reference) ? undefined : reference.split("@")[1];
  if (version === undefined || version === String(loaded.playbook.version)) return loaded;
  throw new Refusal("playbook_not_found", `${reference} isn't shipped, but version ${loaded.playbook.version} is.`);
}

/** The folder that a reference means. @throws Refusal `playbook_not_found` */
export function folderOf(reference: string): string {
  if (isFolder(reference)) return reference;
  const [id = ""] = reference.split("@");
  if (shippedPlaybooks().includes(id)) return join(SHIPPED, id);
  const shipped = `Shipped are: ${shippedPlaybooks().join(", ")}.`;
  throw new Refusal(
    "playbook_not_found",
    `${reference} is neither a playbook's folder nor a shipped playbook. ${shipped}`,
  );
}

const isFolder = (reference: string): boolean => existsSync(join(reference, ROOT_FILE));

/** The ids of the playbooks that come with the product. */
export const shippedPlaybooks = (): string[] =>
  readdirSync(SHIPPED, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(SHIPPED, entry.name, "playbook.yaml")))
    .map((entry) => entry.name)
    .sort();

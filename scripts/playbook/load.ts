import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal, type Violation } from "#shared/domain/foundation/refusal.ts";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import { parsePlaybook } from "#shared/domain/playbook/parse.ts";
import type { Playbook } from "#shared/domain/playbook/schema.ts";
import { type LocatedViolation, type PlaybookSource, readSource } from "./source.ts";

const SHIPPED = fileURLToPath(new URL("../../shared/playbooks/", import.meta.url));

export type LoadedPlaybook = { playbook: Playbook<AnyItem>; source: PlaybookSource };

/**
 * Loads a playbook's folder: `playbook.yaml` and the files it names.
 *
 * @throws Refusal `playbook_invalid` whose violations are all there are, each a {@link LocatedViolation}.
 */
export function loadPlaybook(folder: string): LoadedPlaybook {
  if (!existsSync(join(folder, "playbook.yaml"))) {
    throw new Refusal("playbook_not_found", `There is no playbook.yaml in ${folder}.`);
  }
  const source = readSource(folder);
  if (source.violations.length > 0) throw invalid(source.violations);
  const read = parsePlaybook(source.value, source.numberText);
  if ("violations" in read) throw invalid(locate(source, read.violations));
  return { playbook: read.playbook, source };
}

/** Each violation with the file and line it stands at. */
export const locate = (source: PlaybookSource, violations: readonly Violation[]): LocatedViolation[] =>
  violations.map((violation) => ({ ...violation, ...source.locate(violation.path) }));

export const invalid = (violations: LocatedViolation[]): Refusal =>
  new Refusal("playbook_invalid", `The playbook has ${violations.length} violation(s).`, { violations });

/** As {@link loadPlaybook}, for a folder or for the id of a shipped playbook: `back-end-developer` with or without `@1`. */
export function resolvePlaybook(reference: string): LoadedPlaybook {
  if (existsSync(join(reference, "playbook.yaml"))) return loadPlaybook(reference);
  const [id = "", version] = reference.split("@");
  const loaded = shippedPlaybooks().includes(id) ? loadPlaybook(join(SHIPPED, id)) : undefined;
  if (loaded && (version === undefined || version === String(loaded.playbook.version))) return loaded;
  const shipped = `Shipped are: ${shippedPlaybooks().join(", ")}.`;
  throw new Refusal(
    "playbook_not_found",
    `${reference} is neither a playbook's folder nor a shipped playbook. ${shipped}`,
  );
}

/** The ids of the playbooks that come with the product. */
export const shippedPlaybooks = (): string[] =>
  readdirSync(SHIPPED, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

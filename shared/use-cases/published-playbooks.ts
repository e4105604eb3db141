import { Refusal } from "../domain/foundation/refusal.ts";
import type { AuthoredPlaybook } from "../domain/playbook/schema.ts";
import type { PlaybookStore } from "../ports/playbook-store.ts";

const REMEMBERED_VERSIONS = 32;

/**
 * Reads published versions by `id@version` and remembers them: they never change.
 * The function throws Refusal `playbook_not_found`.
 */
export function publishedPlaybooks(store: PlaybookStore): (reference: string) => Promise<AuthoredPlaybook> {
  const versions = new Map<string, AuthoredPlaybook>();
  return async (reference) => {
    const known = versions.get(reference);
    if (known) return known;
    const published = await store.read(reference);
    if (!published) throw new Refusal("playbook_not_found", `There is no playbook "${reference}".`);
    if (versions.size >= REMEMBERED_VERSIONS) versions.delete(versions.keys().next().value!);
    versions.set(reference, published.playbook);
    return published.playbook;
  };
}

import { Refusal } from "../domain/foundation/refusal.ts";
import type { PublishedPlaybook } from "../ports/playbook-store.ts";
import type { Ports } from "./ports.ts";

/**
 * One published version by `id@version`, or the latest by `id`, keys included.
 *
 * @throws Refusal `playbook_not_found`
 */
export const readPlaybook =
  (ports: Pick<Ports, "playbooks">) =>
  async (input: { playbook: string }): Promise<PublishedPlaybook> => {
    const published = await ports.playbooks.read(input.playbook);
    if (published) return published;
    throw new Refusal("playbook_not_found", `There is no playbook "${input.playbook}".`);
  };

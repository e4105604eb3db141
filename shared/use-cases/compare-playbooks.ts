import type { AnyItem } from "../domain/grading/schemas.ts";
import type { Change } from "../domain/playbook/diff/change.ts";
import { playbookChanges } from "../domain/playbook/diff/playbook-changes.ts";
import type { AuthoredPlaybook } from "../domain/playbook/schema.ts";
import type { Ports } from "./ports.ts";
import { readPlaybook } from "./read-playbook.ts";

/** `changes` lead from `against` to `playbook`, both `id@version`. */
export type PlaybookComparison = { playbook: string; against: string; changes: Change[] };

/**
 * What changed from one published version to another. Each is named by `id@version`, or by `id` for the latest.
 *
 * @throws Refusal `playbook_not_found`
 */
export const comparePlaybooks = (ports: Pick<Ports, "playbooks">) => {
  const read = readPlaybook(ports);
  // What was published has been through the schema of every item.
  const versionOf = async (playbook: string) => (await read({ playbook })).playbook as AuthoredPlaybook<AnyItem>;
  return async (input: { playbook: string; against: string }): Promise<PlaybookComparison> => {
    const [before, after] = await Promise.all([versionOf(input.against), versionOf(input.playbook)]);
    return {
      playbook: referenceOf(after),
      against: referenceOf(before),
      changes: playbookChanges(before, after),
    };
  };
};

const referenceOf = ({ id, version }: { id: string; version: number }): string => `${id}@${version}`;

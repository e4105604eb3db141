import type { Violation } from "../domain/foundation/refusal.ts";
import type { AnyItem } from "../domain/grading/schemas.ts";
import { playbookViolations, type Unread } from "../domain/playbook/check.ts";
import { type NumberText, parsePlaybook } from "../domain/playbook/parse.ts";
import { isWithin } from "../domain/playbook/path.ts";
import type { AuthoredPlaybook } from "../domain/playbook/schema.ts";
import type { Ports } from "./ports.ts";
import { playbookProofs } from "./prove-playbook.ts";

export type PlaybookCheck = { valid: boolean; violations: Violation[] };

/** Whether a value could be published as a playbook, with every reason why not. */
export const checkPlaybook = (ports: Pick<Ports, "sandbox">) => {
  const judge = playbookJudge(ports);
  return async (input: { playbook: unknown }): Promise<PlaybookCheck> => {
    const judged = await judge(input.playbook);
    return "playbook" in judged ? { valid: true, violations: [] } : { valid: false, violations: judged.violations };
  };
};

/**
 * Reads a value as a playbook and finds everything that keeps it from being published: where it breaks the schema or
 * an invariant, and keys that don't prove themselves. A broken item isn't run: its proofs would only repeat it.
 *
 * The function gives the playbook where there is nothing.
 */
export const playbookJudge = (ports: Pick<Ports, "sandbox">) => {
  const prove = playbookProofs(ports);

  async function flawsOf(playbook: AuthoredPlaybook<AnyItem>, unread?: Unread): Promise<Violation[]> {
    const broken = playbookViolations(playbook, unread);
    const parts = [...broken.map(({ path }) => path), ...(unread?.unread ?? []), ...(unread?.brokenItems ?? [])];
    const isBroken = (item: string) => parts.some((part) => isWithin(part, item) || isWithin(item, part));
    return [...broken, ...(await prove(playbook, isBroken))];
  }

  return async (
    value: unknown,
    numberText?: NumberText,
  ): Promise<{ playbook: AuthoredPlaybook<AnyItem> } | { violations: Violation[] }> => {
    const read = parsePlaybook(value, numberText);
    if ("playbook" in read) {
      const violations = await flawsOf(read.playbook);
      return violations.length === 0 ? read : { violations };
    }
    const { violations, salvaged } = read;
    return { violations: [...violations, ...(salvaged ? await flawsOf(salvaged.playbook, salvaged) : [])] };
  };
};

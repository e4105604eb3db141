import type { Violation } from "../domain/foundation/refusal.ts";
import type { AnyItem } from "../domain/grading/schemas.ts";
import { playbookViolations } from "../domain/playbook/check.ts";
import { parsePlaybook } from "../domain/playbook/parse.ts";
import type { Playbook } from "../domain/playbook/schema.ts";
import type { Ports } from "./ports.ts";
import { playbookProofs } from "./prove-playbook.ts";

export type PlaybookCheck = { valid: boolean; violations: Violation[] };

/** Whether a value could be published as a playbook, with every reason why not. */
export const checkPlaybook =
  (ports: Pick<Ports, "sandbox">) =>
  async (input: { playbook: unknown }): Promise<PlaybookCheck> => {
    const parsed = parsePlaybook(input.playbook);
    const violations = "violations" in parsed ? parsed.violations : await soundness(ports)(parsed.playbook);
    return { valid: violations.length === 0, violations };
  };

/**
 * Everything that keeps a playbook of the right form from being published: the invariants it breaks, and the keys
 * that don't prove themselves. An item that breaks an invariant isn't run: its proofs would only repeat it.
 */
export const soundness = (ports: Pick<Ports, "sandbox">) => {
  const prove = playbookProofs(ports);
  return async (playbook: Playbook<AnyItem>): Promise<Violation[]> => {
    const broken = playbookViolations(playbook);
    const unproven = await prove(playbook, (path) => broken.some((violation) => isWithin(violation.path, path)));
    return [...broken, ...unproven];
  };
};

const isWithin = (path: string, item: string): boolean => path.startsWith(`${item}.`) || path.startsWith(`${item}[`);

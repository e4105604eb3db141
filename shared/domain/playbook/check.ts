import type { Violation } from "../foundation/refusal.ts";
import type { AnyItem } from "../grading/schemas.ts";
import { checkBands } from "./check/bands.ts";
import { checkEvidence } from "./check/evidence.ts";
import { checkGates } from "./check/gates.ts";
import { checkIds } from "./check/ids.ts";
import { checkInterview } from "./check/interview.ts";
import { checkItems } from "./check/items.ts";
import type { Rule } from "./check/rule.ts";
import { checkTotals } from "./check/totals.ts";
import { checkCandidateView } from "./check/view.ts";
import type { Playbook } from "./schema.ts";

const rules: readonly Rule[] = [
  checkIds,
  checkTotals,
  checkEvidence,
  checkInterview,
  checkGates,
  checkBands,
  checkItems,
  checkCandidateView,
];

/** Every invariant that a playbook of the right form breaks; empty where it breaks none. Runs nothing. */
export const playbookViolations = (playbook: Playbook<AnyItem>): Violation[] => rules.flatMap((rule) => rule(playbook));

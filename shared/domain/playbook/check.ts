import type { Violation } from "../foundation/refusal.ts";
import type { AnyItem } from "../grading/schemas.ts";
import { checkBands } from "./check/bands.ts";
import { checkDraws } from "./check/draws.ts";
import { checkEvidence } from "./check/evidence.ts";
import { checkGates } from "./check/gates.ts";
import { checkIds } from "./check/ids.ts";
import { checkInterview } from "./check/interview.ts";
import { checkItems } from "./check/items.ts";
import type { Rule } from "./check/rule.ts";
import { checkMinutes, checkPause, checkPoints, checkWeights } from "./check/totals.ts";
import { checkAnchorsHidden, checkKeysHidden } from "./check/view.ts";
import { isWithin } from "./path.ts";
import type { AuthoredPlaybook } from "./schema.ts";

/** Each rule with the members of a playbook that it concludes from. */
const rules: readonly { rule: Rule; reads: readonly (keyof AuthoredPlaybook)[] }[] = [
  { rule: checkIds, reads: [] },
  { rule: checkWeights, reads: ["categories"] },
  { rule: checkMinutes, reads: ["sections", "minutes"] },
  { rule: checkPoints, reads: [] },
  { rule: checkDraws, reads: [] },
  { rule: checkPause, reads: ["policy"] },
  { rule: checkEvidence, reads: ["categories", "sections", "interview"] },
  { rule: checkInterview, reads: ["interview"] },
  { rule: checkGates, reads: ["categories", "sections", "interview", "gates", "red_flags"] },
  { rule: checkBands, reads: ["bands"] },
  { rule: checkItems, reads: [] },
  { rule: checkKeysHidden, reads: [] },
  { rule: checkAnchorsHidden, reads: ["interview"] },
];

/** Parts of a playbook that couldn't be read and have stand-ins: nothing is concluded from them. */
export type Unread = { unread: ReadonlySet<string>; brokenItems: ReadonlySet<string> };

const ALL_READ: Unread = { unread: new Set(), brokenItems: new Set() };

/** Every invariant that a playbook of the right form breaks; empty where it breaks none. Runs nothing. */
export const playbookViolations = (
  playbook: AuthoredPlaybook<AnyItem>,
  { unread, brokenItems }: Unread = ALL_READ,
): Violation[] =>
  rules
    .filter(({ reads }) => !reads.some((member) => unread.has(member)))
    .flatMap(({ rule }) => rule(playbook))
    .filter(({ path }) => ![...unread, ...brokenItems].some((part) => isWithin(path, part)));

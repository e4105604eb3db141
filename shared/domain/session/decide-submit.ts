import { Refusal } from "../foundation/refusal.ts";
import { CANDIDATE } from "./actors.ts";
import { closeSection } from "./due.ts";
import { requireSection } from "./lookup.ts";
import { type Decision, NOTHING, type Situation } from "./state.ts";
import { requireLegal } from "./transitions.ts";

/**
 * The candidate is done with the running section. Submitting a closed one again changes nothing.
 *
 * @throws Refusal `section_not_found`, `wrong_status`, `section_not_open`
 */
export function decideSubmit(situation: Situation, { section }: { section: string }): Decision {
  const { title } = requireSection(situation.playbook, section);
  const progress = situation.state.sections.get(section);
  if (progress?.closed) return NOTHING;
  requireLegal(situation.state, "section.closed");
  if (!progress) throw new Refusal("section_not_open", `The section "${title}" is not open yet.`);
  return { facts: closeSection(situation, "submitted", CANDIDATE) };
}

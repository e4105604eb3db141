import { Refusal } from "../foundation/refusal.ts";
import { CANDIDATE } from "./actors.ts";
import { openSection } from "./due.ts";
import { requireSection } from "./lookup.ts";
import { type Decision, NOTHING, type Situation } from "./state.ts";
import { runningSection, upcomingSection } from "./timing.ts";
import { requireLegal } from "./transitions.ts";

/**
 * The candidate begins the upcoming section, ahead of the end of the pause. Beginning the running section again
 * changes nothing.
 *
 * @throws Refusal `section_not_found`, `wrong_status`, `section_closed`, `section_not_ready`
 */
export function decideBegin(situation: Situation, { section }: { section: string }): Decision {
  const { state, playbook } = situation;
  const { title } = requireSection(playbook, section);
  const progress = state.sections.get(section);
  if (progress?.closed) throw new Refusal("section_closed", `The section "${title}" is closed.`);
  requireLegal(state, "section.opened");
  if (progress) return NOTHING;
  if (runningSection(state)) throw notReady(title, "another section is open");
  if (upcomingSection(playbook, state)?.id !== section) throw notReady(title, "another section comes first");
  return { facts: [openSection(situation, CANDIDATE)] };
}

const notReady = (title: string, why: string) =>
  new Refusal("section_not_ready", `The section "${title}" can't be begun now: ${why}.`);

import { Refusal } from "../foundation/refusal.ts";
import type { ItemBase } from "../grading/contract.ts";
import type { Playbook, Section } from "../playbook/schema.ts";

/** @throws Refusal `section_not_found` */
export function requireSection(playbook: Playbook, id: string): Section {
  const section = playbook.sections.find((candidate) => candidate.id === id);
  if (!section) throw new Refusal("section_not_found", `This assessment has no section "${id}".`);
  return section;
}

/** An item that counts, with its section. @throws Refusal `item_not_found` */
export function requireItem(playbook: Playbook, id: string): { section: Section; item: ItemBase } {
  for (const section of playbook.sections) {
    const item = section.items.find((candidate) => candidate.id === id);
    if (item) return { section, item };
  }
  throw new Refusal("item_not_found", `This assessment has no item "${id}".`);
}

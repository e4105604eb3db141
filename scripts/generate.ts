import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fieldReference } from "./playbook/field-reference.ts";
import { playbookJsonSchema } from "./playbook/json-schema.ts";

/** What is made from the sources and kept beside them: path from the repository's root, and text. */
export const generatedFiles = (): { path: string; text: string }[] => [
  { path: "shared/playbooks/playbook.schema.json", text: `${JSON.stringify(playbookJsonSchema(), null, 2)}\n` },
  { path: "docs/guides/playbook-fields.md", text: fieldReference() },
];

if (import.meta.main) {
  for (const { path, text } of generatedFiles()) {
    writeFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), text);
    console.log(path);
  }
}

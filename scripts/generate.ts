import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openApi } from "#shared/contracts/openapi.ts";
import { routes } from "#shared/contracts/routes.ts";
import { withFigures } from "./agreement/figures.ts";
import { operationsModule } from "./generate/operations.ts";
import { fieldReference } from "./playbook/field-reference.ts";
import { playbookJsonSchema } from "./playbook/json-schema.ts";

/** What is made from the sources and kept beside them: path from the repository's root, and text. */
export const generatedFiles = (): { path: string; text: string }[] => [
  { path: "shared/playbooks/playbook.schema.json", text: `${JSON.stringify(playbookJsonSchema(), null, 2)}\n` },
  { path: "docs/api/openapi.json", text: `${JSON.stringify(openApi(routes), null, 2)}\n` },
  { path: "web/console/api/generated/operations.ts", text: operationsModule(routes) },
  { path: "docs/guides/playbook-fields.md", text: fieldReference() },
  { path: WRITTEN_GUIDE, text: withFigures(readFileSync(pathOf(WRITTEN_GUIDE), "utf8")) },
];

const WRITTEN_GUIDE = "docs/guides/written-answers.md";
const pathOf = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

if (import.meta.main) {
  for (const { path, text } of generatedFiles()) {
    writeFileSync(pathOf(path), text);
    console.log(path);
  }
}

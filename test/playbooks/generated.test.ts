import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { generatedFiles } from "#scripts/generate.ts";

test.each(generatedFiles())("$path is what `node scripts/generate.ts` makes", ({ path, text }) => {
  const kept = readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
  expect(kept === text, `run: node scripts/generate.ts`).toBe(true);
});

import { expect } from "vitest";
import { parse } from "yaml";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import { parsePlaybook } from "#shared/domain/playbook/parse.ts";
import type { AuthoredPlaybook } from "#shared/domain/playbook/schema.ts";
import { blocksOf, readPage } from "#test/docs/pages.ts";
import { examplePlaybook } from "./example-playbook.ts";

type Written = { [field: string]: unknown };

/** The items in the YAML examples of an item type's page, as they are written there. */
export const guideItems = (type: string): Written[] =>
  blocksOf(readPage(`docs/guides/items/${type}.md`), "yaml").flatMap((block) => parse(block) as Written[]);

/** The example's playbook with a page's items in its first section. */
export function guidePlaybook(items: readonly Written[]): AuthoredPlaybook<AnyItem> {
  const example = examplePlaybook();
  const [first, ...others] = example.sections;
  const unfair = { ...example.red_flags[0]!, id: "unfair" };
  const read = parsePlaybook({
    ...example,
    sections: [{ ...first!, items }, ...others],
    red_flags: [...example.red_flags, unfair],
  });
  if ("playbook" in read) return read.playbook;
  return expect.unreachable(JSON.stringify(read.violations));
}

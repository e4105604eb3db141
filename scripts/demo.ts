import path from "node:path";
import { referenceAnswerOf } from "#shared/domain/grading/registry.ts";
import { openCompany } from "./demo/company.ts";
import { liveThrough } from "./demo/live-through.ts";
import { stories } from "./demo/stories.ts";
import { resolvePlaybook } from "./playbook/load.ts";

const PLAYBOOK = "back-end-developer";

/** `npm run demo`: gives the company of a running `npm start` candidates at every stage, so that its console has something to show. */
async function main(): Promise<void> {
  const company = openCompany(path.resolve(process.env["DATA_DIR"] ?? ".local"));
  const items = resolvePlaybook(PLAYBOOK).playbook.sections.flatMap((section) => section.items);
  const best = Object.fromEntries(items.map((item) => [item.id, referenceAnswerOf(item)]));
  for (const story of stories) {
    const session = await liveThrough(story, { company, playbook: PLAYBOOK, best });
    console.log(`${session}  ${story.stage.padEnd(12)}${story.name}`);
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

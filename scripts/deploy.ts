import { spawnSync } from "node:child_process";
import path from "node:path";
import { buildAll } from "./build.ts";
import { operatorKeys } from "./deploy/keys.ts";
import { type Deployed, readOutputs } from "./deploy/outputs.ts";
import { publish } from "./playbook/commands/publish.ts";
import { shippedPlaybooks } from "./playbook/load.ts";

/*
 * `npm run deploy`: builds, deploys the stacks, publishes the shipped playbooks and makes the first API key.
 * AWS credentials are those of the environment (AWS_PROFILE); what follows `--` goes to `cdk deploy`, for example
 * `npm run deploy -- --require-approval never`.
 */

const ROOT = path.join(import.meta.dirname, "..");
const OUTPUTS = path.join(ROOT, ".build/outputs.json");

const BOOTSTRAP = `
The deployment did not go through. If CDK says above that the account is not bootstrapped, do that first, once for each
account and region; it makes the bucket and the roles that CDK deploys with:

  npx cdk bootstrap aws://<account>/<region>

Account and region are those of your AWS credentials (AWS_PROFILE, AWS_REGION). Then run "npm run deploy" again: it
goes on where it ended.`;

function deployStacks(more: readonly string[]): Deployed {
  const command = ["deploy", "--all", "--outputs-file", OUTPUTS, ...more];
  const { status } = spawnSync(path.join(ROOT, "node_modules/.bin/cdk"), command, { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) {
    console.error(BOOTSTRAP);
    process.exit(1);
  }
  return readOutputs(OUTPUTS);
}

async function publishShipped(url: string, key: string): Promise<void> {
  for (const id of shippedPlaybooks()) await publish([id, "--url", url, "--key", key]);
}

function farewell(url: string, firstKey: string | undefined): string {
  const key = firstKey ? `  API key    ${firstKey}\n             (every scope; shown this once: keep it safe)\n` : "";
  return `\nAssay is deployed.\n\n  Page, API  ${url}\n${key}\nCreate a session with POST ${url}/v1/sessions.\n`;
}

await buildAll();
const deployed = deployStacks(process.argv.slice(2));
const keys = operatorKeys(deployed);
await keys.whilePublishing((key) => publishShipped(deployed.url, key));
console.log(farewell(deployed.url, await keys.first()));

import { parseArgs } from "node:util";
import { locate } from "#shared/authoring/source.ts";
import { nameAll } from "../arguments.ts";
import { resolvePlaybook } from "../load.ts";
import { refusalOf, service, serviceOptions } from "../service.ts";

/** `publish <folder or id> --url <api> --key <key>`: the service checks it again, and publishes or refuses it. */
export async function publish(args: string[]): Promise<boolean> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: serviceOptions });
  const { playbook: reference } = nameAll(positionals, ["playbook"]);
  const ask = service(values);
  const { authored, source } = resolvePlaybook(reference);
  const answer = await ask("/v1/playbooks", authored);
  if ("problem" in answer) throw refusalOf(answer.problem, locate(source, answer.problem.errors ?? []));
  const { digest } = JSON.parse(answer.text) as { digest: string };
  console.log(`${authored.id}@${authored.version} is published. Digest: ${digest}`);
  return true;
}

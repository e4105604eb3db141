import { parseArgs } from "node:util";
import { Refusal, type Violation } from "#shared/domain/foundation/refusal.ts";
import { nameAll } from "../arguments.ts";
import { locate, resolvePlaybook } from "../load.ts";
import { UsageError } from "../report.ts";
import type { PlaybookSource } from "../source.ts";

const options = { url: { type: "string" }, key: { type: "string" } } as const;

/** `publish <folder or id> --url <api> --key <key>`: the service checks it again, and publishes or refuses it. */
export async function publish(args: string[]): Promise<boolean> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
  const { playbook: reference } = nameAll(positionals, ["playbook"]);
  const url = values.url ?? process.env.ASSAY_URL;
  const key = values.key ?? process.env.ASSAY_KEY;
  if (!url || !key) throw new UsageError("Publishing needs --url and --key (or ASSAY_URL and ASSAY_KEY).");
  const { authored, source } = resolvePlaybook(reference);
  const response = await fetch(`${url.replace(/\/$/, "")}/v1/playbooks`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify(authored),
  });
  if (!response.ok) throw refusalOf(await response.text(), source);
  const { digest } = (await response.json()) as { digest: string };
  console.log(`${authored.id}@${authored.version} is published. Digest: ${digest}`);
  return true;
}

/** The service's problem document as a refusal, its violations with the lines they stand at. */
function refusalOf(text: string, source: PlaybookSource): Refusal {
  const problem = problemOf(text);
  const violations = locate(source, problem.errors ?? []);
  return new Refusal(problem.code ?? "unavailable", problem.detail ?? problem.title ?? text, { violations });
}

type ProblemText = { code?: string; detail?: string; title?: string; errors?: Violation[] };

function problemOf(text: string): ProblemText {
  try {
    return JSON.parse(text) as ProblemText;
  } catch {
    return { detail: text };
  }
}

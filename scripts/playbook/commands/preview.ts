import { parseArgs } from "node:util";
import type { Result } from "#shared/domain/scoring/result.ts";
import { nameAll } from "../arguments.ts";
import { folderOf } from "../load.ts";
import { startPreview } from "../preview/server.ts";
import { itemText, UsageError } from "../report.ts";
import { localSandbox } from "../sandbox.ts";

const options = { port: { type: "string" } } as const;

/** `preview <folder or id> [--port <number>]`: the candidate's page, until the process is ended. Nothing is kept. */
export async function preview(args: string[]): Promise<boolean> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
  const folder = folderOf(nameAll(positionals, ["playbook"]).playbook);
  const { url } = await startPreview({
    folder,
    port: portOf(values.port),
    sandbox: localSandbox(),
    scored: (result) => console.log(scoredText(result)),
    report: (sentence) => console.error(sentence),
  });
  console.log(`The candidate's page of ${folder}: ${url}/
It follows every change of the files; your place and your answers stay. ${url}/restart begins again.
Ctrl-C ends it, and nothing is kept.`);
  return true;
}

function portOf(text = "0"): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UsageError(`${text} is no port.`);
}

const scoredText = ({ items, score, recommendation }: Result): string =>
  ["", ...items.map(itemText), `Provisional score: ${score ?? "–"}, recommendation: ${recommendation ?? "none"}`].join(
    "\n",
  );

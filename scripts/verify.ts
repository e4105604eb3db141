import path from "node:path";
import { parseArgs } from "node:util";
import { verificationReport } from "#shared/domain/journal/verification-report.ts";
import type { Sandbox } from "#shared/ports/sandbox.ts";
import { withSandbox } from "./playbook/sandbox.ts";
import { reportText } from "./verify/report-text.ts";
import { verifyFile } from "./verify/verify-file.ts";

const USAGE = `Verifies a session's bundle offline: its chain, its signature, every grade and every result.

  npm run verify -- <bundle.json> [--trust <key>] [--no-runs]

  --trust <key>  the key that must have signed, as /.well-known/assay-keys of the company names it
  --no-runs      take what code and queries did as recorded, instead of running them again

Ends with 0 when the bundle holds, 1 when it doesn't (the first entry that fails is named), 2 when it can't be read.`;

/** npm runs scripts in the repository's folder and says here where it was called. */
const CALLED_FROM = process.env["INIT_CWD"] ?? process.cwd();

async function main(): Promise<number> {
  const options = { trust: { type: "string" }, "no-runs": { type: "boolean" } } as const;
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    console.error(USAGE);
    return 2;
  }
  const verifyWith = (sandbox?: Sandbox) =>
    verifyFile(path.resolve(CALLED_FROM, file), { trust: values.trust, sandbox });
  const verification = await (values["no-runs"] ? verifyWith() : withSandbox(verifyWith));
  console.log(reportText(verificationReport(verification)));
  return verification.verdict === "failed" ? 1 : 0;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});

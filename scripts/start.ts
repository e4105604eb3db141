import { writeFileSync } from "node:fs";
import path from "node:path";
import { startRuntime } from "./local/runtime.ts";
import { ensureEngines } from "./meter/main.ts";
import { type Demo, prepareDemo, publishOthers } from "./start/demo.ts";
import { type Inbox, startInbox } from "./start/inbox.ts";
import { demoPeople, oneForEachRole, staffTokens } from "./start/people.ts";
import { prepareSite, prepareTemplates } from "./start/prepared.ts";
import { makeFolder, startSettings, whyNotStarted } from "./start/settings.ts";

/*
 * Runs the whole product on this machine from the template that would be deployed, with a demo company in it.
 *
 * PORT (3000) and DATA_DIR (.local) choose others; ASSAY_CODE=bundle runs the bundles instead of the sources.
 */

const ROOT = path.join(import.meta.dirname, "..");

await start().catch((error: unknown) => {
  const why = whyNotStarted(error);
  if (why === undefined) throw error;
  console.error(why);
  process.exit(1);
});

async function start(): Promise<void> {
  const { port, dataDir, code } = startSettings(process.env, ROOT);
  const siteUrl = `http://127.0.0.1:${port}`;
  makeFolder(dataDir);
  await ensureEngines();
  const [{ outDir }] = await Promise.all([prepareTemplates(code), prepareSite()]);
  const mailFolder = path.join(dataDir, "mail");
  const inbox = await startInbox({ port: port + 1, file: path.join(dataDir, "inbox.jsonl"), mailFolder });
  const runtime = await startRuntime({
    outDir,
    dataDir,
    port,
    code,
    sourceRoot: ROOT,
    siteFolders: { "/": path.join(ROOT, ".build/site") },
    users: demoPeople,
    environment: { SITE_URL: siteUrl, MAIL: `folder:${mailFolder}` },
  });
  const [demo, staff_tokens] = await Promise.all([
    prepareDemo({ runtime, dataDir, hookUrl: inbox.hookUrl }),
    staffTokens(runtime),
  ]);
  inbox.trust(demo.webhook_secret);
  writeEndpoints(dataDir, {
    api_url: siteUrl,
    site_url: siteUrl,
    console_url: `${siteUrl}/console/`,
    inbox_url: inbox.url,
    issuer_url: `${siteUrl}/issuer`,
    api_key: demo.api_key,
    staff_tokens,
  });
  console.log(welcome({ siteUrl, dataDir, demo, inbox }));
  await publishOthers(siteUrl, demo).catch((error: unknown) => {
    console.error(
      `The other shipped playbooks wait for the next start: ${error instanceof Error ? error.message : error}`,
    );
  });
}

function writeEndpoints(dataDir: string, endpoints: { [name: string]: string | { [name: string]: string } }): void {
  writeFileSync(path.join(dataDir, "endpoints.json"), `${JSON.stringify(endpoints, null, 2)}\n`, { mode: 0o600 });
}

type Started = { siteUrl: string; dataDir: string; demo: Demo; inbox: Inbox };

function welcome({ siteUrl, dataDir, demo, inbox }: Started): string {
  return `
Assay runs at ${siteUrl}, from the template that "npm run deploy" would deploy.

  Take the assessment   ${demo.candidate_url}
  The staff's console   ${siteUrl}/console/
                        sign in as ${oneForEachRole().join(",\n                        ")}
  Webhooks and mail     ${inbox.url}
  API key               ${demo.api_key}
  For scripts           ${path.relative(process.cwd(), path.join(dataDir, "endpoints.json"))}

Everything is kept in ${path.relative(process.cwd(), dataDir) || dataDir}. Ctrl-C ends it; the next start goes on where it ended.
`;
}

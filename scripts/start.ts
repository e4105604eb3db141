import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startRuntime } from "./local/runtime.ts";
import { ensureEngines } from "./meter/main.ts";
import { prepareDemo } from "./start/demo.ts";
import { type Inbox, startInbox } from "./start/inbox.ts";
import { prepareSite, prepareTemplates } from "./start/prepared.ts";

/*
 * Runs the whole product on this machine from the template that would be deployed, with a demo company in it.
 *
 * PORT (3000) and DATA_DIR (.local) choose others; ASSAY_CODE=bundle runs the bundles instead of the sources.
 */

const ROOT = path.join(import.meta.dirname, "..");
const port = Number(process.env["PORT"] ?? 3000);
const dataDir = path.resolve(process.env["DATA_DIR"] ?? path.join(ROOT, ".local"));
const code = process.env["ASSAY_CODE"] === "bundle" ? "bundle" : "source";
const siteUrl = `http://127.0.0.1:${port}`;

mkdirSync(dataDir, { recursive: true });
await ensureEngines();
const [{ outDir }] = await Promise.all([prepareTemplates(code), prepareSite()]);
const inbox = await startInbox({ port: port + 1, file: path.join(dataDir, "inbox.jsonl") });
const runtime = await startRuntime({
  outDir,
  dataDir,
  port,
  code,
  sourceRoot: ROOT,
  siteFolders: { "/": path.join(ROOT, ".build/site") },
  environment: { SITE_URL: siteUrl },
});
const demo = await prepareDemo({ runtime, dataDir, hookUrl: inbox.hookUrl });
inbox.trust(demo.webhook_secret);

const endpoints = {
  api_url: siteUrl,
  site_url: siteUrl,
  console_url: `${siteUrl}/console/`,
  inbox_url: inbox.url,
  api_key: demo.api_key,
};
writeFileSync(path.join(dataDir, "endpoints.json"), `${JSON.stringify(endpoints, null, 2)}\n`, { mode: 0o600 });
console.log(welcome(demo.candidate_url, inbox));

function welcome(candidateUrl: string, { url }: Inbox): string {
  return `
Assay runs at ${siteUrl}, from the template that "npm run deploy" would deploy.

  Take the assessment   ${candidateUrl}
  Webhook inbox         ${url}
  API key               ${demo.api_key}
  For scripts           ${path.relative(process.cwd(), path.join(dataDir, "endpoints.json"))}

Everything is kept in ${path.relative(process.cwd(), dataDir) || dataDir}. Ctrl-C ends it; the next start goes on where it ended.
`;
}

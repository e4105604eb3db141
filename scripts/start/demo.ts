import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type Database, database } from "#shared/adapters/dynamodb/client.ts";
import { dynamoPlaybookStore } from "#shared/adapters/dynamodb/playbook-store.ts";
import { dynamoApiKeys } from "#shared/adapters/dynamodb/records.ts";
import { systemIdentity } from "#shared/adapters/system/identity.ts";
import { SCOPES } from "#shared/contracts/route.ts";
import { LOCAL_CLIENT, type Runtime } from "../local/runtime.ts";
import { shippedPlaybooks } from "../playbook/load.ts";
import { DEMO_JOB } from "./people.ts";
import { isProven, shipped } from "./proven.ts";

const DEMO_PLAYBOOK = "back-end-developer";
const INBOX = "The local inbox";

/** What the demo company keeps between starts. */
export type Demo = {
  api_key: string;
  hook_url: string;
  webhook_secret: string;
  session: string;
  candidate_url: string;
};

type Given = { runtime: Runtime; dataDir: string; hookUrl: string };
type Api = (method: string, path: string, body?: unknown) => Promise<Response>;

/** A company to play with: an API key, one shipped playbook, an endpoint at the inbox, and a session to take. */
export async function prepareDemo({ runtime, dataDir, hookUrl }: Given): Promise<Demo> {
  const file = path.join(dataDir, "demo.json");
  const before: Partial<Demo> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const keep = (demo: Partial<Demo>) => writeFileSync(file, JSON.stringify(demo, null, 2), { mode: 0o600 });
  const tables = tablesOf(runtime);
  const api_key = before.api_key ?? (await createKey(tables));
  keep({ ...before, api_key });
  const api = client(runtime.url, api_key);
  await placeProven(tables);
  tables.client.destroy();
  await publish(api, [DEMO_PLAYBOOK]);
  const webhook = await webhookAt(api, hookUrl, before);
  keep({ ...before, api_key, ...webhook });
  if (before.session === undefined) await switchMailOn(api);
  const demo = { api_key, ...webhook, ...(await sessionToTake(api, { ...before, site: runtime.url })) };
  keep(demo);
  return demo;
}

/** Publishes what the demo can start without: every other playbook that comes along. */
export const publishOthers = (url: string, { api_key }: Demo): Promise<void> =>
  publish(client(url, api_key), shippedPlaybooks());

const client =
  (url: string, key: string): Api =>
  (method, path, body) =>
    fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

async function expectOk(response: Response): Promise<ReturnType<typeof JSON.parse>> {
  const body = await response.json();
  if (!response.ok) throw new Error(`the demo could not be prepared: ${JSON.stringify(body)}`);
  return body;
}

/** The tables of the running product, as a deployment's own tools reach them. */
function tablesOf({ dynamodbUrl, template }: Runtime): Database {
  const client = new DynamoDBClient({ ...LOCAL_CLIENT, endpoint: dynamodbUrl });
  return database({ journal: tableOf(template, "Journal"), state: tableOf(template, "State") }, client);
}

/** The first key can't come from the API, which asks for a key: it is written to the table, as a deployment does. */
async function createKey(tables: Database): Promise<string> {
  const key = `ask_${systemIdentity.secret(32)}`;
  await dynamoApiKeys(tables).save({
    id: systemIdentity.id("key_"),
    label: "Demo company",
    secret_hash: systemIdentity.digest(key),
    scopes: [...SCOPES],
    created_at: new Date().toISOString(),
    revoked_at: null,
  });
  return key;
}

/**
 * Puts what was proven at installation where published playbooks are. Publishing it then takes no second proof, and
 * writes the journal's entry.
 */
async function placeProven(tables: Database): Promise<void> {
  const store = dynamoPlaybookStore(tables);
  const published_at = new Date().toISOString();
  for (const each of shippedPlaybooks().map(shipped)) {
    if (isProven(each)) await store.publish({ ...each, published_at });
  }
}

function tableOf(template: Runtime["template"], construct: string): string {
  const table = template.all("AWS::DynamoDB::Table").find(({ id }) => id.startsWith(construct));
  if (!table) throw new Error(`the template has no table ${construct}`);
  return table.id;
}

async function publish(api: Api, ids: readonly string[]): Promise<void> {
  for (const id of ids) await expectOk(await api("POST", "/v1/playbooks", shipped(id).playbook));
}

/** The endpoint of the last start where the inbox still listens there; else a new one in place of the former. */
async function webhookAt(api: Api, hookUrl: string, before: Partial<Demo>) {
  if (before.webhook_secret && before.hook_url === hookUrl) {
    return { hook_url: hookUrl, webhook_secret: before.webhook_secret };
  }
  const { data: standing } = await expectOk(await api("GET", "/v1/webhook-endpoints"));
  for (const { id, description } of standing as { id: string; description: string | null }[]) {
    if (description === INBOX) await api("DELETE", `/v1/webhook-endpoints/${id}`);
  }
  const asked = { url: hookUrl, events: ["*"], description: INBOX };
  const endpoint = await expectOk(await api("POST", "/v1/webhook-endpoints", asked));
  return { hook_url: hookUrl, webhook_secret: endpoint.secret as string };
}

/** A deployment is quiet until its company wants mail; here mail goes no further than the inbox. */
async function switchMailOn(api: Api): Promise<void> {
  await expectOk(await api("PUT", "/v1/settings/mail", { enabled: true, company: "Example Company" }));
}

/** The session of the last start where it can still be taken, at the address of this start; else a new one. */
async function sessionToTake(api: Api, { session, candidate_url, site }: Partial<Demo> & { site: string }) {
  if (session && candidate_url) {
    const { status } = await expectOk(await api("GET", `/v1/sessions/${session}`));
    const { pathname, hash } = new URL(candidate_url);
    if (status === "invited" || status === "in_progress") return { session, candidate_url: site + pathname + hash };
  }
  const created = await expectOk(
    await api("POST", "/v1/sessions", {
      playbook: DEMO_PLAYBOOK,
      job: DEMO_JOB,
      candidate: { name: "Ada Example", email: "ada@example.com" },
    }),
  );
  return { session: created.id as string, candidate_url: created.url as string };
}

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { database } from "#shared/adapters/dynamodb/client.ts";
import { dynamoApiKeys } from "#shared/adapters/dynamodb/records.ts";
import { systemIdentity } from "#shared/adapters/system/identity.ts";
import { SCOPES } from "#shared/contracts/route.ts";
import { LOCAL_CLIENT, type Runtime } from "../local/runtime.ts";
import { resolvePlaybook, shippedPlaybooks } from "../playbook/load.ts";

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

/** A company to play with: an API key, the shipped playbooks, an endpoint at the inbox, and a session to take. */
export async function prepareDemo({ runtime, dataDir, hookUrl }: Given): Promise<Demo> {
  const file = path.join(dataDir, "demo.json");
  const before: Partial<Demo> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const keep = (demo: Partial<Demo>) => writeFileSync(file, JSON.stringify(demo, null, 2), { mode: 0o600 });
  const api_key = before.api_key ?? (await createKey(runtime));
  keep({ ...before, api_key });
  const api = client(runtime.url, api_key);
  await publishShipped(api);
  const webhook = await webhookAt(api, hookUrl, before);
  keep({ ...before, api_key, ...webhook });
  if (before.session === undefined) await switchMailOn(api);
  const demo = { api_key, ...webhook, ...(await sessionToTake(api, { ...before, site: runtime.url })) };
  keep(demo);
  return demo;
}

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

/** The first key can't come from the API, which asks for a key: it is written to the table, as a deployment does. */
async function createKey({ dynamodbUrl, template }: Runtime): Promise<string> {
  const key = `ask_${systemIdentity.secret(32)}`;
  const client = new DynamoDBClient({ ...LOCAL_CLIENT, endpoint: dynamodbUrl });
  const tables = { journal: tableOf(template, "Journal"), state: tableOf(template, "State") };
  await dynamoApiKeys(database(tables, client)).save({
    id: systemIdentity.id("key_"),
    label: "Demo company",
    secret_hash: systemIdentity.digest(key),
    scopes: [...SCOPES],
    created_at: new Date().toISOString(),
    revoked_at: null,
  });
  client.destroy();
  return key;
}

function tableOf(template: Runtime["template"], construct: string): string {
  const table = template.all("AWS::DynamoDB::Table").find(({ id }) => id.startsWith(construct));
  if (!table) throw new Error(`the template has no table ${construct}`);
  return table.id;
}

async function publishShipped(api: Api): Promise<void> {
  const published = await expectOk(await api("GET", "/v1/playbooks"));
  const known = new Set(published.data.map((each: { id: string; version: number }) => `${each.id}@${each.version}`));
  for (const id of shippedPlaybooks()) {
    const { authored: playbook } = resolvePlaybook(id);
    if (!known.has(`${playbook.id}@${playbook.version}`)) await expectOk(await api("POST", "/v1/playbooks", playbook));
  }
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
      candidate: { name: "Ada Example", email: "ada@example.com" },
    }),
  );
  return { session: created.id as string, candidate_url: created.url as string };
}

import type { Context } from "aws-lambda";
import { candidateOperations } from "#functions/candidate/operations.ts";
import type { HttpEvent } from "#functions/runtime/exchange.ts";
import { httpFunction } from "#functions/runtime/http.ts";
import { memoryHeadSignatures, memoryPlaybookStore, memoryUsage } from "#shared/adapters/memory/records.ts";
import { memorySigner } from "#shared/adapters/memory/signer.ts";
import { memoryJournalStore, memoryTables } from "#shared/adapters/memory/store.ts";
import { memoryWake } from "#shared/adapters/memory/workflow.ts";
import { systemClock } from "#shared/adapters/system/clock.ts";
import { systemIdentity } from "#shared/adapters/system/identity.ts";
import { takeRoutes } from "#shared/contracts/routes/take.ts";
import { canonicalJson } from "#shared/domain/foundation/json.ts";
import { authenticateCandidate } from "#shared/use-cases/authenticate-candidate.ts";
import { createSession } from "#shared/use-cases/create-session.ts";
import { sessionLog } from "#shared/use-cases/session-log.ts";
import { resolvePlaybook } from "../playbook/load.ts";
import { localSandbox } from "../playbook/sandbox.ts";
import { takeEvent } from "./event.ts";
import { cpuMilliseconds, type Measure } from "./measure.ts";

const SAVES = 1_500;

type Handler = (event: HttpEvent, context: Context) => Promise<unknown>;

/** CPU of one answer save (everything but the database) against a handler that only reads and writes JSON. */
export async function measureSave(): Promise<Measure[]> {
  const { handler, token } = await candidateFunction();
  const saves = Array.from({ length: SAVES }, (_, revision) => saveEvent(token, revision));
  const save = (await cpuMilliseconds(() => callAll(handler, saves))) / SAVES;
  const bare = (await cpuMilliseconds(() => callAll(bareHandler, saves))) / SAVES;
  return [
    {
      name: "answer save",
      value: save * 1000,
      unit: "µs CPU",
      control: { name: "bare JSON handler", value: bare * 1000 },
    },
  ];
}

const bareHandler: Handler = async (event) => ({
  statusCode: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ revision: JSON.parse(event.body ?? "{}").revision + 1, saved_at: new Date().toISOString() }),
});

async function callAll(handler: Handler, events: readonly HttpEvent[]): Promise<void> {
  for (const event of events) {
    const reply = (await handler(event, {} as Context)) as { statusCode: number; body: string };
    if (reply.statusCode !== 200) throw new Error(`answered ${reply.statusCode}: ${reply.body}`);
  }
}

/** The candidate's zone over memory, with a session whose first section is open. */
async function candidateFunction(): Promise<{ handler: Handler; token: string }> {
  const ports = await memoryPorts();
  const { url } = await createSession(ports)({
    playbook: "back-end-developer",
    candidate: { name: "Ada Example", email: "ada@example.com" },
    actor: "bench",
  });
  const handler = httpFunction({
    routes: takeRoutes,
    allRoutes: takeRoutes,
    authenticators: { candidate: authenticateCandidate(ports) },
    operations: candidateOperations(ports),
    write: () => {},
  }) as unknown as Handler;
  const token = url.slice(url.indexOf("#") + 1);
  await callAll(handler, [
    takeEvent({ token, route: "POST /v1/take/start", body: { consent: true } }),
    takeEvent({
      token,
      route: "POST /v1/take/sections/{section}/begin",
      parameters: { section: "cognitive" },
      body: {},
    }),
  ]);
  return { handler, token };
}

async function memoryPorts() {
  const { playbook } = resolvePlaybook("back-end-developer");
  const [clock, identity, playbooks] = [systemClock, systemIdentity, memoryPlaybookStore()];
  await playbooks.publish({ playbook, digest: identity.digest(canonicalJson(playbook)), published_at: clock.now() });
  const journal = memoryJournalStore(memoryTables());
  return {
    clock,
    identity,
    playbooks,
    journal,
    sessions: sessionLog({ journal, playbooks, wake: memoryWake(), clock, identity }),
    sandbox: localSandbox(),
    usage: memoryUsage(),
    signer: memorySigner(),
    signatures: memoryHeadSignatures(),
    site: { url: "https://bench.example" },
  };
}

const saveEvent = (token: string, revision: number): HttpEvent =>
  takeEvent({
    token,
    route: "PUT /v1/take/answers/{item}",
    parameters: { item: "servers" },
    body: { value: `answer ${revision}`, revision },
  });

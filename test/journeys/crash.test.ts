import { afterAll, beforeAll, expect, test } from "vitest";
import type { Json } from "#shared/domain/foundation/json.ts";
import { seededRandom } from "../simulation/random.ts";
import { candidate, machine } from "./support/people.ts";
import { type AssayServer, startAssay, until } from "./support/server.ts";

const ROUNDS = Number(process.env["CRASH_ROUNDS"] ?? 20);
const random = seededRandom(Number(process.env["CRASH_SEED"] ?? 7));

let server: AssayServer;
beforeAll(async () => {
  server = await startAssay();
});
afterAll(() => server?.dispose());

type Acknowledged = { item: string; value: Json; revision: number };
type AuditEntry = { seq: number; at: string; kind: string; payload: { [field: string]: unknown } };

test(`nothing acknowledged is lost when the power fails ${ROUNDS} times while a candidate types`, async () => {
  const company = machine(server.endpoints);
  await publishShortVersion(company);
  const session = await company.invite({ playbook: "back-end-developer@2" });
  const person = candidate(server.endpoints, session.url);
  await person.start();

  const acknowledged: Acknowledged[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const typing = typeUntilTheServerIsGone(person, acknowledged, round);
    await new Promise((resolve) => setTimeout(resolve, random.between(300, 900)));
    await server.kill();
    await typing;
    await server.restart();
  }
  await handInTheRest(person);
  await company.result(session.id, 60_000);

  const entries = await auditOf(company, session.id);
  expect(acknowledged.length).toBeGreaterThan(ROUNDS / 4);
  const saved = entries.filter(({ kind }) => kind === "answer.saved").map(({ payload }) => payload);
  for (const answer of acknowledged) expect(saved).toContainEqual(answer);
  expect(closingTimes(entries)).toEqual(deadlines(entries));
  expect(entries.filter(({ kind }) => kind === "result.computed")).toHaveLength(1);
}, 600_000);

async function publishShortVersion(company: ReturnType<typeof machine>) {
  const { playbook } = await company.get("/v1/playbooks/back-end-developer@1");
  const sections = playbook.sections.map((section: object) => ({ ...section, minutes: "0.4" }));
  const policy = { ...playbook.policy, pause_minutes: "1" };
  await company.post("/v1/playbooks", { ...playbook, version: 2, minutes: "2", sections, policy });
}

/** Saves the first item of the open section again and again; a section that ended meanwhile is followed by the next. */
async function typeUntilTheServerIsGone(
  person: ReturnType<typeof candidate>,
  acknowledged: Acknowledged[],
  round: number,
): Promise<void> {
  try {
    for (let stroke = 0; ; stroke++) {
      const view = await person.view();
      if (view.next === "done") return;
      if (view.next === "begin") await person.begin(view.upcoming.section);
      if (view.next !== "answer") continue;
      const item = view.current.items.find(
        ({ type }: { type: string }) => !["best_worst", "code_reading"].includes(type),
      );
      if (!item) return;
      const base = view.current.answers[item.id]?.revision ?? 0;
      const value = valueFor(item.type, `round ${round}, stroke ${stroke}`);
      const { status, body } = await person.save(item.id, value, base);
      if (status === 200) acknowledged.push({ item: item.id, value, revision: body.revision });
    }
  } catch {
    // The server is gone: what it said until then is what counts.
  }
}

function valueFor(type: string, text: string): Json {
  if (type === "coding") return { language: "javascript", source: `// ${text}` };
  return type === "sql" ? { query: `-- ${text}` } : text;
}

async function handInTheRest(person: ReturnType<typeof candidate>): Promise<void> {
  await until(async () => {
    const view = await person.view();
    if (view.next === "begin") await person.begin(view.upcoming.section);
    else if (view.next === "answer") await person.request("POST", `/sections/${view.current.section}/submit`, {});
    return view.next === "done";
  }, 120_000);
}

async function auditOf(company: ReturnType<typeof machine>, session: string): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: { data: AuditEntry[]; next_cursor: string | null } = await company.get(
      `/v1/sessions/${session}/audit?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`,
    );
    entries.push(...page.data);
    cursor = page.next_cursor;
  }
  return entries;
}

const timedOut = (entries: AuditEntry[]) =>
  entries.filter(({ kind, payload }) => kind === "section.closed" && payload["reason"] === "timeout");

const closingTimes = (entries: AuditEntry[]) => timedOut(entries).map(({ at, payload }) => [payload["section"], at]);

const deadlines = (entries: AuditEntry[]) =>
  timedOut(entries).map(({ payload }) => {
    const opened = entries.find(
      (entry) => entry.kind === "section.opened" && entry.payload["section"] === payload["section"],
    );
    return [payload["section"], opened?.payload["deadline"]];
  });

import { expect, test } from "vitest";
import { eventShapes } from "#shared/contracts/shapes/event.ts";
import { type Random, seededRandom } from "../simulation/random.ts";
import { type Described, describedOperations, offDocument, type Reply } from "./document.ts";
import { type Pools, requestTo, type Sent } from "./request.ts";
import { type Marked, openStage, type Stage } from "./stage.ts";

const REQUESTS = Number(process.env["FUZZ_REQUESTS"] ?? 2_000);
const SEED = Number(process.env["FUZZ_SEED"] ?? 1);
/** So that sessions of every state are met, and none grows for ever. */
const REQUESTS_A_STAGE = 500;

test(`${REQUESTS} requests, valid and mutated: no fault, no answer off the document, nothing of another session`, {
  timeout: 120_000 + REQUESTS * 20,
}, async () => {
  const statuses = new Map<string, Set<number>>();
  for (let done = 0, seed = SEED; done < REQUESTS; done += REQUESTS_A_STAGE, seed++) {
    for (const { operation, status } of await fuzzStage(seed, Math.min(REQUESTS_A_STAGE, REQUESTS - done))) {
      statuses.set(operation, (statuses.get(operation) ?? new Set()).add(status));
    }
  }
  const operations = OPERATIONS.map(({ operationId }) => operationId);
  const never = operations.filter((operation) => ![...(statuses.get(operation) ?? [])].some((status) => status < 300));
  expect(
    operations.filter((operation) => !statuses.has(operation)),
    "never asked",
  ).toEqual([]);
  // By chance a few have come to nothing but refusals.
  expect(never.length, `never succeeded: ${never}`).toBeLessThan(operations.length / 8);
});

/** One company's life: every operation in turn, in a random order each time. */
async function fuzzStage(seed: number, requests: number): Promise<{ operation: string; status: number }[]> {
  const random = seededRandom(seed);
  const stage = await openStage();
  const marks = ["Alpha", "Bravo", "Candle", "Dynamo", "Echo", "Falcon"];
  const sessions = await Promise.all(
    marks.map((mark, index) => stage.taking(`${mark}${seed}`, index % 2 === 0 ? { kind: "untimed" } : null)),
  );
  const pools: Pools = { section: ["first", "second"], item: ["a", "b", "d"], playbook: ["small", "small@1"] };
  const seen: { operation: string; status: number }[] = [];
  for (let turn = 0; turn < requests; turn++) {
    const described = pickOperation(random);
    const sent = requestTo({ described, stage, sessions, pools, random });
    const before = stage.lengths();
    const asked = JSON.stringify(sent.event).slice(0, 2_000);
    const reply = await stage.call(sent.zone, sent.event);
    const about = `seed ${seed}, request ${turn}: ${asked} → ${reply.statusCode} ${reply.body?.slice(0, 1_000)}`;
    expect(faultsOf({ sent, reply, stage, sessions, before }), about).toEqual([]);
    seen.push({ operation: described.operationId, status: reply.statusCode });
    learn(pools, reply.body, stage.keyIds);
    await stage.settle();
    if (random.chance(0.02)) stage.at.clock.advance(random.pick([1_000, 20_000, 400_000]));
  }
  expect(said(stage, sessions), `seed ${seed}`).toEqual([]);
  expect(misshapenEvents(stage), `seed ${seed}`).toEqual([]);
  return seen;
}

const OPERATIONS = describedOperations();
/** A session only goes on where somebody takes it. */
const OFTEN = OPERATIONS.filter(({ operationId }) => /^(start|begin|save|run|extend)-/.test(operationId));
/** These end what others go on with. */
const ENDING = /^(cancel|void|withdraw|delete|revoke|submit)-/;

function pickOperation(random: Random): Described {
  const picked = random.pick([...OPERATIONS, ...OFTEN, ...OFTEN]);
  return ENDING.test(picked.operationId) && random.chance(0.8) ? pickOperation(random) : picked;
}

/** Words that stand in logs or events and must not: names, addresses, notes, answers, extra time, tokens and keys. */
function said(stage: Stage, sessions: readonly Marked[]): string[] {
  const bodies = [...stage.at.tables.events.values()].map(({ event }) => event.body);
  const text = [...stage.lines, ...bodies].join("\n");
  const secrets = [...Object.values(stage.keys), ...sessions.map(({ token }) => token.split(".")[1]!)];
  const words = [...sessions.flatMap(({ markers }) => markers), ...secrets, "untimed", "multiplier", "whsec_"];
  return words.filter((word) => text.includes(word));
}

/** Events whose body isn't what the document promises, or larger than 4 KiB. */
function misshapenEvents(stage: Stage): string[] {
  return [...stage.at.tables.events.values()].flatMap(({ event: { type, body } }) => {
    const fits = eventShapes[type].data.safeParse(JSON.parse(body).data).success;
    return fits && Buffer.byteLength(body) <= 4_096 ? [] : [body];
  });
}

type Evidence = { sent: Sent; reply: Reply; stage: Stage; sessions: readonly Marked[]; before: Map<string, number> };

function faultsOf(evidence: Evidence): string[] {
  const { sent, reply } = evidence;
  const faults = [offDocument(sent.described, reply), ...accessFaults(evidence), ...crossings(evidence)];
  if (reply.statusCode >= 500) faults.push("a fault of ours");
  if (reply.headers["x-request-id"] !== sent.event.requestContext.requestId) faults.push("the request's id is missing");
  return faults.filter((fault) => fault !== undefined);
}

function accessFaults({ sent, reply, stage, before }: Evidence): string[] {
  const { credential, described } = sent;
  const isUnknown = described.security.length > 0 && (credential === "none" || credential === "wrong");
  if (!isUnknown) return [];
  // A path that can't be anybody's is told from one that is somebody's before anybody is asked who they are.
  const isNowhere = JSON.parse(reply.body ?? "{}").code === "not_found";
  const faults = reply.statusCode === 401 || isNowhere ? [] : ["somebody unknown was let in"];
  return changed(stage, before).length > 0 ? [...faults, "somebody unknown has changed something"] : faults;
}

/** What a candidate gets or a path names is of one session: nothing of another is shown or changed. */
function crossings({ sent, reply, stage, sessions, before }: Evidence): string[] {
  const listsAll = sent.described.operationId === "list-sessions";
  const others = sessions.filter(({ id }) => id !== sent.session?.id);
  const shown = listsAll ? [] : others.flatMap(({ markers }) => markers.filter((mark) => reply.body?.includes(mark)));
  const touched = changed(stage, before).filter((stream) => others.some(({ id }) => id === stream));
  return [...shown.map((mark) => `shows ${mark}`), ...(listsAll ? [] : touched.map((stream) => `changes ${stream}`))];
}

const changed = (stage: Stage, before: Map<string, number>): string[] =>
  [...stage.lengths()].filter(([stream, length]) => before.get(stream) !== length).map(([stream]) => stream);

const POOL_OF: { [prefix: string]: string } = { whe: "endpoint", dlv: "delivery", evt: "event", key: "key" };
const MOST_KNOWN = 20;

/** Ids that an answer holds are asked about later, except those of the keys that requests are sent with. */
function learn(pools: Pools, body = "", spared: readonly string[] = []): void {
  for (const [id, prefix] of body.matchAll(/\b(whe|dlv|evt|key)_[0-9A-Za-z]{20,}/g)) {
    if (spared.includes(id)) continue;
    const name = POOL_OF[prefix!]!;
    pools[name] = [...new Set([...(pools[name] ?? []), id])].slice(-MOST_KNOWN);
  }
}

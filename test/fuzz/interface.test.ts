import { expect, test } from "vitest";
import { ATS_NAMES } from "#shared/domain/ats/order.ts";
import { type Random, seededRandom } from "../simulation/random.ts";
import { type Described, describedOperations } from "./document.ts";
import { faultsOf, misshapenEvents, said } from "./judge.ts";
import { type Pools, requestTo } from "./request.ts";
import { openStage } from "./stage.ts";

const OPERATIONS = describedOperations();
const REQUESTS_AN_OPERATION = 60;
const REQUESTS = Number(process.env["FUZZ_REQUESTS"] ?? OPERATIONS.length * REQUESTS_AN_OPERATION);
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
  for (const { id } of sessions.slice(-2)) await stage.finish(id);
  sessions.push(await stage.taking(`Golf${seed}`, null, false));
  const pools: Pools = {
    section: ["first", "second"],
    item: ["a", "b", "d"],
    playbook: ["small", "small@1"],
    ats: [...ATS_NAMES],
    interviewer: ["int_1", "int_2"],
  };
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

/** A session only goes on where somebody takes it and people judge, an order only where one was placed. */
const OFTEN = OPERATIONS.filter(({ operationId }) =>
  /^(start|begin|save|run|extend|lock|finalize|decide|confirm|greenhouse-send|ashby-start|workable-create|recruitee-send)-/.test(
    operationId,
  ),
);
/** These end what others go on with. */
const ENDING = /^(cancel|void|withdraw|delete|erase|reissue|revoke|submit)-/;

function pickOperation(random: Random): Described {
  const picked = random.pick([...OPERATIONS, ...OFTEN, ...OFTEN]);
  return ENDING.test(picked.operationId) && random.chance(0.8) ? pickOperation(random) : picked;
}

const POOL_OF: { [prefix: string]: string } = {
  whe: "endpoint",
  dlv: "delivery",
  evt: "event",
  key: "key",
  ord: "order",
  flg: "flag",
};
const MOST_KNOWN = 20;

/** Ids that an answer holds are asked about later, except those of the keys that requests are sent with. */
function learn(pools: Pools, body = "", spared: readonly string[] = []): void {
  for (const [id, prefix] of body.matchAll(/\b(whe|dlv|evt|key|ord|flg)_[0-9A-Za-z]{20,}/g)) {
    if (spared.includes(id)) continue;
    const name = POOL_OF[prefix!]!;
    pools[name] = [...new Set([...(pools[name] ?? []), id])].slice(-MOST_KNOWN);
  }
}

import { describe, expect, test } from "vitest";
import { deliveryFunction } from "#functions/delivery/deliver.ts";
import type { Task } from "#shared/domain/errands/errand.ts";
import { gradeSmall, takeSmall } from "#test/builders/scored-order.ts";
import { sendingDesk } from "#test/builders/sending-desk.ts";
import ashby from "#test/functions/ats/recorded/ashby.json" with { type: "json" };
import { seededRandom } from "#test/simulation/random.ts";

const MINUTE = 60_000;
const RUNS = 150;
const CHANCE = 0.1;

class Crash extends Error {}

/** The same port, but any call may end the process, before it was done or after. */
function fragile<Port extends object>(port: Port, crashes: () => boolean): Port {
  const methods = Object.entries(port).map(([name, method]) => [
    name,
    typeof method !== "function"
      ? method
      : async (...parameters: unknown[]) => {
          if (crashes()) throw new Crash(name);
          const answer = await method(...parameters);
          if (crashes()) throw new Crash(name);
          return answer;
        },
  ]);
  return Object.fromEntries(methods) as Port;
}

/** One order from invitation to result, handed out by a sender that crashes wherever it likes until `calm`. */
async function crashingRun(seed: number) {
  const world = await sendingDesk();
  await world.set("ashby", { credential: "secret" });
  const random = seededRandom(seed);
  let calm = false;
  const crashes = () => !calm && random.chance(CHANCE);
  const { ports, at } = world;
  const broken = {
    ...ports,
    errands: fragile(ports.errands, crashes),
    outbox: fragile(ports.outbox, crashes),
    orders: fragile(ports.orders, crashes),
    links: fragile(ports.links, crashes),
    index: fragile(ports.index, crashes),
    sender: fragile(ports.sender, crashes),
  };
  const deliver = deliveryFunction(broken, () => undefined);
  const attempt = (event: unknown) => deliver(event).catch(() => undefined);
  const { json } = await world.call("ashby-start-assessment", { body: ashby["assessment.start"] });
  const { session } = (await at.orders.read(json.results.assessment_id))!;
  const isMail = (task: Task) => task.kind === "mail" && task.mail !== "reminder";
  const isOpen = async () =>
    (await at.outbox.open(session)).length > 0 ||
    [...at.errands.all.values()].some(({ state, task }) => state === "waiting" && isMail(task));
  const lookAfter = async () => {
    for (let round = 0; round < 60 && (await isOpen()); round++) {
      await attempt({ dispatch: session });
      at.clock.advance(6 * MINUTE);
      for (const errand of await at.errands.due(at.clock.now(), 500)) await attempt({ errand });
    }
  };
  await lookAfter();
  await takeSmall(at, session);
  await lookAfter();
  await gradeSmall(at, session);
  await lookAfter();
  calm = true;
  at.clock.advance(3 * 24 * 60 * MINUTE);
  for (const errand of await at.errands.due(at.clock.now(), 500)) await attempt({ errand });
  return { ...world, session };
}

describe("a sender that crashes at any point", () => {
  test(`sends no mail twice and loses none unsent, and the result arrives, in ${RUNS} seeded runs`, async () => {
    for (let seed = 0; seed < RUNS; seed++) {
      const { mailer, at, calls, session } = await crashingRun(seed);
      const sent = mailer.sent.map(({ tags }) => tags.errand);
      expect(new Set(sent).size, `seed ${seed}: mails`).toBe(sent.length);
      const errands = [...at.errands.all.values()].filter(({ stream }) => stream === session);
      const mails = errands.filter(({ task }) => task.kind === "mail" && task.mail !== "reminder");
      expect(mails.length, `seed ${seed}: mails noted`).toBe(2);
      // A mail that was cut off stays running: it may or may not have gone out.
      const lost = mails.filter(({ id, state }) => state !== "running" && !sent.includes(id));
      expect(lost, `seed ${seed}: mails lost`).toEqual([]);
      const told = calls.filter(({ body }) => body.includes("assessment_result"));
      expect(told.length, `seed ${seed}: results told`).toBeGreaterThanOrEqual(1);
      expect(await at.outbox.open(session), `seed ${seed}: open events`).toEqual([]);
    }
  });
});

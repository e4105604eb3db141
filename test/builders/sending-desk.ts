import { type DeliveryPorts, deliveryFunction } from "#functions/delivery/deliver.ts";
import { signEd25519 } from "#shared/adapters/http/public-signatures.ts";
import { memoryMailer } from "#shared/adapters/memory/company.ts";
import {
  memoryDeliveries,
  memoryEventFeed,
  memoryWebhookEndpoints,
  memoryWebhookKeys,
} from "#shared/adapters/memory/webhooks.ts";
import type { Sender } from "#shared/ports/webhooks.ts";
import { sweepErrands } from "#shared/use-cases/sweep-errands.ts";
import { type AtsDesk, atsDesk } from "./ats-desk.ts";

type Sent = Parameters<Sender["send"]>[0];

/** The zone of applicant tracking systems together with the sender: what is to go out goes out here. */
export async function sendingDesk() {
  const world = await atsDesk();
  const { at } = world;
  const calls: Sent[] = [];
  const answers: number[] = [];
  const mailer = memoryMailer();
  const lines: string[] = [];
  const ports: DeliveryPorts = {
    ...at,
    mailer,
    endpoints: memoryWebhookEndpoints(),
    deliveries: memoryDeliveries(),
    feed: memoryEventFeed(),
    webhookKeys: memoryWebhookKeys(),
    signPublicly: signEd25519,
    retries: { start: async () => undefined },
    sender: senderOf(at, { calls, answers }),
  };
  const deliver = deliveryFunction(ports, (line) => lines.push(line));
  const sweep = sweepErrands(at);
  return {
    ...world,
    ports,
    deliver,
    mailer,
    calls,
    lines,
    /** The statuses of the next answers; 200 where there is none. */
    answer: (...statuses: number[]) => void answers.push(...statuses),
    dispatch: (stream: string) => deliver({ dispatch: stream }),
    /** What the sweep finds due is done at once. */
    sweep: async () => {
      at.errandRuns.woken.length = 0;
      await sweep();
      for (const errand of at.errandRuns.woken) await deliver({ errand });
    },
    subjects: () => mailer.sent.map(({ subject }) => subject),
  };
}

const senderOf = (at: AtsDesk["at"], { calls, answers }: { calls: Sent[]; answers: number[] }): Sender => ({
  async send(request) {
    calls.push(request);
    const attempt = { at: at.clock.now(), duration_ms: 1, answer: null, error: null, retry_after_seconds: null };
    return { ...attempt, status: answers.shift() ?? 200 };
  },
});

import { failsTooLong, secondsToNext } from "../domain/events/schedule.ts";
import { signedHeaders } from "../domain/events/signature.ts";
import type { Clock } from "../ports/clock.ts";
import type {
  Deliveries,
  Delivery,
  DeliveryAttempt,
  Hmac,
  RetrySchedule,
  Sender,
  WebhookEndpoint,
  WebhookEndpoints,
} from "../ports/webhooks.ts";
import { disableEndpoint } from "./disable-endpoint.ts";
import type { Ports } from "./ports.ts";

export type AttemptPorts = Pick<Ports, "journal" | "identity"> & {
  endpoints: WebhookEndpoints;
  deliveries: Deliveries;
  sender: Sender;
  retries: RetrySchedule;
  hmac: Hmac;
  clock: Clock;
};

/** Whether a delivery is over, or after how many seconds it is tried again. */
export type Attempted = { done: boolean; seconds: number };

const DONE: Attempted = { done: true, seconds: 0 };
const GONE = 410;

/**
 * Tries a delivery once, with the same id and body every time and signed anew. After a failed first attempt the retries
 * are scheduled; later attempts are told when the next one is due. A delivery that is over, or whose endpoint is gone
 * or disabled, isn't tried.
 */
export const attemptDelivery = (ports: AttemptPorts) => {
  const judgeEndpoint = judging(ports);
  return async (input: { delivery: string }): Promise<Attempted> => {
    const delivery = await ports.deliveries.read(input.delivery);
    if (delivery?.state !== "pending") return DONE;
    const endpoint = await ports.endpoints.read(delivery.endpoint);
    if (!endpoint?.enabled) return skip(ports, delivery);
    const { retry_after_seconds, ...attempt } = await ports.sender.send(requestFor(ports, delivery, endpoint));
    const attempts = [...delivery.attempts, attempt];
    const seconds = secondsAfter(ports, { id: delivery.id, attempts, retryAfter: retry_after_seconds });
    await ports.deliveries.save({ ...delivery, attempts, state: stateAfter(attempt, seconds) });
    await judgeEndpoint(endpoint, attempt);
    if (seconds === null) return DONE;
    if (attempts.length === 1) await ports.retries.start({ delivery: delivery.id, seconds });
    return { done: false, seconds };
  };
};

/** Schedules the retries of a delivery that failed at least once; scheduling them twice is once. */
export async function retryLater(ports: AttemptPorts, tried: Pick<Delivery, "id" | "attempts">): Promise<void> {
  const seconds = secondsAfter(ports, { ...tried, retryAfter: null });
  if (seconds !== null) await ports.retries.start({ delivery: tried.id, seconds });
}

async function skip(ports: AttemptPorts, delivery: Delivery): Promise<Attempted> {
  await ports.deliveries.save({ ...delivery, state: "skipped" });
  return DONE;
}

function requestFor({ clock, hmac }: AttemptPorts, { event }: Delivery, { url, secrets }: WebhookEndpoint) {
  return { url, body: event.body, headers: signedHeaders(event, { now: clock.now(), secrets, hmac }) };
}

const succeeded = ({ status, error }: DeliveryAttempt): boolean =>
  error === null && status !== null && status >= 200 && status < 300;

const saysGone = ({ status, error }: DeliveryAttempt): boolean => error === null && status === GONE;

/** Seconds until the next attempt; null where none follows. */
function secondsAfter(
  { identity }: AttemptPorts,
  { id, attempts, retryAfter }: Pick<Delivery, "id" | "attempts"> & { retryAfter: number | null },
): number | null {
  const last = attempts.at(-1)!;
  if (succeeded(last) || saysGone(last)) return null;
  const chance = Number.parseInt(identity.digest(`${id} ${attempts.length}`).slice(0, 8), 16) / 2 ** 32;
  return secondsToNext(attempts.length, { chance, retryAfter });
}

function stateAfter(attempt: DeliveryAttempt, seconds: number | null): Delivery["state"] {
  if (succeeded(attempt)) return "delivered";
  return seconds === null ? "failed" : "pending";
}

/** Keeps an endpoint's health: a success clears it, a 410 disables at once, too long a row of failures in the end. */
function judging(ports: AttemptPorts) {
  const disable = disableEndpoint(ports);
  return async (endpoint: WebhookEndpoint, attempt: DeliveryAttempt): Promise<void> => {
    const failing_since = succeeded(attempt) ? null : (endpoint.failing_since ?? attempt.at);
    if (saysGone(attempt)) return disable({ endpoint: endpoint.id, reason: "gone" });
    if (failing_since !== null && failsTooLong(failing_since, attempt.at)) {
      return disable({ endpoint: endpoint.id, reason: "failing" });
    }
    if (failing_since === endpoint.failing_since) return;
    await ports.endpoints.change(endpoint.id, (stored) => ({ ...stored, failing_since }));
  };
}

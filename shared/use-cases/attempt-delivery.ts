import { failsTooLong, failsWorryingly, secondsToNext } from "../domain/events/schedule.ts";
import type { Delivery, DeliveryAttempt, MadeAttempt, WebhookEndpoint } from "../ports/webhooks.ts";
import { disableEndpoint } from "./disable-endpoint.ts";
import { type WarnPorts, warnOfFailing } from "./mail/warn-of-failing.ts";
import { type Prepared, preparing, type SendPorts, saysGone, sentOnce, succeeded } from "./send-delivery.ts";

export type AttemptPorts = SendPorts & Parameters<typeof disableEndpoint>[0] & WarnPorts;

/** Whether a delivery is over, or after how many seconds it is tried again. */
export type Attempted = { done: boolean; seconds: number };

const DONE: Attempted = { done: true, seconds: 0 };

/**
 * Tries a delivery once, with the same id and body every time and signed anew. A delivery that is over, or whose
 * endpoint is gone or disabled, isn't tried.
 *
 * @param input.round of its schedule: a later one than the delivery's begins it anew, an earlier one is over. Left out
 *   by whoever doesn't go through a round, and so leaves the rest of it to the schedule.
 */
export const attemptDelivery = (ports: AttemptPorts) => {
  const [prepare, perform, begin] = [preparing(ports), performing(ports), beginningRound(ports)];
  return async (input: { delivery: string; round?: number | undefined }): Promise<Attempted> => {
    const stored = await ports.deliveries.read(input.delivery);
    const { round = stored?.round ?? 0 } = input;
    if (!stored || round < stored.round) return DONE;
    const delivery = inRound(stored, round);
    if (delivery.state !== "pending") return DONE;
    const endpoint = await ports.endpoints.read(delivery.endpoint);
    if (!endpoint?.enabled) return skip(ports, delivery);
    const prepared = await prepare(delivery, endpoint);
    return input.round === undefined ? begin(prepared) : perform(prepared);
  };
};

/** Makes the first attempt of a round, begun before it returns, and leaves the others to the schedule. */
export function beginningRound(ports: AttemptPorts) {
  const perform = performing(ports);
  return async (prepared: Prepared): Promise<Attempted> => {
    const { id, round } = prepared.delivery;
    const { done, seconds } = await perform(prepared);
    if (!done) await ports.retries.start({ delivery: id, round, seconds });
    return { done, seconds };
  };
}

/** Sends what is prepared and keeps how it went. */
function performing(ports: AttemptPorts) {
  const [send, judgeEndpoint] = [sentOnce(ports), judging(ports)];
  return async (prepared: Prepared): Promise<Attempted> => {
    const { attempt, retryAfter } = await send(prepared);
    const made = { ...attempt, round: prepared.delivery.round };
    const changed = await ports.deliveries.change(prepared.delivery.id, (stored) => withAttempt(stored, made));
    await judgeEndpoint(prepared.endpoint, attempt);
    if (changed?.state !== "pending") return DONE;
    return { done: false, seconds: secondsAfter(ports, changed, retryAfter) };
  };
}

/** A note of an attempt whose first answer was lost may come twice; it is one attempt. */
function withAttempt(stored: Delivery, made: MadeAttempt & { round: number }): Delivery {
  if (stored.attempts.some(({ at, round }) => at === made.at && round === made.round)) return stored;
  const tried = { ...inRound(stored, made.round), attempts: [...stored.attempts, made] };
  return { ...tried, state: stateAfter(tried) };
}

/** Schedules the retries of a delivery that failed at least once; scheduling them twice is once. */
export async function retryLater(ports: AttemptPorts, tried: Delivery): Promise<void> {
  await ports.retries.start({ delivery: tried.id, round: tried.round, seconds: secondsAfter(ports, tried, null) });
}

/** The delivery as a round of its schedule finds it: a later round takes up again what was given up. */
function inRound(delivery: Delivery, round: number): Delivery {
  if (round <= delivery.round) return delivery;
  return { ...delivery, round, state: delivery.state === "delivered" ? "delivered" : "pending" };
}

async function skip({ deliveries }: AttemptPorts, { id }: Delivery): Promise<Attempted> {
  await deliveries.change(id, (stored) => (stored.state === "pending" ? { ...stored, state: "skipped" } : stored));
  return DONE;
}

const triesOf = ({ attempts, round }: Delivery): number => attempts.filter((each) => each.round === round).length;

/** What has been delivered stays so; a refusal for good and the schedule's end are failures. */
function stateAfter(delivery: Delivery): Delivery["state"] {
  const last = delivery.attempts.at(-1)!;
  if (delivery.state === "delivered" || succeeded(last)) return "delivered";
  const over = saysGone(last) || secondsToNext(triesOf(delivery), { chance: 0 }) === null;
  return over ? "failed" : "pending";
}

/** Seconds until the next attempt of a delivery that has one left; its chance is the same each time it is asked. */
function secondsAfter(
  { identity }: Pick<AttemptPorts, "identity">,
  delivery: Delivery,
  retryAfter: number | null,
): number {
  const tries = triesOf(delivery);
  const drawn = identity.digest(`${delivery.id} ${delivery.round} ${tries}`).slice(0, 8);
  return secondsToNext(tries, { chance: Number.parseInt(drawn, 16) / 2 ** 32, retryAfter }) ?? 0;
}

/** Keeps an endpoint's health: a success clears it, a 410 disables at once, too long a row of failures in the end. */
function judging(ports: AttemptPorts) {
  const [disable, warn] = [disableEndpoint(ports), warnOfFailing(ports)];
  return async (endpoint: WebhookEndpoint, attempt: DeliveryAttempt): Promise<void> => {
    if (saysGone(attempt)) return disable({ endpoint: endpoint.id, reason: "gone" });
    const fails = !succeeded(attempt);
    if (fails && isWorrying(endpoint, attempt)) await warn({ endpoint: endpoint.id, since: endpoint.failing_since! });
    if (fails === (endpoint.failing_since !== null) && !(fails && isTooLong(endpoint, attempt))) return;
    const judged = await ports.endpoints.change(endpoint.id, (stored) => ({
      ...stored,
      failing_since: fails ? (stored.failing_since ?? attempt.at) : null,
    }));
    if (judged && isTooLong(judged, attempt)) await disable({ endpoint: endpoint.id, reason: "failing" });
  };
}

const isWorrying = ({ failing_since }: WebhookEndpoint, { at }: DeliveryAttempt): boolean =>
  failing_since !== null && failsWorryingly(failing_since, at) && !failsTooLong(failing_since, at);

const isTooLong = ({ failing_since }: WebhookEndpoint, { at }: DeliveryAttempt): boolean =>
  failing_since !== null && failsTooLong(failing_since, at);

import type { OutboxEvent } from "#shared/domain/events/event.ts";
import { type Attempted, attemptDelivery } from "#shared/use-cases/attempt-delivery.ts";
import { type DispatchPorts, dispatchEvents } from "#shared/use-cases/dispatch-events.ts";
import { type FollowPorts, followEvents } from "#shared/use-cases/follow-events.ts";
import { type BouncePorts, noteBounce } from "#shared/use-cases/mail/note-bounce.ts";
import { sendAgain } from "#shared/use-cases/resend-delivery.ts";
import { type ErrandPorts, runErrand } from "#shared/use-cases/run-errand.ts";
import { faultOf, type Invocation, logEvent, type WriteLine, withinRequest } from "../runtime/telemetry.ts";
import { bouncesIn } from "./bounces.ts";
import { type DeliveryEvent, deliveryEvent } from "./events.ts";

type Answer = Attempted | Record<string, never>;

/** What the sender stands on: webhooks, and errands beside them. */
export type DeliveryPorts = DispatchPorts & FollowPorts & ErrandPorts & BouncePorts;

/**
 * Hands out a stream's events with the errands that follow from them, tries one delivery and says whether and when to
 * try again, sends one once more, does one errand, or notes mail that came back. All may run twice.
 *
 * @throws whatever went wrong on our side; a receiver that fails is no fault
 */
export function deliveryFunction(ports: DeliveryPorts, write?: WriteLine) {
  const run = running(ports);
  return async (given: unknown, invocation?: Invocation): Promise<Answer> => {
    withinRequest(invocation?.awsRequestId);
    const event = deliveryEvent.parse(given);
    const began = performance.now();
    const line = () => ({ ...nameOf(event), ms: Math.round(performance.now() - began) });
    try {
      const answer = await run(event);
      logEvent(line(), write);
      return answer;
    } catch (error) {
      logEvent({ ...line(), fault: faultOf(error) }, write);
      throw error;
    }
  };
}

function running(ports: DeliveryPorts) {
  const [handOut, attempt, resend] = [handingOut(ports), attemptDelivery(ports), sendAgain(ports)];
  const [doErrand, note] = [runErrand(ports), noteBounce(ports)];
  return async (event: DeliveryEvent): Promise<Answer> => {
    if ("attempt" in event) return attempt({ delivery: event.attempt, round: event.round });
    if ("dispatch" in event) await handOut(event.dispatch);
    else if ("resend" in event) await resend({ delivery: event.resend });
    else if ("errand" in event) await doErrand(event);
    else for (const bounce of bouncesIn(event.Records)) await note(bounce);
    return {};
  };
}

/**
 * The events of a stream can only be handed out, and so closed, once their errands are noted: none is lost. Then neither
 * waits for the other.
 */
function handingOut(ports: DeliveryPorts) {
  const [follow, doErrand] = [followEvents(ports), runErrand(ports)];
  return async (stream: string): Promise<void> => {
    const underWay: Promise<void>[] = [];
    const failures: unknown[] = [];
    const open = async (of: string): Promise<OutboxEvent[]> => {
      const events = await ports.outbox.open(of);
      const errands = await follow({ stream: of, events });
      const run = (errand: string) => doErrand({ errand }).catch((error: unknown) => void failures.push(error));
      underWay.push(...errands.map(run));
      return events;
    };
    try {
      await dispatchEvents({ ...ports, outbox: { ...ports.outbox, open } })({ stream });
    } finally {
      await Promise.all(underWay);
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} errands couldn't be run`);
  };
}

/** What a topic tells holds addresses, and is told nobody. */
const nameOf = (event: DeliveryEvent): { [field: string]: string | number } =>
  "Records" in event ? { step: "mail-notices", notices: event.Records.length } : event;

import { type Attempted, attemptDelivery } from "#shared/use-cases/attempt-delivery.ts";
import { type DispatchPorts, dispatchEvents } from "#shared/use-cases/dispatch-events.ts";
import { type FollowPorts, followEvents } from "#shared/use-cases/follow-events.ts";
import { type BouncePorts, noteBounce } from "#shared/use-cases/mail/note-bounce.ts";
import { type ErrandPorts, runErrand } from "#shared/use-cases/run-errand.ts";
import { faultOf, logEvent, type WriteLine } from "../runtime/telemetry.ts";
import { bouncesIn } from "./bounces.ts";
import { type DeliveryEvent, deliveryEvent } from "./events.ts";

type Answer = Attempted | Record<string, never>;

/** What the sender stands on: webhooks, and errands beside them. */
export type DeliveryPorts = DispatchPorts & FollowPorts & ErrandPorts & BouncePorts;

/**
 * Hands out a stream's events with the errands that follow from them, tries one delivery and says whether and when to
 * try again, does one errand, or notes mail that came back. All may run twice.
 *
 * @throws whatever went wrong on our side; a receiver that fails is no fault
 */
export function deliveryFunction(ports: DeliveryPorts, write?: WriteLine) {
  const run = running(ports);
  return async (given: unknown): Promise<Answer> => {
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
  const [handOut, attempt, doErrand, note] = [
    handingOut(ports),
    attemptDelivery(ports),
    runErrand(ports),
    noteBounce(ports),
  ];
  return async (event: DeliveryEvent): Promise<Answer> => {
    if ("attempt" in event) return attempt({ delivery: event.attempt });
    if ("dispatch" in event) await handOut(event.dispatch);
    else if ("errand" in event) await doErrand(event);
    else for (const bounce of bouncesIn(event.Records)) await note(bounce);
    return {};
  };
}

/** Errands are noted before the events are closed, so that none is lost; then neither waits for the other. */
function handingOut(ports: DeliveryPorts) {
  const [follow, dispatch, doErrand] = [followEvents(ports), dispatchEvents(ports), runErrand(ports)];
  return async (stream: string): Promise<void> => {
    const errands = await follow({ stream });
    const works = [dispatch({ stream }), ...errands.map((errand) => doErrand({ errand }))];
    for (const work of await Promise.allSettled(works)) if (work.status === "rejected") throw work.reason;
  };
}

/** What a topic tells holds addresses, and is told nobody. */
const nameOf = (event: DeliveryEvent): { [field: string]: string | number } =>
  "Records" in event ? { step: "mail-notices", notices: event.Records.length } : event;

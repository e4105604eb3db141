import { type Attempted, attemptDelivery } from "#shared/use-cases/attempt-delivery.ts";
import { type DispatchPorts, dispatchEvents } from "#shared/use-cases/dispatch-events.ts";
import { faultOf, logEvent, type WriteLine } from "../runtime/telemetry.ts";
import { type DeliveryEvent, deliveryEvent } from "./events.ts";

type Answer = Attempted | Record<string, never>;

/**
 * Hands out a stream's events, or tries one delivery and says whether and when to try again. Both may run twice.
 *
 * @throws whatever went wrong on our side; a receiver that fails is no fault
 */
export function deliveryFunction(ports: DispatchPorts, write?: WriteLine) {
  const dispatch = dispatchEvents(ports);
  const attempt = attemptDelivery(ports);
  const run = async (event: DeliveryEvent): Promise<Answer> => {
    if ("attempt" in event) return attempt({ delivery: event.attempt });
    await dispatch({ stream: event.dispatch });
    return {};
  };
  return async (given: unknown): Promise<Answer> => {
    const event = deliveryEvent.parse(given);
    const began = performance.now();
    const line = () => ({ ...event, ms: Math.round(performance.now() - began) });
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

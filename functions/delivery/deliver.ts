import { type Attempted, attemptDelivery } from "#shared/use-cases/attempt-delivery.ts";
import { type DispatchPorts, dispatchEvents } from "#shared/use-cases/dispatch-events.ts";
import { sendAgain } from "#shared/use-cases/resend-delivery.ts";
import { faultOf, type Invocation, logEvent, type WriteLine, withinRequest } from "../runtime/telemetry.ts";
import { type DeliveryEvent, deliveryEvent } from "./events.ts";

type Answer = Attempted | Record<string, never>;

/**
 * Hands out a stream's events, or tries one delivery and says whether and when to try again. All of it may run twice.
 *
 * @throws whatever went wrong on our side; a receiver that fails is no fault
 */
export function deliveryFunction(ports: DispatchPorts, write?: WriteLine) {
  const run = running(ports);
  return async (given: unknown, invocation?: Invocation): Promise<Answer> => {
    withinRequest(invocation?.awsRequestId);
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

function running(ports: DispatchPorts) {
  const [dispatch, attempt, resend] = [dispatchEvents(ports), attemptDelivery(ports), sendAgain(ports)];
  return async (event: DeliveryEvent): Promise<Answer> => {
    if ("attempt" in event) return attempt({ delivery: event.attempt, round: event.round });
    if ("resend" in event) await resend({ delivery: event.resend });
    else await dispatch({ stream: event.dispatch });
    return {};
  };
}

import type { Link } from "../exchange.ts";
import { logRequest, type WriteLine, withinRequest } from "../telemetry.ts";

/** Begins the exchange, and says at its end what became of it. */
export function observe(write?: WriteLine): Link {
  return {
    before: ({ event }) => {
      const request_id = event.requestContext.requestId;
      withinRequest(request_id);
      event.exchange = {
        request_id,
        began: performance.now(),
        caller: { kind: "anybody" },
        parameters: {},
      };
    },
    after: ({ event, response }) => logRequest({ exchange: event.exchange, status: response!.statusCode }, write),
    onError: ({ event, response }) => logRequest({ exchange: event.exchange, status: response!.statusCode }, write),
  };
}

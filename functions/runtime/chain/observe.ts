import type { Link } from "../exchange.ts";
import { logRequest } from "../telemetry.ts";

/** Begins the exchange, and says at its end what became of it. */
export function observe(): Link {
  return {
    before: ({ event }) => {
      event.exchange = {
        request_id: event.requestContext.requestId,
        began: performance.now(),
        caller: { kind: "anybody" },
        parameters: {},
      };
    },
    after: ({ event, response }) => logRequest({ exchange: event.exchange, status: response!.statusCode }),
    onError: ({ event, response }) => logRequest({ exchange: event.exchange, status: response!.statusCode }),
  };
}

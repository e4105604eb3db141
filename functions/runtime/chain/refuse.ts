import { isProblemCode, type ProblemCode, problem } from "#shared/contracts/problem.ts";
import { Refusal } from "#shared/domain/foundation/refusal.ts";
import { JournalConflict } from "#shared/ports/journal-store.ts";
import type { Exchange, Link } from "../exchange.ts";
import { answerProblem } from "../reply.ts";
import { faultOf } from "../telemetry.ts";

const THROTTLED = new Set([
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ThrottlingException",
  "TooManyRequestsException",
  "TransactionInProgressException",
]);

const moreHeaders: { [Code in ProblemCode]?: { [header: string]: string } } = {
  unauthenticated: { "www-authenticate": "Bearer" },
  unavailable: { "retry-after": "1" },
  busy: { "retry-after": "1" },
  idempotency_in_flight: { "retry-after": "1" },
};

/**
 * Turns whatever was thrown into a problem document. What isn't a refusal is our fault, and its details stay here.
 *
 * @param detailAs a further member that holds the sentence for people
 */
export function refuse(detailAs?: string): Link {
  return {
    onError: (request) => {
      const { exchange } = request.event;
      const refusal = refusalOf(request.error, exchange);
      const { code, message: detail, violations: errors } = refusal;
      const data = { ...refusal.data, ...(detailAs !== undefined && { [detailAs]: detail }) };
      exchange.refused = code;
      const known = code as ProblemCode;
      const { allow } = data as { allow?: string };
      const document = problem(known, { detail, request_id: exchange.request_id, data, errors });
      request.response = answerProblem(document, { ...moreHeaders[known], ...(allow && { allow }) });
    },
  };
}

function refusalOf(error: unknown, exchange: Exchange): Refusal {
  if (error instanceof Refusal && isProblemCode(error.code)) return error;
  exchange.fault = faultOf(error);
  if (error instanceof JournalConflict) return new Refusal("busy", "Too much is happening at once; try again.");
  if (error instanceof Error && THROTTLED.has(error.name)) {
    return new Refusal("unavailable", "The service is short of capacity; try again in a moment.");
  }
  return new Refusal("internal", "Something of ours failed. It was noted under the request id; try again.");
}

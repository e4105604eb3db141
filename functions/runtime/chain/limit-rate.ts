import { Refusal } from "#shared/domain/foundation/refusal.ts";
import type { Link } from "../exchange.ts";
import { type RateLimit, WINDOW } from "../rate-limit.ts";

/** Counts a key's requests. @throws Refusal `rate_limited` */
export function limitRate(limit: RateLimit): Link {
  return {
    before: ({ event: { exchange } }) => {
      if (!("id" in exchange.caller)) return;
      exchange.allowance = limit(exchange.caller.id, Date.now());
      const { retryAfter } = exchange.allowance;
      if (retryAfter === null) return;
      throw new Refusal("rate_limited", `Too many requests came of you; wait ${retryAfter} s.`, {
        data: { retry_after: retryAfter },
      });
    },
  };
}

/** Says on every answer to a key how it stands, in the header fields of the IETF's draft on rate limits. */
export function tellRate(): Link {
  const tell: NonNullable<Link["after"]> = ({ event, response }) => {
    const { allowance } = event.exchange;
    if (!allowance || !response) return;
    const { quota, left, fullIn, retryAfter } = allowance;
    response.headers["ratelimit-policy"] = `"key";q=${quota};w=${WINDOW}`;
    response.headers["ratelimit"] = `"key";r=${left};t=${fullIn}`;
    if (retryAfter !== null) response.headers["retry-after"] = String(retryAfter);
  };
  return { after: tell, onError: tell };
}

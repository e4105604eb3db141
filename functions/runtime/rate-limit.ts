/** How a caller stands: requests left of `quota`, and the seconds until all of them are there again. */
export type Allowance = { quota: number; left: number; fullIn: number; retryAfter: number | null };

/** Takes one request of a caller's allowance; `retryAfter` is null where it was there. */
export type RateLimit = (caller: string, now: number) => Allowance;

/** Seconds in which a whole quota comes back. */
export const WINDOW = 60;
const MOST_CALLERS = 10_000;

type Bucket = { tokens: number; at: number };

/** A bucket a caller, which holds a minute's requests and fills evenly. Times in milliseconds. */
export function rateLimit(quota: number): RateLimit {
  const perMillisecond = quota / (WINDOW * 1000);
  const buckets = new Map<string, Bucket>();
  return (caller, now) => {
    const before = buckets.get(caller) ?? { tokens: quota, at: now };
    const filled = Math.min(quota, before.tokens + Math.max(0, now - before.at) * perMillisecond);
    const tokens = filled >= 1 ? filled - 1 : filled;
    buckets.delete(caller);
    buckets.set(caller, { tokens, at: now });
    if (buckets.size > MOST_CALLERS) buckets.delete(buckets.keys().next().value!);
    const secondsTo = (wanted: number) => Math.ceil((wanted - tokens) / perMillisecond / 1000);
    const retryAfter = filled >= 1 ? null : Math.max(1, secondsTo(1));
    return { quota, left: Math.floor(tokens), fullIn: secondsTo(quota), retryAfter };
  };
}

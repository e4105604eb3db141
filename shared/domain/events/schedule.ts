const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Seconds between one attempt and the next. The first attempt is made at once. */
export const GAPS: readonly number[] = [
  5,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

export const MOST_ATTEMPTS = GAPS.length + 1;

/** An endpoint that has failed for so long, in milliseconds, without one success is disabled. */
const LONGEST_FAILING = 120 * HOUR * 1000;
/** From here on its company is warned. */
const WORRYING = 24 * HOUR * 1000;

const JITTER = 0.2;

/**
 * Seconds until the next attempt; null when there is none left. The gap is moved by up to a fifth either way, so that
 * what failed together doesn't come back together. A receiver's `Retry-After` is honoured up to twice the gap.
 *
 * @param made attempts made so far, at least 1
 * @param chance from 0 to below 1
 */
export function secondsToNext(
  made: number,
  { chance, retryAfter = null }: { chance: number; retryAfter?: number | null },
): number | null {
  const gap = GAPS[made - 1];
  if (gap === undefined) return null;
  const moved = gap * (1 - JITTER + 2 * JITTER * chance);
  return Math.ceil(Math.max(moved, Math.min(retryAfter ?? 0, 2 * gap)));
}

/** Whether an endpoint that fails at `now` has failed since `since` for too long. */
export const failsTooLong = (since: string, now: string): boolean =>
  Date.parse(now) - Date.parse(since) >= LONGEST_FAILING;

/** Whether an endpoint that fails at `now` has failed since `since` for so long that somebody should look at it. */
export const failsWorryingly = (since: string, now: string): boolean => Date.parse(now) - Date.parse(since) >= WORRYING;

/** When an endpoint that fails since `since` is disabled, unless a delivery succeeds before. */
export const disabledAt = (since: string): string => new Date(Date.parse(since) + LONGEST_FAILING).toISOString();

import { spokenDuration } from "#web/shared/words.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const WARN_AT = [5 * MINUTE, MINUTE, 30 * SECOND];

/** How near the end is: the last fifth of a section, at most five minutes of it, is `near`; the last minute is `close`. */
export function urgencyOf(left: number, whole: number): "calm" | "near" | "close" {
  if (left <= MINUTE) return "close";
  return left <= Math.min(5 * MINUTE, whole / 5) ? "near" : "calm";
}

/** What to announce when the time left fell from one figure to another; undefined where no threshold lies between. */
export function warningBetween(before: number, now: number): string | undefined {
  if (before > 0 && now <= 0) return "Time is up. Your last saved answers count.";
  const crossed = WARN_AT.findLast((threshold) => before > threshold && now <= threshold);
  return crossed === undefined ? undefined : `${spokenDuration(crossed)} left in this section.`;
}

import { spokenDuration } from "#web/shared/words.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const WARN_AT = [5 * MINUTE, MINUTE, 30 * SECOND];

/** How near the end is: `calm`, the last five minutes are `near`, the last one is `close`. */
export function urgencyOf(left: number): "calm" | "near" | "close" {
  if (left > 5 * MINUTE) return "calm";
  return left > MINUTE ? "near" : "close";
}

/** What to announce when the time left fell from one figure to another; undefined where no threshold lies between. */
export function warningBetween(before: number, now: number): string | undefined {
  if (before > 0 && now <= 0) return "Time is up. Your last saved answers count.";
  const crossed = WARN_AT.findLast((threshold) => before > threshold && now <= threshold);
  return crossed === undefined ? undefined : `${spokenDuration(crossed)} left in this section.`;
}

import type { Situation } from "./state.ts";
import { closingTime, pauseTime, runningSection, sectionTime } from "./timing.ts";

/** The workflow's timer rings after the deadline, never before it. */
const GRACE_SECONDS = 5;

const secondsUntil = (from: string, to: string): number =>
  Math.max(0, Math.ceil((Date.parse(to) - Date.parse(from)) / 1000)) + GRACE_SECONDS;

/** How long the workflow waits for each section at most, in seconds: the pause before it and its own time. */
export function sectionWaits({ state, playbook, now }: Situation): { id: string; seconds: number }[] {
  const pause = pauseTime(playbook, state.accommodation);
  return playbook.sections.map(({ id, minutes }) => {
    const time = sectionTime(minutes, state.accommodation);
    const seconds =
      time === null ? secondsUntil(now, state.expires_at) : Math.ceil((pause + time) / 1000) + GRACE_SECONDS;
    return { id, seconds };
  });
}

/** How many seconds the workflow waits on for a section that isn't settled at the time-out of its first wait. */
export function remainingWait(situation: Situation, section: string): number {
  const { state, now } = situation;
  const running = runningSection(state);
  if (running?.section === section) return secondsUntil(now, closingTime(state, running));
  return sectionWaits(situation).find(({ id }) => id === section)!.seconds;
}

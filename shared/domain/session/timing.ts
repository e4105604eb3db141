import { add, type Exact, exact, exactText, multiply } from "../foundation/exact.ts";
import type { Playbook, Section } from "../playbook/schema.ts";
import type { Accommodation } from "./facts.ts";
import type { SectionProgress, SessionState } from "./state.ts";

const MINUTE = exact("60000");

/** `time` moved by some milliseconds, as RFC 3339 UTC with milliseconds. */
export const shift = (time: string, milliseconds: number): string =>
  new Date(Date.parse(time) + milliseconds).toISOString();

export const later = (a: string, b: string): string => (a > b ? a : b);

/** Whole milliseconds, rounded up: a fraction is the candidate's. */
function milliseconds(minutes: Exact): number {
  const { numerator, denominator } = multiply(minutes, MINUTE);
  return Number((numerator + denominator - 1n) / denominator);
}

function scaled(minutes: string, accommodation: Accommodation | null): Exact {
  const plain = exact(minutes);
  return accommodation?.kind === "multiplier" ? multiply(plain, exact(accommodation.factor)) : plain;
}

function granted(minutes: string, accommodation: Accommodation | null): Exact {
  const allowed = scaled(minutes, accommodation);
  return accommodation?.kind === "minutes" ? add(allowed, exact(accommodation.minutes)) : allowed;
}

/** The minutes of a section as this candidate gets them; an untimed section keeps its figure as a guide. */
export const allowedMinutes = (minutes: string, accommodation: Accommodation | null): string =>
  exactText(granted(minutes, accommodation));

/** The milliseconds a section runs; null where it is untimed. */
export const sectionTime = (minutes: string, accommodation: Accommodation | null): number | null =>
  accommodation?.kind === "untimed" ? null : milliseconds(granted(minutes, accommodation));

/** The milliseconds of a pause: a multiplier scales it, extra minutes belong to the sections. */
export const pauseTime = (playbook: Playbook, accommodation: Accommodation | null): number =>
  milliseconds(scaled(playbook.policy.pause_minutes, accommodation));

/** When a section that opens at `opened` ends; null where it is untimed. */
export function deadlineOf(section: Section, opened: string, accommodation: Accommodation | null): string | null {
  const time = sectionTime(section.minutes, accommodation);
  return time === null ? null : shift(opened, time);
}

export function runningSection(state: SessionState): (SectionProgress & { section: string }) | undefined {
  for (const [section, progress] of state.sections) if (!progress.closed) return { section, ...progress };
  return undefined;
}

/** The section that comes next: the first of the playbook that was never opened. */
export const upcomingSection = (playbook: Playbook, state: SessionState): Section | undefined =>
  playbook.sections.find(({ id }) => !state.sections.has(id));

/** When the running section closes by itself: at its deadline, untimed ones with the session's expiry. */
export const closingTime = (state: SessionState, running: SectionProgress): string =>
  running.deadline ?? state.expires_at;

/**
 * When the upcoming section opens by itself: at the end of the pause since the start or the last close.
 * An untimed session waits for its candidate: null.
 */
export function openingTime(playbook: Playbook, state: SessionState): string | null {
  if (state.accommodation?.kind === "untimed" || state.started_at === null) return null;
  const last = [...state.sections.values()].at(-1)?.closed?.at ?? state.started_at;
  return later(shift(last, pauseTime(playbook, state.accommodation)), state.tip.at);
}

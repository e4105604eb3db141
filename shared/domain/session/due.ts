import { interviewsAreIn } from "../interview/interviews.ts";
import { SYSTEM } from "./actors.ts";
import { eraseAt, erasureDue } from "./decide-erasure.ts";
import type { SessionFact } from "./facts.ts";
import type { SessionState, Situation } from "./state.ts";
import { closingTime, deadlineOf, later, openingTime, runningSection, shift, upcomingSection } from "./timing.ts";

/** How long after submission somebody looks whether the grading came, and after the interviews whether the result did. */
const GRADING_PATIENCE = 60_000;

/**
 * What time alone has made true by now and the journal doesn't hold yet: the next such fact or two, empty when nothing
 * is due. Whoever reads or commands a session appends these first; they carry the time at which they came true.
 */
export function dueFacts({ state, playbook, now }: Situation): SessionFact[] {
  const erasing = erasureDue(state, now);
  if (erasing.length > 0) return erasing;
  if (state.status === "invited") return now >= state.expires_at ? [expired(state)] : [];
  if (state.status !== "in_progress") return [];
  const running = runningSection(state);
  if (running) {
    const closing = closingTime(state, running);
    return now >= closing ? closeSection({ state, playbook, now: closing }, "timeout", SYSTEM) : [];
  }
  const opens = openingTime(playbook, state);
  if (opens !== null) return now >= opens ? [openSection({ state, playbook, now: opens }, SYSTEM)] : [];
  return now >= state.expires_at ? [submitted(state, state.expires_at, [...state.sections.keys()])] : [];
}

const expired = (state: SessionState): SessionFact => ({
  kind: "session.expired",
  at: later(state.expires_at, state.tip.at),
  actor: SYSTEM,
  payload: {},
});

const submitted = (state: SessionState, at: string, sections: string[]): SessionFact => ({
  kind: "session.submitted",
  at: later(at, state.tip.at),
  actor: SYSTEM,
  payload: { sections },
});

/** Opens the upcoming section at `now`. Its clock starts there. */
export function openSection({ state, playbook, now }: Situation, actor: string): SessionFact {
  const section = upcomingSection(playbook, state)!;
  const at = later(now, state.tip.at);
  return {
    kind: "section.opened",
    at,
    actor,
    payload: { section: section.id, deadline: deadlineOf(section, at, state.accommodation) },
  };
}

/** Closes the running section at `now`; with the playbook's last one the candidate's part is over. */
export function closeSection(
  { state, playbook, now }: Situation,
  reason: "submitted" | "timeout",
  actor: string,
): SessionFact[] {
  const { section } = runningSection(state)!;
  const at = later(now, state.tip.at);
  const closed: SessionFact = { kind: "section.closed", at, actor, payload: { section, reason } };
  if (upcomingSection(playbook, state)) return [closed];
  return [closed, submitted(state, at, [...state.sections.keys()])];
}

/** When somebody has to look at this session next; null where only people move it on. */
export function dueAt(standing: Omit<Situation, "now">): string | null {
  const { state } = standing;
  if (state.erased) return state.erased.completed ? null : state.erased.at;
  const [next, erasing] = [nextStep(standing), eraseAt(state)];
  return next === null || erasing === null ? (next ?? erasing) : earlier(next, erasing);
}

const earlier = (a: string, b: string): string => (a < b ? a : b);

/** When the session itself goes on. */
export function nextStep({ state, playbook }: Omit<Situation, "now">): string | null {
  if (state.status === "invited") return state.expires_at;
  if (state.status === "grading") return shift(state.submitted_at!, GRADING_PATIENCE);
  if (state.status === "scored" && interviewsAreIn(state, playbook)) return shift(lastLock(state), GRADING_PATIENCE);
  if (state.status !== "in_progress") return null;
  const running = runningSection(state);
  return running ? closingTime(state, running) : (openingTime(playbook, state) ?? state.expires_at);
}

/** When the last thing was done that the interviews still waited for. */
const lastLock = ({ scorecards, consensus }: SessionState): string =>
  [
    ...[...scorecards.values()].map(({ locked_at }) => locked_at),
    ...[...consensus.values()].map(({ at }) => at),
  ].reduce(later);

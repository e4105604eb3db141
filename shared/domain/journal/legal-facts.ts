import type { Playbook } from "../playbook/schema.ts";
import { CANDIDATE, SYSTEM } from "../session/actors.ts";
import { isSettled, recommendsInVain } from "../session/decide-grading.ts";
import type { SessionEntry, SessionFactKind, SessionFacts } from "../session/facts.ts";
import type { SessionState } from "../session/state.ts";
import { closingTime, deadlineOf, later, runningSection, upcomingSection } from "../session/timing.ts";
import { isLegal, LEGAL_IN } from "../session/transitions.ts";
import type { Entry } from "./entry.ts";

/** Where an entry stands: the state before it, and the playbook of its session. */
export type Standing = { state: SessionState; playbook: Playbook };

type Rule<K extends SessionFactKind> = (standing: Standing, entry: Entry<K, SessionFacts[K]>) => string | undefined;

const BY_CANDIDATE: ReadonlySet<string> = new Set<SessionFactKind>(["session.started", "answer.saved", "answer.late"]);

const RULES: { readonly [K in SessionFactKind]?: Rule<K> } = {
  "section.opened": ({ state, playbook }, { at, payload }) => {
    if (runningSection(state)) return "another section was still open";
    const upcoming = upcomingSection(playbook, state);
    if (upcoming?.id !== payload.section) return `the next section was ${upcoming?.id ?? "none"}`;
    return deadlineOf(upcoming, at, state.accommodation) === payload.deadline ? undefined : "its deadline is wrong";
  },
  "answer.saved": ({ state, playbook }, { at, payload }) => {
    const running = runningSection(state);
    if (!running || running.section !== sectionOf(playbook, payload.item)) return "its section was not open";
    if (at >= closingTime(state, running)) return "its section's time was over";
    return payload.revision === (state.answers.get(payload.item)?.revision ?? 0) + 1
      ? undefined
      : "its revision is wrong";
  },
  "answer.late": ({ state, playbook }, { payload }) =>
    isClosed(state, sectionOf(playbook, payload.item)) ? undefined : "its section was not closed",
  "section.closed": ({ state }, { at, payload }) => {
    const running = runningSection(state);
    if (running?.section !== payload.section) return "this section was not open";
    const closing = later(closingTime(state, running), state.tip.at);
    if (payload.reason === "timeout") return at === closing ? undefined : "its time is not the deadline";
    return at <= closing ? undefined : "its time was over before";
  },
  "session.submitted": ({ state }) => (runningSection(state) ? "a section was still open" : undefined),
  "accommodation.granted": ({ state }, { payload }) => {
    const promised = runningSection(state)?.deadline;
    return promised && payload.deadline && payload.deadline < promised ? "it took promised time away" : undefined;
  },
  "grade.recorded": ({ state, playbook }, { actor, payload }) => {
    if (sectionOf(playbook, payload.item) !== payload.section) return "the item doesn't belong to this section";
    if (!isSettled(state, payload.section)) return "its section was not closed";
    if ((payload.review === undefined) !== (actor === SYSTEM))
      return "a person's grade is a review, and only theirs is";
    const anew = payload.review !== undefined || state.regraded !== null || state.results.length === 0;
    return anew ? undefined : "the item was graded before";
  },
  "result.computed": ({ state }) =>
    (state.status === "withdrawn" || state.status === "voided") && !recommendsInVain(state)
      ? "nothing asked for another result"
      : undefined,
  "advice.recorded": ({ state }, { payload }) =>
    state.grades.has(payload.item) ? undefined : "the item had no grade yet",
};

/**
 * Why an entry could not have been made where it stands; undefined where it could. What the rules of a session don't
 * say (whether a grade or a result is right) is asked by replaying it.
 */
export function illegality({ state, playbook }: Standing, entry: SessionEntry): string | undefined {
  if (entry.kind === "session.created") return "a session begins only once";
  if (!Object.hasOwn(LEGAL_IN, entry.kind)) return "this version knows no such fact";
  if (BY_CANDIDATE.has(entry.kind) && entry.actor !== CANDIDATE) return "only the candidate does this";
  if (!isLegal(state.status, entry.kind)) return `the session was ${state.status}`;
  return (RULES[entry.kind] as Rule<typeof entry.kind> | undefined)?.({ state, playbook }, entry);
}

const sectionOf = (playbook: Playbook, item: string): string | undefined =>
  playbook.sections.find(({ items }) => items.some(({ id }) => id === item))?.id;

const isClosed = (state: SessionState, section: string | undefined): boolean =>
  section !== undefined && state.sections.get(section)?.closed != null;

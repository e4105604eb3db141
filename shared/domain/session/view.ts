import type { Notices } from "../company/notices.ts";
import { exact, exactText, sum } from "../foundation/exact.ts";
import type { CandidateItem, ItemBase } from "../grading/contract.ts";
import type { Section } from "../playbook/schema.ts";
import type { Accommodation } from "./facts.ts";
import type { SessionStatus } from "./head.ts";
import { type SharedResult, sharedResult } from "./shared-result.ts";
import type { AccommodationRequest, KeptAnswer, SectionProgress, SessionState, Situation } from "./state.ts";
import { allowedMinutes, openingTime, runningSection, upcomingSection } from "./timing.ts";

/** What the candidate's page does next; `wait` while nothing can be done but time will change it. */
export type NextStep = "start" | "begin" | "answer" | "wait" | "done";

export type SectionView = {
  id: string;
  title: string;
  /** As this candidate gets it, extra time included. */
  minutes: string;
  items: number;
  status: "waiting" | "open" | "closed";
  closed?: "submitted" | "timeout";
};

/** The open section. `deadline` is null where it is untimed. */
export type CurrentSection = {
  section: string;
  introduction?: string;
  opened_at: string;
  deadline: string | null;
  items: CandidateItem[];
  answers: { [item: string]: KeptAnswer };
};

/** Everything the candidate's page is drawn from: no key, no other person's data. */
export type CandidateView = {
  status: SessionStatus;
  candidate: { name: string };
  playbook: {
    title: string;
    summary: string;
    language: string;
    /** The minutes of all sections as this candidate gets them. */
    minutes: string;
    pause_minutes: string;
    share_with_candidate: "none" | "score" | "working";
  };
  accommodation: Accommodation | null;
  /** What the candidate asked for last, and what became of it. */
  accommodation_request: AccommodationRequest | null;
  expires_at: string;
  server_time: string;
  next: NextStep;
  sections: SectionView[];
  /** What is to be agreed to; only before the start. */
  notices?: Notices;
  /** Items that don't count; only before the start. */
  practice?: CandidateItem[];
  current?: CurrentSection;
  /** The section that may be begun; it opens by itself at `opens_at` (null: it waits for the candidate). */
  upcoming?: { section: string; opens_at: string | null };
  redirect_url: string | null;
  /** What the company shares of the result, once it has decided. */
  shared?: SharedResult;
};

/** Gives the candidate's view of an item. */
export type ItemView = (item: ItemBase) => CandidateItem;

export function candidateView(situation: Situation, itemView: ItemView): CandidateView {
  const { state, playbook, now } = situation;
  const sections = playbook.sections.map((section) => sectionView(section, state));
  const shared = sharedResult(state, playbook);
  return {
    status: state.status,
    candidate: { name: state.candidate?.name ?? "" },
    playbook: {
      title: playbook.title,
      summary: playbook.summary,
      language: playbook.language,
      minutes: exactText(sum(sections.map(({ minutes }) => exact(minutes)))),
      pause_minutes: playbook.policy.pause_minutes,
      share_with_candidate: playbook.policy.share_with_candidate,
    },
    accommodation: state.accommodation,
    accommodation_request: state.accommodation_request,
    expires_at: state.expires_at,
    server_time: now,
    next: nextStep(state),
    sections,
    ...(state.status === "invited" && { practice: playbook.practice.map(itemView) }),
    ...currentOrUpcoming(situation, itemView),
    redirect_url: state.redirect_url,
    ...(shared && { shared }),
  };
}

export function nextStep(state: SessionState): NextStep {
  if (state.status === "invited") return "start";
  if (state.status !== "in_progress") return "done";
  return runningSection(state) ? "answer" : "begin";
}

function sectionView(section: Section, state: SessionState): SectionView {
  const closed = state.sections.get(section.id)?.closed;
  return {
    id: section.id,
    title: section.title,
    minutes: allowedMinutes(section.minutes, state.accommodation),
    items: section.items.length,
    status: sectionStatus(state.sections.get(section.id)),
    ...(closed && { closed: closed.reason }),
  };
}

const sectionStatus = (progress: SectionProgress | undefined): SectionView["status"] =>
  progress ? (progress.closed ? "closed" : "open") : "waiting";

function currentOrUpcoming(
  { state, playbook }: Situation,
  itemView: ItemView,
): Pick<CandidateView, "current" | "upcoming"> {
  if (state.status !== "in_progress") return {};
  const running = runningSection(state);
  if (running) return { current: currentSection(running, { state, playbook }, itemView) };
  const section = upcomingSection(playbook, state);
  return section ? { upcoming: { section: section.id, opens_at: openingTime(playbook, state) } } : {};
}

function currentSection(
  running: SectionProgress & { section: string },
  { state, playbook }: Pick<Situation, "state" | "playbook">,
  itemView: ItemView,
): CurrentSection {
  const section = playbook.sections.find(({ id }) => id === running.section)!;
  const kept = section.items.flatMap(({ id }) => {
    const answer = state.answers.get(id);
    return answer ? [[id, answer] as const] : [];
  });
  return {
    section: section.id,
    ...(section.introduction !== undefined && { introduction: section.introduction }),
    opened_at: running.opened_at,
    deadline: running.deadline,
    items: section.items.map(itemView),
    answers: Object.fromEntries(kept),
  };
}

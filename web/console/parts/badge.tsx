import type { JSX } from "preact";
import type { Session } from "../api/types.ts";

/** How a word stands: by shape first, then by colour. */
export type Tone = "waiting" | "live" | "good" | "attention" | "bad" | "over";

const SIGNS: { [T in Tone]: string } = { waiting: "○", live: "◐", good: "●", attention: "▲", bad: "■", over: "—" };

/** A word that tells a state, with a shape beside the colour. */
export const Badge = ({ tone, children }: { tone: Tone; children: string }): JSX.Element => (
  <span class={`badge is-${tone}`}>
    <span aria-hidden="true">{SIGNS[tone]}</span>
    {children}
  </span>
);

const STATUS: { [S in Session["status"]]: [Tone, string] } = {
  invited: ["waiting", "Invited"],
  in_progress: ["live", "In progress"],
  grading: ["live", "Grading"],
  scored: ["good", "Scored"],
  finalized: ["good", "Finalized"],
  decided: ["good", "Decided"],
  expired: ["over", "Expired"],
  canceled: ["over", "Canceled"],
  withdrawn: ["over", "Withdrawn"],
  voided: ["over", "Voided"],
  erased: ["over", "Erased"],
};

/** The states of a session with the words for people, in the order of its life. */
export const STATUS_WORDS = Object.entries(STATUS).map(([status, [, word]]) => [status, word] as const);

export function StatusBadge({ status }: { status: Session["status"] }): JSX.Element {
  const [tone, word] = STATUS[status];
  return <Badge tone={tone}>{word}</Badge>;
}

const RECOMMENDATIONS: { [recommendation: string]: [Tone, string] } = {
  advance: ["good", "Advance"],
  review: ["attention", "Review"],
  reject: ["bad", "Reject"],
  disqualified: ["bad", "Disqualified"],
  incomplete: ["waiting", "Incomplete"],
};

/** What the rules say; they never decide. */
export function RecommendationBadge({ recommendation }: { recommendation: string }): JSX.Element {
  const [tone, word] = RECOMMENDATIONS[recommendation] ?? ["waiting", recommendation];
  return <Badge tone={tone}>{word}</Badge>;
}

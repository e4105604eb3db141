import type { Change, Effect } from "#shared/domain/playbook/diff/change.ts";
import { tableText } from "../report.ts";
import type { Comparison, Comparisons } from "./moved-results.ts";

const HEADINGS: { effect: Effect; heading: string }[] = [
  { effect: "results", heading: "Can move results" },
  { effect: "candidates", heading: "Candidates see or do something else" },
  { effect: "staff", heading: "Only staff read it" },
];

/** The changes as people read them, those first that matter most. */
export function changesText(changes: readonly Change[]): string {
  if (changes.length === 0) return "Nothing changed.";
  return HEADINGS.flatMap(({ effect, heading }) => {
    const lines = changes.filter((change) => change.effect === effect).map(({ area, text }) => `  ${area}: ${text}`);
    return lines.length === 0 ? [] : [[`${heading}:`, ...lines].join("\n")];
  }).join("\n\n");
}

/** What became of the stored sessions: those that move, and how many there were. */
export function comparisonsText({ compared, skipped }: Comparisons): string {
  const moving = compared.filter(({ moved, flipped }) => moved || flipped);
  const flips = compared.filter(({ flipped }) => flipped).length;
  return [
    `${compared.length} stored session(s): ${moving.length} result(s) would move, ${flips} recommendation(s) would flip.`,
    ...(moving.length > 0 ? [tableText([HEAD, ...moving.map(row)], [1, 2])] : []),
    ...skipped.map(({ file, because }) => `Left out: ${file}, because ${because}`),
  ].join("\n\n");
}

const HEAD = ["session", "before", "after", "recommendation", "items"];

const row = ({ session, before, after, flipped, items, unasked }: Comparison): string[] => [
  session,
  before.score ?? "–",
  after.score ?? "–",
  flipped ? `${before.recommendation} → ${after.recommendation}` : `${after.recommendation}`,
  [
    ...items.map((item) => `${item.id} ${item.before ?? "–"} → ${item.after ?? "–"}`),
    ...unasked.map((id) => `${id} wasn't asked`),
  ].join(", "),
];

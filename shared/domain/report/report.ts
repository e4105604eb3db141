import type { ReportSettings } from "../company/settings.ts";
import type { Playbook } from "../playbook/schema.ts";
import type { CategoryResult, Figure, Recommendation, Result } from "../scoring/result.ts";
import type { SessionStatus } from "../session/head.ts";
import type { SessionState } from "../session/state.ts";

/** What a report link shows: figures, and of the rest what the company allows. Never an answer, a key or extra time. */
export type Report = {
  playbook: { title: string };
  status: SessionStatus;
  candidate: { name: string } | null;
  submitted_at: string | null;
  result: {
    stage: Result["stage"];
    score: Figure | null;
    coverage: Figure;
    bounds: { low: Figure; high: Figure };
    recommendation: Recommendation | null;
    categories: Omit<CategoryResult, "id">[];
    items: { section: string; title: string; points: string; max: string; outcome: string }[];
    computed_at: string | null;
  } | null;
};

/** Built by listing what may be seen. */
export function reportOf(state: SessionState, playbook: Playbook, allowed: ReportSettings): Report {
  const latest = state.results.at(-1);
  return {
    playbook: { title: playbook.title },
    status: state.status,
    candidate: allowed.candidate && state.candidate ? { name: state.candidate.name } : null,
    submitted_at: state.submitted_at,
    result: latest && state.status !== "erased" ? resultOf(latest, playbook, allowed) : null,
  };
}

function resultOf(result: Result, playbook: Playbook, allowed: ReportSettings): Report["result"] {
  const { stage, score, coverage, bounds, computed_at } = result;
  return {
    stage,
    score,
    coverage,
    bounds: { low: bounds.low, high: bounds.high },
    recommendation: allowed.recommendation ? result.recommendation : null,
    categories: result.categories.map(({ id: _, ...category }) => category),
    items: allowed.items ? itemsOf(result, playbook) : [],
    computed_at,
  };
}

function itemsOf({ items }: Result, playbook: Playbook) {
  const sections = new Map(playbook.sections.map((section) => [section.id, section]));
  return items.map(({ id, section, points, max, outcome }) => {
    const found = sections.get(section);
    const title = found?.items.find((item) => item.id === id)?.title ?? id;
    return { section: found?.title ?? section, title, points, max, outcome };
  });
}

import { compare, exact } from "../foundation/exact.ts";
import type { Json } from "../foundation/json.ts";
import type { ItemBase } from "../grading/contract.ts";
import type { Playbook } from "../playbook/schema.ts";
import type { Figure, ItemResult, Reason, Result } from "../scoring/result.ts";
import { plainReason } from "./plain-reason.ts";
import type { SessionState } from "./state.ts";

/** What the company shares of a decided session with its candidate: no key, no red flag, nobody's words. */
export type SharedResult = {
  score: Figure | null;
  categories: { id: string; title: string; score: Figure | null }[];
  /** What may be objected to; with points and their reasons only where the working is shared. */
  items: { id: string; section: string; title: string; points?: string; max?: string; reasons?: string[] }[];
  /** Only where the working is shared. */
  would_have_changed?: string[];
  objection: { item: string; text: string; at: string } | null;
};

/** Undefined before the decision, and where the playbook's policy is to share nothing. */
export function sharedResult(state: SessionState, playbook: Playbook): SharedResult | undefined {
  const { share_with_candidate: policy } = playbook.policy;
  const result = state.results.at(-1);
  if (state.status !== "decided" || policy === "none" || !result) return undefined;
  const working = policy === "working";
  return {
    score: result.score,
    categories: result.categories.map(({ id, title, score }) => ({ id, title, score })),
    items: playbook.sections.flatMap((section) =>
      section.items.map((item) => ({
        ...{ id: item.id, section: section.id, title: item.title },
        ...(working && workingOf(result.items.find(({ id }) => id === item.id)!, item)),
      })),
    ),
    ...(working && { would_have_changed: betterWays(result, playbook) }),
    objection: state.objection,
  };
}

function workingOf(
  { points, max, outcome, working }: ItemResult,
  item: ItemBase,
): { points: string; max: string; reasons: string[] } {
  const reasons = working.flatMap((line) => plainReason(line, item));
  return { points, max, reasons: [OUTCOMES[outcome](points, max), ...new Set(reasons)] };
}

const OUTCOMES: { readonly [O in ItemResult["outcome"]]: (points: string, max: string) => string } = {
  graded: (points, max) => `This answer earned ${points} of ${max} points.`,
  needs_review: (points, max) => `This answer earned ${points} of ${max} points; a person has still to look at it.`,
  not_gradable: () => "This answer could not be graded, through no fault of yours; it was left out of the score.",
  void: () => "This part was lost, through no fault of yours; it was left out of the score.",
};

/** What would have led to a better recommendation: each gate that spoke against it, and the next band. */
function betterWays({ gates, score, recommendation }: Result, playbook: Playbook): string[] {
  if (recommendation === "advance") return [];
  const fired = gates.filter((gate) => gate.fired && gate.effect !== "note");
  return [
    ...fired.flatMap(({ because }) => conditionsOf(because)).flatMap((each) => gateText(each, playbook)),
    ...bandText(score, playbook),
  ];
}

type Condition = { code: string; data: { [key: string]: Json } };

const conditionsOf = (because: Reason | null): Condition[] =>
  because === null ? [] : because.code === "several" ? (because.data["reasons"] as Condition[]) : [because];

function gateText({ code, data }: Condition, { categories, sections }: Playbook): string[] {
  if (code === "figure_below") {
    const title = categories.find(({ id }) => id === data["category"])?.title ?? String(data["category"]);
    return [`At least ${data["below"]} in ${title}; it was ${data["value"]}.`];
  }
  if (code !== "item_below") return [];
  const item = sections.flatMap(({ items }) => items).find(({ id }) => id === data["item"]);
  return [`At least ${data["below"]} points for “${item?.title ?? data["item"]}”; it was ${data["points"]}.`];
}

function bandText(score: Figure | null, { bands }: Playbook): string[] {
  if (score === null) return [];
  const above = bands.filter(({ from }) => compare(exact(from), exact(score)) > 0);
  const next = above.sort((a, b) => compare(exact(a.from), exact(b.from)))[0];
  return next ? [`A score of at least ${next.from}; it was ${score}.`] : [];
}

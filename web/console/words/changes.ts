import type { AnswerOf } from "../api/types.ts";
import type { Names } from "./names.ts";
import { gradeWords, recommendationWords, stageWords } from "./verdicts.ts";

type Result = AnswerOf<"read-result">;

/** What changed from one result to a later one, as lines for people; empty where nothing did. */
export function changesBetween(before: Result, after: Result, names: Names): string[] {
  return [
    ...changed("Stage", stageWords(before.stage), stageWords(after.stage)),
    ...changed("Score", before.score ?? "none", after.score ?? "none"),
    ...changed("Recommendation", recommendationWords(before.recommendation), recommendationWords(after.recommendation)),
    ...changed("Known weight", `${before.coverage} %`, `${after.coverage} %`),
    ...changed("Bounds", boundsWords(before), boundsWords(after)),
    ...categoryChanges(before, after),
    ...itemChanges(before, after, names),
    ...gateChanges(before, after),
    ...flagChanges(before, after, names),
    ...changed("Engine", before.engine_version, after.engine_version),
  ];
}

const boundsWords = ({ bounds }: Result): string => `${bounds.low} to ${bounds.high}`;

const changed = (what: string, from: string, to: string): string[] => (from === to ? [] : [`${what}: ${from} → ${to}`]);

const FIGURES = ["assessment", "interview", "score"] as const;

const categoryChanges = (before: Result, after: Result): string[] =>
  after.categories.flatMap((category) => {
    const old = before.categories.find(({ id }) => id === category.id);
    return FIGURES.flatMap((figure) =>
      changed(`${category.title}, ${figure}`, old?.[figure] ?? "none", category[figure] ?? "none"),
    );
  });

const itemChanges = (before: Result, after: Result, names: Names): string[] =>
  after.items.flatMap((item) => {
    const old = before.items.find(({ id }) => id === item.id);
    return changed(names.item(item.id), old ? markWords(old) : "none", markWords(item));
  });

const markWords = ({ points, max, outcome }: Result["items"][number]): string =>
  outcome === "graded" ? `${points} of ${max}` : `${points} of ${max} (${gradeWords(outcome).toLowerCase()})`;

const gateChanges = (before: Result, after: Result): string[] =>
  after.gates.flatMap(({ id, fired }) => {
    const old = before.gates.find((gate) => gate.id === id)?.fired ?? false;
    return old === fired ? [] : [`Gate ${id}: ${fired ? "fires" : "doesn't fire any more"}`];
  });

const flagChanges = (before: Result, after: Result, names: Names): string[] =>
  after.flags.flatMap((flag) => {
    const old = before.flags.find(
      ({ id, flag: of, raised_by }) => id === flag.id && of === flag.flag && raised_by === flag.raised_by,
    );
    return changed(`Red flag “${names.flag(flag.flag)}”`, old?.state ?? "none", flag.state);
  });

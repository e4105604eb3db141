import { type Fragility, fragilityOf } from "#shared/domain/scoring/fragility.ts";
import type { Result } from "#shared/domain/scoring/result.ts";
import { score } from "#shared/domain/scoring/score.ts";
import { readArguments } from "../arguments.ts";
import { resolvePlaybook } from "../load.ts";
import { readJsonWithDecimals } from "../read-json.ts";
import { printJson, tableText } from "../report.ts";
import { readScoreInputs } from "../score-inputs.ts";

/** `score <folder or id> <inputs.json>`: the result that bare points, ratings and flags give, and how fragile it is. */
export async function scoreInputs(args: string[]): Promise<boolean> {
  const { named, json, seed } = readArguments(args, ["playbook", "inputs.json"]);
  const { playbook } = resolvePlaybook(named.playbook, seed);
  const inputs = readScoreInputs(playbook, readJsonWithDecimals(named["inputs.json"]));
  const [result, fragility] = [score(inputs), fragilityOf(inputs)];
  if (json) printJson({ ...result, fragility });
  else console.log([resultText(result), `Fragility: ${fragility.text}`, ...flipLines(fragility)].join("\n"));
  return true;
}

const flipLines = ({ flips }: Fragility): string[] => flips.map(({ text }) => `    ${text}`);

function resultText(result: Result): string {
  const figures = result.categories.map(({ title, weight, assessment, interview, score: figure }) =>
    [title, weight, assessment, interview, figure].map((cell) => cell ?? "–"),
  );
  return [
    tableText([["category", "weight", "assessment", "interview", "score"], ...figures], [1, 2, 3, 4]),
    "",
    `Score: ${result.score ?? "–"} (${result.stage}), coverage ${result.coverage} %, bounds ${result.bounds.low} to ${result.bounds.high}`,
    `Recommendation: ${result.recommendation ?? "none"}`,
    ...result.reasons.map(({ text }) => `    ${text}`),
  ].join("\n");
}

import type { Result } from "#shared/domain/scoring/result.ts";
import { score } from "#shared/domain/scoring/score.ts";
import { readArguments } from "../arguments.ts";
import { resolvePlaybook } from "../load.ts";
import { readJsonWithDecimals } from "../read-json.ts";
import { printJson, tableText } from "../report.ts";
import { readScoreInputs } from "../score-inputs.ts";

/** `score <folder or id> <inputs.json>`: the result that bare points, ratings and flags give. */
export async function scoreInputs(args: string[]): Promise<boolean> {
  const { named, json, seed } = readArguments(args, ["playbook", "inputs.json"]);
  const { playbook } = resolvePlaybook(named.playbook, seed);
  const result = score(readScoreInputs(playbook, readJsonWithDecimals(named["inputs.json"])));
  if (json) printJson(result);
  else console.log(resultText(result));
  return true;
}

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

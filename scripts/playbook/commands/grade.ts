import { score } from "#shared/domain/scoring/score.ts";
import { readArguments } from "../arguments.ts";
import { gradeAnswers } from "../grade-answers.ts";
import { resolvePlaybook } from "../load.ts";
import { readJson } from "../read-json.ts";
import { itemText, printJson } from "../report.ts";
import { localSandbox } from "../sandbox.ts";

/** `grade <folder or id> <answers.json>`: each item's points with their working. */
export async function grade(args: string[]): Promise<boolean> {
  const { named, json, seed } = readArguments(args, ["playbook", "answers.json"]);
  const { playbook } = resolvePlaybook(named.playbook, seed);
  const answers = readJson(named["answers.json"]);
  const grades = await gradeAnswers({ playbook, sandbox: localSandbox() }, answers);
  const { items, score: figure } = score({ playbook, stage: "provisional", grades });
  if (json) printJson(items);
  else console.log([...items.map(itemText), `Provisional score: ${figure}`].join("\n\n"));
  return true;
}

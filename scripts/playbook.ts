import { check } from "./playbook/commands/check.ts";
import { diff } from "./playbook/commands/diff.ts";
import { grade } from "./playbook/commands/grade.ts";
import { createPlaybook } from "./playbook/commands/new.ts";
import { preview } from "./playbook/commands/preview.ts";
import { publish } from "./playbook/commands/publish.ts";
import { reference } from "./playbook/commands/reference.ts";
import { regrade } from "./playbook/commands/regrade.ts";
import { scoreInputs } from "./playbook/commands/score.ts";
import { fail, usage } from "./playbook/report.ts";

/** An author's command: gets its arguments, prints, and says whether all is well. Refusals are told by {@link fail}. */
export type Command = (args: string[]) => Promise<boolean>;

const commands: Readonly<Record<string, Command>> = {
  new: createPlaybook,
  check,
  grade,
  score: scoreInputs,
  reference,
  preview,
  diff,
  publish,
  regrade,
};

/** npm runs scripts in the repository's folder and says here where it was called: folders are meant from there. */
process.chdir(process.env["INIT_CWD"] ?? process.cwd());

const [name = "", ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!command) {
  usage(name);
  process.exitCode = 2;
} else {
  const done = await command(args).catch(fail);
  process.exitCode = done ? 0 : 1;
}

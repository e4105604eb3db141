import { parseArgs } from "node:util";
import type { Response } from "#shared/contracts/shape-of.ts";
import { nameAll } from "../arguments.ts";
import { tableText, UsageError } from "../report.ts";
import { refusalOf, service, serviceOptions } from "../service.ts";

const options = { ...serviceOptions, reason: { type: "string" }, commit: { type: "boolean" } } as const;

type Page = Response<"regrade-sessions">;

/**
 * `regrade <id@version> <id@later> --reason <text> [--commit]`: shows which sessions get another result under a later
 * version, and with `--commit` grades them by it.
 */
export async function regrade(args: string[]): Promise<boolean> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
  const { from, to } = nameAll(positionals, ["from", "to"]);
  const { reason, commit = false } = values;
  if (!reason) throw new UsageError("Regrading needs a --reason; it stands in the journal of each session.");
  const ask = service(values);
  const data: Page["data"] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const body = { to, reason, commit, ...(cursor !== undefined && { cursor }) };
    const answer = await ask(`/v1/playbooks/${encodeURIComponent(from)}/regrade`, body);
    if ("problem" in answer) throw refusalOf(answer.problem);
    const page = JSON.parse(answer.text) as Page;
    data.push(...page.data);
    cursor = page.next_cursor;
  }
  console.log(movesText(data, commit));
  return data.every(({ refused }) => refused === null);
}

function movesText(data: Page["data"], committed: boolean): string {
  const rows = data.map(({ session, before, after, moves, refused }) => [
    ...[session, standingText(before), after ? standingText(after) : "–"],
    refused ?? (moves ? "moves" : ""),
  ]);
  const moving = data.filter(({ moves }) => moves).length;
  return [
    tableText([["session", "before", "after", ""], ...rows]),
    "",
    `${moving} of ${data.length} sessions ${committed ? "moved" : "would move"}.`,
    ...(committed ? [] : ["Nothing was changed; --commit does it."]),
  ].join("\n");
}

const standingText = ({ score, recommendation }: Page["data"][number]["before"]): string =>
  `${score ?? "–"} ${recommendation ?? "none"}`;

import type { AnswerOf } from "../../api/types.ts";

export type Row = AnswerOf<"list-interviews">["data"][number];

export type Group = { title: string; rows: Row[] };

/** Rows in the order of what there is to do; groups without any are left out. */
export function groupsOf(rows: readonly Row[], rates: boolean): Group[] {
  const groups = rates ? GROUPS : OVERSEEN;
  return groups
    .map(({ title, holds }) => ({ title, rows: rows.filter(holds) }))
    .filter((group) => group.rows.length > 0);
}

type Rule = { title: string; holds: (row: Row) => boolean };

const isEnough = ({ status, locked, min_raters }: Row): boolean => status === "finalized" || locked >= min_raters;

const GROUPS: readonly Rule[] = [
  { title: "You have begun", holds: ({ own }) => own === "draft" },
  { title: "Waiting for a scorecard", holds: (row) => row.own === "none" && !isEnough(row) },
  { title: "You have locked yours", holds: ({ own }) => own === "locked" },
  { title: "Rated by others", holds: (row) => row.own === "none" && isEnough(row) },
];

const OVERSEEN: readonly Rule[] = [
  { title: "Waiting for scorecards", holds: (row) => !isEnough(row) },
  { title: "Rated", holds: isEnough },
];

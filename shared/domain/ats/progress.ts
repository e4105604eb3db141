import { compare, parseExact } from "../foundation/exact.ts";
import type { Figure } from "../scoring/result.ts";
import type { SessionHead, SessionStatus } from "../session/head.ts";
import { STATUS_MAP } from "./status-map.ts";

export type Verdict = "passed" | "failed";

/** How an order stands. Only what is complete has a report, and nothing is complete without one. */
export type Progress =
  | { phase: "open"; status: SessionStatus; at: string }
  | { phase: "over"; status: SessionStatus; at: string }
  | {
      phase: "complete";
      status: SessionStatus;
      at: string;
      report_url: string;
      /** Null where a part couldn't be graded yet. */
      score: Figure | null;
      /** Null where the company set no pass mark, or there is no score. */
      verdict: Verdict | null;
      completed_at: string;
    };

export type Standing = Pick<SessionHead, "status" | "score" | "updated_at" | "scored_at">;

/** @param made the report's address, and the score from which it is a pass */
export function progressOf(head: Standing, made: { report_url: string; pass_mark: string | null }): Progress {
  const { phase } = STATUS_MAP[head.status];
  const common = { status: head.status, at: head.updated_at };
  if (phase !== "complete") return { ...common, phase };
  const { score } = head;
  const completed_at = head.scored_at ?? head.updated_at;
  return {
    ...common,
    phase,
    score,
    completed_at,
    report_url: made.report_url,
    verdict: verdictOf(score, made.pass_mark),
  };
}

function verdictOf(score: Figure | null, pass_mark: string | null): Verdict | null {
  const [reached, needed] = [parseExact(score ?? ""), parseExact(pass_mark ?? "")];
  if (!reached || !needed) return null;
  return compare(reached, needed) >= 0 ? "passed" : "failed";
}

/** What is told, apart from the report's address, which is signed anew each day. */
export const toldText = (progress: Progress): string =>
  [progress.status, ...(progress.phase === "complete" ? [progress.score, progress.verdict] : [])].join(" ");

/** One call to an ATS. */
export type Outgoing = {
  method: "POST" | "PUT" | "PATCH";
  url: string;
  headers: { [name: string]: string };
  /** JSON, or nothing. */
  body: unknown;
};

/** The user name of basic authentication, without a password. @param user in visible ASCII */
export const basicHeader = (user: string): { authorization: string } => ({
  authorization: `Basic ${btoa(`${user}:`)}`,
});

export const bearerHeader = (token: string): { authorization: string } => ({ authorization: `Bearer ${token}` });

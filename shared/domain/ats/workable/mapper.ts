import type { Connection } from "../../company/settings.ts";
import { jobOf, metadataOf, nameFrom, type Order, type OrderRequest } from "../order.ts";
import { bearerHeader, type Outgoing, type Progress } from "../progress.ts";
import { STATUS_MAP } from "../status-map.ts";

/** The body of an order, as far as we read it. */
export type WorkableAssessment = {
  test_id: string;
  callback_url: string;
  job_shortcode?: string | null | undefined;
  job_title?: string | null | undefined;
  candidate: {
    first_name?: string | null | undefined;
    last_name?: string | null | undefined;
    email: string;
  };
};

/** What is put to the callback address. */
export type WorkableUpdate = {
  status: "pending" | "completed" | "rejected" | "expired";
  results_url?: string;
  assessment?: { score?: string; grade?: "failed" | "passed"; summary: string };
};

/** The callback address is the order's natural key. */
export function workableOrder({ test_id, callback_url, candidate, ...job }: WorkableAssessment): OrderRequest {
  return {
    ats: "workable",
    key: callback_url,
    playbook: test_id,
    candidate: { name: nameFrom(candidate.first_name, candidate.last_name), email: candidate.email },
    ...jobOf(job.job_shortcode),
    metadata: metadataOf({ workable_job: job.job_shortcode, job: job.job_title }),
    callback: { url: callback_url },
  };
}

export function workableState(progress: Progress): WorkableUpdate {
  const status = STATUS_MAP[progress.status].workable;
  if (progress.phase !== "complete") return { status };
  const { score, verdict, report_url } = progress;
  const summary = score === null ? "A part of it waits for a review." : `Score ${score} of 100.`;
  const assessment = { ...(score !== null && { score }), ...(verdict !== null && { grade: verdict }), summary };
  return { status, results_url: report_url, assessment };
}

/** `pending` is what an order is from its beginning and needs no telling. */
export function workableUpdate(order: Order, progress: Progress, connection: Connection): Outgoing | undefined {
  const url = order.callback["url"];
  if (progress.phase === "open" || url === undefined || connection.credential === null) return undefined;
  return { method: "PUT", url, headers: bearerHeader(connection.credential), body: workableState(progress) };
}

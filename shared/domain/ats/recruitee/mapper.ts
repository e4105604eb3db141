import type { Connection } from "../../company/settings.ts";
import { externalId, metadataOf, nameFrom, type Order, type OrderRequest } from "../order.ts";
import type { Outgoing, Progress } from "../progress.ts";
import { STATUS_MAP } from "../status-map.ts";

/** The body by which a candidate is sent, as far as we read it. */
export type SentCandidate = {
  first_name?: string | null | undefined;
  last_name?: string | null | undefined;
  email: string;
  candidate_id?: string | number | null | undefined;
  company_id?: string | number | null | undefined;
  report_id: string;
  test_id: string;
};

/** The body of a report's change. */
export type RecruiteeReport = {
  status: "sent" | "completed" | "failed" | "canceled";
  /** As text: `"76.50%"`. */
  score?: string;
  completed_at?: string;
  subtitle?: string;
  url?: string;
};

/** The report's id is the order's natural key. */
export function recruiteeOrder(sent: SentCandidate): OrderRequest {
  return {
    ats: "recruitee",
    key: sent.report_id,
    playbook: sent.test_id,
    candidate: { name: nameFrom(sent.first_name, sent.last_name), email: sent.email, ...externalId(sent.candidate_id) },
    metadata: metadataOf({ recruitee_company: sent.company_id, recruitee_report: sent.report_id }),
    callback: { report: sent.report_id },
  };
}

export function recruiteeState(progress: Progress): RecruiteeReport {
  const status = STATUS_MAP[progress.status].recruitee;
  if (progress.phase !== "complete") return { status };
  const { score, verdict, completed_at, report_url } = progress;
  return {
    status: verdict === "failed" ? "failed" : status,
    ...(score === null ? { subtitle: "A part of it waits for a review" } : { score: `${score}%` }),
    completed_at,
    url: report_url,
  };
}

/** A report is `sent` from its beginning: only its end is told. */
export function recruiteeUpdate(order: Order, progress: Progress, connection: Connection): Outgoing | undefined {
  const { credential, base_url, codename } = connection;
  const report = order.callback["report"];
  if (progress.phase === "open" || report === undefined) return undefined;
  if (credential === null || base_url === null || codename === null) return undefined;
  const url = `${base_url}/api/p/${encodeURIComponent(codename)}/reports/${encodeURIComponent(report)}`;
  return { method: "PATCH", url, headers: { "RT-PARTNER-SECRET": credential }, body: recruiteeState(progress) };
}

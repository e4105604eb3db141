import type { Connection } from "../../company/settings.ts";
import type { Json } from "../../foundation/json.ts";
import { externalId, jobOf, metadataOf, nameFrom, type Order, type OrderRequest } from "../order.ts";
import { basicHeader, type Outgoing, type Progress } from "../progress.ts";
import { STATUS_MAP } from "../status-map.ts";

/** The body of `assessment.start`, as far as we read it. */
export type AssessmentStart = {
  assessment_type_id: string;
  candidate: {
    ashby_id?: string | undefined;
    first_name?: string | null | undefined;
    last_name?: string | null | undefined;
    email: string;
  };
  application: { ashby_id: string };
  job?: { ashby_id?: string | undefined; name?: string | null | undefined } | null | undefined;
};

/** A typed value, as Ashby shows it. */
export type AshbyField = {
  identifier: string;
  label: string;
  type: "numeric_score" | "url" | "string" | "boolean_success";
  value: Json;
};

/** The body of `assessment.update`. */
export type AshbyUpdate = {
  assessment_id: string;
  /** Milliseconds since 1970. */
  timestamp: number;
  assessment_status?: AshbyField;
  cancelled_reason?: AshbyField;
  assessment_profile_url?: AshbyField;
  assessment_result?: AshbyField;
  metadata?: AshbyField[];
};

/** One application takes one type of assessment once. */
export function ashbyOrder({ assessment_type_id, candidate, application, job }: AssessmentStart): OrderRequest {
  const { first_name, last_name, email, ashby_id } = candidate;
  return {
    ats: "ashby",
    key: `${application.ashby_id} ${assessment_type_id}`,
    playbook: assessment_type_id,
    candidate: { name: nameFrom(first_name, last_name), email, ...externalId(application.ashby_id) },
    ...jobOf(job?.ashby_id),
    metadata: metadataOf({ ashby_candidate: ashby_id, ashby_job: job?.ashby_id, job: job?.name }),
    callback: {},
  };
}

/** The state of an assessment: a status, a result with its report, or the reason why it is over. */
export function ashbyState(assessment_id: string, progress: Progress): AshbyUpdate {
  const update = { assessment_id, timestamp: Date.parse(progress.at) };
  const word = STATUS_MAP[progress.status].ashby;
  if (progress.phase === "over") return { ...update, cancelled_reason: text("cancelled_reason", "Over because", word) };
  if (progress.phase === "open") return { ...update, assessment_status: text("status", "Status", word) };
  const { report_url, verdict } = progress;
  return {
    ...update,
    assessment_profile_url: { identifier: "report", label: "Report", type: "url", value: report_url },
    assessment_result: resultOf(progress),
    ...(verdict !== null && {
      metadata: [
        { identifier: "outcome", label: "Pass mark reached", type: "boolean_success", value: verdict === "passed" },
      ],
    }),
  };
}

const text = (identifier: string, label: string, value: string): AshbyField => ({
  identifier,
  label,
  type: "string",
  value,
});

const resultOf = ({ score }: Extract<Progress, { phase: "complete" }>): AshbyField =>
  score === null
    ? text("score", "Score", "waiting for a review")
    : { identifier: "score", label: "Score", type: "numeric_score", value: Number(score) };

export function ashbyUpdate(order: Order, progress: Progress, connection: Connection): Outgoing | undefined {
  const { credential, base_url } = connection;
  if (credential === null || base_url === null) return undefined;
  const url = `${base_url}/assessment.update`;
  return { method: "POST", url, headers: basicHeader(credential), body: ashbyState(order.id, progress) };
}

import type { Connection } from "../../company/settings.ts";
import { metadataOf, nameFrom, type Order, type OrderRequest } from "../order.ts";
import { basicHeader, type Outgoing, type Progress } from "../progress.ts";
import { STATUS_MAP } from "../status-map.ts";

/** The body of `send_test`, as far as we read it. */
export type SendTest = {
  partner_test_id: string;
  candidate: {
    first_name?: string | null | undefined;
    last_name?: string | null | undefined;
    preferred_name?: string | null | undefined;
    email: string;
    greenhouse_profile_url?: string | null | undefined;
  };
  url: string;
};

/** The answer to `test_status`. Greenhouse wants nulls rather than missing keys. */
export type TestStatus = {
  partner_status: string;
  partner_profile_url: string | null;
  partner_score: number | null;
  metadata: { [label: string]: string };
};

/** The address of the order is its natural key: Greenhouse makes one per application and stage. */
export function greenhouseOrder({ partner_test_id, candidate, url }: SendTest): OrderRequest {
  const { first_name, preferred_name, last_name, email, greenhouse_profile_url } = candidate;
  return {
    ats: "greenhouse",
    key: url,
    playbook: partner_test_id,
    candidate: { name: nameFrom(preferred_name || first_name, last_name), email },
    metadata: metadataOf({ greenhouse_profile: greenhouse_profile_url }),
    callback: { url },
  };
}

export function greenhouseStatus(progress: Progress): TestStatus {
  const partner_status = STATUS_MAP[progress.status].greenhouse;
  if (progress.phase !== "complete") {
    const metadata: TestStatus["metadata"] = progress.phase === "over" ? { Outcome: partner_status } : {};
    return { partner_status, partner_profile_url: null, partner_score: null, metadata };
  }
  return {
    partner_status,
    partner_profile_url: progress.report_url,
    partner_score: progress.score === null ? null : Number(progress.score),
    metadata: progress.verdict === null ? {} : { Outcome: progress.verdict },
  };
}

/** Greenhouse only wants to hear that there is something to read; then it asks for the status. */
export function greenhouseUpdate(order: Order, progress: Progress, connection: Connection): Outgoing | undefined {
  const url = order.callback["url"];
  if (progress.phase !== "complete" || url === undefined || connection.credential === null) return undefined;
  return { method: "PATCH", url, headers: basicHeader(connection.credential), body: null };
}

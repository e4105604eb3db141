import type { Problem } from "#shared/contracts/problem.ts";
import type { ReportView } from "#shared/contracts/shapes/report.ts";

/** The report, or a sentence that says why there is none. */
export type Found = { report: ReportView } | { trouble: string };

const AWAY = "The report can't be reached just now. Please try again in a moment.";

/** Reads the report that a token leads to; never throws. */
export async function readReport(token: string): Promise<Found> {
  if (token === "") return { trouble: "This link isn't complete. Please open it as it was given to you." };
  try {
    const response = await fetch(`/v1/reports/${encodeURIComponent(token)}`);
    if (response.ok) return { report: (await response.json()) as ReportView };
    const problem = (await response.json()) as Partial<Problem>;
    return { trouble: response.status < 500 ? (problem.detail ?? AWAY) : AWAY };
  } catch {
    return { trouble: AWAY };
  }
}

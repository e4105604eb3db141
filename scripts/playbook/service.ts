import { Refusal, type Violation } from "#shared/domain/foundation/refusal.ts";
import { UsageError } from "./report.ts";

/** The options by which a command finds the service. */
export const serviceOptions = { url: { type: "string" }, key: { type: "string" } } as const;

/** What the service answers to a POST: its text where it is granted, a problem where it isn't. */
export type Answer = { text: string } | { problem: ProblemText };
type ProblemText = { code?: string; detail?: string; title?: string; errors?: Violation[] };

/** Asks the service at `--url` with `--key`, or ASSAY_URL and ASSAY_KEY. @throws UsageError where one is missing */
export function service(given: { url?: string | undefined; key?: string | undefined }) {
  const url = given.url ?? process.env["ASSAY_URL"];
  const key = given.key ?? process.env["ASSAY_KEY"];
  if (!url || !key) throw new UsageError("This needs --url and --key (or ASSAY_URL and ASSAY_KEY).");
  return async (path: string, body: unknown): Promise<Answer> => {
    const response = await fetch(`${url.replace(/\/$/, "")}${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    return response.ok ? { text } : { problem: problemOf(text) };
  };
}

/** The service's problem document as a refusal. */
export const refusalOf = (problem: ProblemText, violations: Violation[] = problem.errors ?? []): Refusal =>
  new Refusal(problem.code ?? "unavailable", problem.detail ?? problem.title ?? "The service failed.", { violations });

function problemOf(text: string): ProblemText {
  try {
    return JSON.parse(text) as ProblemText;
  } catch {
    return { detail: text };
  }
}

import { readFileSync } from "node:fs";
import path from "node:path";
import type { Measure } from "./measure.ts";

/** What one session used, as counted in a run of it. */
export type SessionUse = {
  requests: number;
  invocations: number;
  /** Billed GB-seconds over all functions. */
  gigabyteSeconds: number;
  writeUnits: number;
  readUnits: number;
  transitions: number;
  signatures: number;
  logBytes: number;
};

type Prices = Record<string, number>;

/** List prices, kept in one dated file. */
export const prices: Prices = JSON.parse(readFileSync(path.join(import.meta.dirname, "prices.json"), "utf8"));

/** @throws Error for a price that the list lacks */
export const price = (name: string): number => {
  const value = prices[name];
  if (typeof value !== "number") throw new Error(`prices.json has no ${name}`);
  return value;
};
const perMillion = (count: number, name: string): number => (count * price(name)) / 1e6;

/** Dollars per 1,000 sessions, by service. */
export function costPerThousand(use: SessionUse): Record<string, number> {
  const perSession = {
    "HTTP API": perMillion(use.requests, "http_api_per_million_requests"),
    Lambda:
      perMillion(use.invocations, "lambda_per_million_requests") +
      use.gigabyteSeconds * price("lambda_arm64_per_gb_second"),
    "DynamoDB writes": perMillion(use.writeUnits, "dynamodb_per_million_write_units"),
    "DynamoDB reads": perMillion(use.readUnits, "dynamodb_per_million_read_units"),
    "Step Functions": perMillion(use.transitions, "step_functions_per_million_transitions"),
    KMS: perMillion(use.signatures, "kms_per_million_ecc_signatures"),
    Logs: (use.logBytes / 1e9) * price("logs_per_gb"),
  };
  return Object.fromEntries(Object.entries(perSession).map(([service, dollars]) => [service, dollars * 1000]));
}

const TARGET_DOLLARS = 1;

export function costMeasures(use: SessionUse): Measure[] {
  const parts = costPerThousand(use);
  const total = Object.values(parts).reduce((sum, dollars) => sum + dollars, 0);
  return [
    { name: "requests per session", value: use.requests, unit: "" },
    { name: "function invocations per session", value: use.invocations, unit: "" },
    { name: "write units per session", value: use.writeUnits, unit: "WRU" },
    { name: "read units per session", value: use.readUnits, unit: "RRU" },
    {
      name: "transitions per session",
      value: use.transitions,
      unit: "",
      target: { text: "≤ 20", met: use.transitions <= 20 },
    },
    ...Object.entries(parts).map(([service, dollars]) => ({
      name: `${service} per 1,000 sessions`,
      value: dollars,
      unit: "$",
    })),
    {
      name: "1,000 sessions at list price",
      value: total,
      unit: "$",
      target: { text: `≤ $${TARGET_DOLLARS.toFixed(2)}`, met: total <= TARGET_DOLLARS },
    },
  ];
}

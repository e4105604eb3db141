import { describe, expect, test } from "vitest";
import { ashbyState } from "#shared/domain/ats/ashby/mapper.ts";
import { greenhouseStatus } from "#shared/domain/ats/greenhouse/mapper.ts";
import type { Order } from "#shared/domain/ats/order.ts";
import { type Progress, progressOf } from "#shared/domain/ats/progress.ts";
import { recruiteeState } from "#shared/domain/ats/recruitee/mapper.ts";
import { STATUS_MAP } from "#shared/domain/ats/status-map.ts";
import { isOnHosts, UPDATES } from "#shared/domain/ats/updates.ts";
import { workableState } from "#shared/domain/ats/workable/mapper.ts";
import { STANDARD_SETTINGS } from "#shared/domain/company/settings.ts";
import type { SessionStatus } from "#shared/domain/session/head.ts";

const STATUSES = Object.keys(STATUS_MAP) as SessionStatus[];
const REPORT = "https://assay.example/report/#token";
const AT = "2026-03-01T10:00:00.000Z";

const standing = (status: SessionStatus, score: string | null = "76.50", pass_mark: string | null = null): Progress =>
  progressOf({ status, score, updated_at: AT, scored_at: AT }, { report_url: REPORT, pass_mark });

const LEGAL = {
  workable: ["pending", "completed", "rejected", "expired"],
  recruitee: ["sent", "completed", "failed", "canceled"],
};

describe("every status of a session", () => {
  test.each(STATUSES)("%s has exactly one legal word in every system", (status) => {
    const progress = standing(status);
    expect(LEGAL.workable).toContain(workableState(progress).status);
    expect(LEGAL.recruitee).toContain(recruiteeState(progress).status);
    expect(greenhouseStatus(progress).partner_status).toMatch(/^[a-z]+$/);
    const told = ashbyState("ord_1", progress);
    const kinds = [told.assessment_status, told.cancelled_reason, told.assessment_result].filter(Boolean);
    expect(kinds).toHaveLength(1);
  });

  test.each(STATUSES)(
    "%s: nothing is complete without a report link, and no report is told of what isn't",
    (status) => {
      for (const score of ["76.50", null]) {
        const progress = standing(status, score);
        const [greenhouse, ashby] = [greenhouseStatus(progress), ashbyState("ord_1", progress)];
        const [workable, recruitee] = [workableState(progress), recruiteeState(progress)];
        const isComplete = progress.phase === "complete";
        const link = isComplete ? REPORT : undefined;
        expect([greenhouse.partner_status === "complete", greenhouse.partner_profile_url]).toEqual([
          isComplete,
          link ?? null,
        ]);
        expect([Boolean(ashby.assessment_result), ashby.assessment_profile_url?.value]).toEqual([isComplete, link]);
        expect([workable.status === "completed", workable.results_url]).toEqual([isComplete, link]);
        expect([["completed", "failed"].includes(recruitee.status), recruitee.url]).toEqual([isComplete, link]);
      }
    },
  );
});

describe("a verdict", () => {
  test("is told where the company set a pass mark, and nowhere else", () => {
    expect(workableState(standing("scored")).assessment).toEqual({ score: "76.50", summary: "Score 76.50 of 100." });
    expect(workableState(standing("scored", "70.00", "70")).assessment?.grade).toBe("passed");
    expect(workableState(standing("scored", "69.99", "70")).assessment?.grade).toBe("failed");
    expect(recruiteeState(standing("scored", "69.99", "70"))).toMatchObject({ status: "failed", score: "69.99%" });
    expect(ashbyState("ord_1", standing("scored", "70.00", "70")).metadata).toEqual([
      { identifier: "outcome", label: "Pass mark reached", type: "boolean_success", value: true },
    ]);
    expect(greenhouseStatus(standing("scored", null, "70")).metadata).toEqual({});
  });
});

describe("a write-back", () => {
  const order = (ats: Order["ats"], callback: Order["callback"]): Order => ({
    id: "ord_1",
    ats,
    key_hash: "h",
    round: 1,
    session: "ses_1",
    callback,
    placed_at: AT,
    canceled: false,
    told: null,
    told_at: null,
    failed: null,
  });
  const connection = (ats: Order["ats"]) => ({
    ...STANDARD_SETTINGS.ats[ats],
    credential: "secret",
    codename: "assay",
  });

  test("goes to Greenhouse as a bare PATCH of the order's address, once it is complete", () => {
    const asked = order("greenhouse", { url: "https://app.greenhouse.io/tests/1" });
    expect(UPDATES.greenhouse(asked, standing("in_progress"), connection("greenhouse"))).toBeUndefined();
    expect(UPDATES.greenhouse(asked, standing("scored"), connection("greenhouse"))).toEqual({
      method: "PATCH",
      url: "https://app.greenhouse.io/tests/1",
      headers: { authorization: `Basic ${btoa("secret:")}` },
      body: null,
    });
  });

  test("goes to Ashby with typed values", () => {
    expect(UPDATES.ashby(order("ashby", {}), standing("scored"), connection("ashby"))).toEqual({
      method: "POST",
      url: "https://api.ashbyhq.com/assessment.update",
      headers: { authorization: `Basic ${btoa("secret:")}` },
      body: {
        assessment_id: "ord_1",
        timestamp: Date.parse(AT),
        assessment_profile_url: { identifier: "report", label: "Report", type: "url", value: REPORT },
        assessment_result: { identifier: "score", label: "Score", type: "numeric_score", value: 76.5 },
      },
    });
  });

  test("goes to Workable's callback address with its bearer token", () => {
    const asked = order("workable", { url: "https://www.workable.com/callback/1" });
    expect(UPDATES.workable(asked, standing("expired"), connection("workable"))).toEqual({
      method: "PUT",
      url: "https://www.workable.com/callback/1",
      headers: { authorization: "Bearer secret" },
      body: { status: "expired" },
    });
  });

  test("goes to Recruitee's report with the partner's secret", () => {
    const asked = order("recruitee", { report: "r-1" });
    expect(UPDATES.recruitee(asked, standing("withdrawn"), connection("recruitee"))).toEqual({
      method: "PATCH",
      url: "https://api.recruitee.com/api/p/assay/reports/r-1",
      headers: { "RT-PARTNER-SECRET": "secret" },
      body: { status: "canceled" },
    });
  });

  test("goes nowhere without a credential", () => {
    const bare = { ...STANDARD_SETTINGS.ats.ashby };
    expect(UPDATES.ashby(order("ashby", {}), standing("scored"), bare)).toBeUndefined();
  });
});

test("a host is itself and what is below it", () => {
  expect(isOnHosts("https://app.greenhouse.io/x", ["greenhouse.io"])).toBe(true);
  for (const url of ["https://greenhouse.io.evil.example", "https://evilgreenhouse.io", "no address"]) {
    expect(isOnHosts(url, ["greenhouse.io"])).toBe(false);
  }
});

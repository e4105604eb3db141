import type { IncomingMessage } from "node:http";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CANDIDATE_MAILS, type MailKind, STAFF_MAILS } from "#shared/domain/errands/errand.ts";
import { compose } from "#shared/domain/mail/compose.ts";
import { letterData } from "#test/builders/letter-data.ts";
import { openBrowser, openPage } from "./harness.ts";
import { MockApi, type Reply } from "./mock-api.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const report = {
  playbook: { title: "Back-end developer" },
  status: "scored",
  candidate: { name: "Ada <b>Example</b>" },
  submitted_at: "2026-03-01T10:00:00.000Z",
  result: {
    stage: "provisional",
    score: "76.50",
    coverage: "64.00",
    bounds: { low: "48.96", high: "84.96" },
    recommendation: "advance",
    categories: [{ title: "Technical skills", weight: "40", assessment: "80.00", interview: null, score: "80.00" }],
    items: [],
    computed_at: "2026-03-01T10:05:00.000Z",
  },
  expires_at: "2026-05-30T00:00:00.000Z",
};

class ReportApi extends MockApi {
  readonly asked: string[] = [];
  override async handle(request: IncomingMessage): Promise<Reply> {
    this.asked.push(request.url!);
    if (request.url === "/v1/reports/good") return { status: 200, body: report };
    return { status: 410, body: { detail: "This link is over; ask for a new one." } };
  }
}

async function open(token: string, width = 1280) {
  const harness = await openPage(new ReportApi());
  const context = await browser.newContext({ viewport: { width, height: 850 } });
  const page = await context.newPage();
  await page.goto(`${harness.address}/report/${token && `#${token}`}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const close = async () => {
    await context.close();
    await harness.close();
  };
  return { page, close };
}

describe("the report page", () => {
  test.each([1280, 320])("shows the figures without a log-in, to everybody, %i pixels wide", async (width) => {
    const { page, close } = await open("good", width);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Ada <b>Example</b>: Back-end developer");
    expect(await page.locator(".report-score").textContent()).toBe("76.50");
    expect(await page.locator("tr").count()).toBe(2);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await close();
  });

  test.each([
    ["old", "This link is over; ask for a new one."],
    ["", "This link isn't complete. Please open it as it was given to you."],
  ])("says why there is none behind #%s", async (token, sentence) => {
    const { page, close } = await open(token);
    expect(await page.locator(".report-status").textContent()).toBe(sentence);
    await close();
  });
});

describe("mails in HTML", () => {
  const kinds: readonly MailKind[] = [...CANDIDATE_MAILS, ...STAFF_MAILS];

  test.each(kinds)("%s fits a phone, loads nothing and can be read by everybody", async (kind) => {
    const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
    const requests: string[] = [];
    page.on("request", ({ url }) => requests.push(url()));
    await page.setContent(compose(kind, letterData(), "de").html);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page })
      .disableRules(["region", "page-has-heading-one", "landmark-one-main"])
      .analyze();
    expect(violations).toEqual([]);
    expect(requests.filter((url) => !url.startsWith("data:"))).toEqual([]);
    await page.context().close();
  });
});

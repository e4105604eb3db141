import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { judgedSession } from "#test/builders/judged-session.ts";
import { openBrowser } from "../harness.ts";
import { expectGoodLook, LOOKS, openConsole } from "./console-harness.ts";
import { MockStaffApi } from "./mock-staff-api.ts";
import { officeAnswers } from "./office-answers.ts";

let browser: Browser;
let told: Awaited<ReturnType<typeof judgedSession>>;
beforeAll(async () => {
  browser = await openBrowser();
  told = await judgedSession();
  await told.interview("usr_kim");
});
afterAll(() => browser.close());

async function openTrial(look: { width?: number; scheme?: "light" | "dark" } = {}) {
  const api = new MockStaffApi(officeAnswers(told, "per_ada"));
  const opened = await openConsole(browser, api, { at: `/sessions/${told.session}/what-if`, ...look });
  await opened.page.locator(".chart-drawing").waitFor();
  return opened;
}

describe("what if", () => {
  test.each(LOOKS)("can be tried by everybody, $width pixels wide, $scheme", async (look) => {
    const { page, close } = await openTrial(look);
    await page.getByLabel("Totals of paid orders").fill("0");
    await page.getByText("What would change").waitFor();
    await expectGoodLook(page, `what-if-${look.width}-${look.scheme}`);
    await close();
  });

  test("shows the result of other points and ratings, and stores nothing", async () => {
    const { page, api, close } = await openTrial();
    const before = (await told.person()("read-audit", { session: told.session })).body.data.length;
    await page.getByLabel("Inconsistency or dishonesty").selectOption("confirmed");
    await page.locator(".trial-figures .badge", { hasText: "Disqualified" }).waitFor();
    await page.getByLabel("Q1").selectOption("1");
    await page.getByText(/Problem-Solving.*interview: none → 50\.00/).waitFor();
    expect((await told.person()("read-audit", { session: told.session })).body.data.length).toBe(before);
    expect(new Set(api.asked.map(({ operation }) => operation))).not.toContain("review-grade");
    await page.getByRole("button", { name: "Back to how it stands" }).click();
    await page.locator(".trial-figures .badge", { hasText: "Advance" }).waitFor();
    await close();
  });

  test("says beneath a field what can't be tried", async () => {
    const { page, close } = await openTrial();
    await page.getByLabel("Totals of paid orders").fill("7");
    await page.getByText("Between 0 and 6").waitFor();
    await close();
  });
});

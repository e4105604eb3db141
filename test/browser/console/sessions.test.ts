import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sessionView } from "#test/builders/session-view.ts";
import { openBrowser } from "../harness.ts";
import { expectGoodLook, LOOKS, openConsole } from "./console-harness.ts";
import { MockStaffApi } from "./mock-staff-api.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const some = [
  sessionView(),
  sessionView({ id: "ses_2", status: "in_progress", score: null, recommendation: null }),
  sessionView({ id: "ses_3", status: "finalized", score: "41.02", recommendation: "disqualified" }),
  sessionView({ id: "ses_4", status: "erased", candidate: null, score: null, recommendation: null }),
];

const api = () =>
  new MockStaffApi({
    "list-sessions": ({ query }) => ({
      data: some.filter(({ status }) => !query["status"] || status === query["status"]),
      next_cursor: null,
    }),
    "read-session": ({ parameters }) => some.find(({ id }) => id === parameters["session"])!,
  });

describe("the list of sessions", () => {
  test.each(LOOKS)("can be read by everybody, $width pixels wide, $scheme", async ({ width, scheme }) => {
    const { page, close } = await openConsole(browser, api(), { at: "/sessions", width, scheme });
    await page.getByRole("link", { name: "Grace Sample" }).first().waitFor();
    await expectGoodLook(page, `sessions-${width}-${scheme}`);
    await close();
  });

  test("keeps its filter in the address", async () => {
    const { page, close } = await openConsole(browser, api(), { at: "/sessions" });
    await page.getByLabel("Status").selectOption("erased");
    await page.getByText("Erased", { exact: true }).nth(1).waitFor();
    await page.waitForFunction(() => location.hash === "#/sessions?status=erased");
    expect(await page.locator("tbody tr").count()).toBe(1);
    await close();
  });
});

describe("a session", () => {
  test.each(LOOKS)("can be read by everybody, $width pixels wide, $scheme", async ({ width, scheme }) => {
    const { page, close } = await openConsole(browser, api(), { at: "/sessions/ses_2", width, scheme });
    await page.getByRole("button", { name: "Cancel" }).waitFor();
    await page.getByText("Handed in").waitFor();
    await expectGoodLook(page, `session-${width}-${scheme}`);
    await page.getByRole("button", { name: "Cancel" }).click();
    await expectGoodLook(page, `session-cancel-${width}-${scheme}`);
    await close();
  });
});

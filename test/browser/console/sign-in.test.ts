import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sessionView } from "#test/builders/session-view.ts";
import { openBrowser } from "../harness.ts";
import { expectGoodLook, LOOKS, openConsole } from "./console-harness.ts";
import { MockStaffApi, Refused } from "./mock-staff-api.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const api = () =>
  new MockStaffApi({
    "list-sessions": () => ({ data: [sessionView()], next_cursor: null }),
    "read-session": () => sessionView({ status: "in_progress" }),
    "cancel-session": () => sessionView({ status: "canceled" }),
  });

const expireTokens = (page: Page) =>
  page.evaluate(() => {
    const kept = JSON.parse(sessionStorage.getItem("assay:staff-tokens")!);
    sessionStorage.setItem("assay:staff-tokens", JSON.stringify({ ...kept, expires_at: 0 }));
  });

describe("signing in", () => {
  test("leads to the issuer and back to where one wanted to go", async () => {
    const { page, close } = await openConsole(browser, api(), { at: "/sessions/ses_1" });
    expect(page.url()).toMatch(/\/console\/#\/sessions\/ses_1$/);
    expect(await page.title()).toBe("Grace Sample · Assay");
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await close();
  });

  test.each(LOOKS)("says why it failed, $width pixels wide, $scheme", async (look) => {
    const refusing = api();
    refusing.issuer.refuses = { error: "access_denied" };
    const { page, close } = await openConsole(browser, refusing, look);
    expect(await page.getByRole("alert").textContent()).toBe("The sign-in was refused or canceled.");
    await expectGoodLook(page, `door-${look.width}-${look.scheme}`);
    refusing.issuer.refuses = undefined;
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("link", { name: "Grace Sample" }).waitFor();
    await close();
  });

  test("refuses an answer that it didn't ask for", async () => {
    const { page, address, close } = await openConsole(browser, api());
    await page.goto(`${address}/console/?code=stolen&state=guessed`);
    await page.getByRole("alert").waitFor();
    expect(page.url()).not.toContain("stolen");
    await close();
  });

  test("ends with signing out, here and at the issuer", async () => {
    const { page, close } = await openConsole(browser, api());
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "You are signed out" }).waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await close();
  });
});

describe("a token that runs out", () => {
  test("is renewed without a word", async () => {
    const { page, api: served, close } = await openConsole(browser, api(), { at: "/sessions" });
    await expireTokens(page);
    await page.getByRole("link", { name: "Grace Sample" }).click();
    await page.getByRole("heading", { name: "Grace Sample" }).waitFor();
    expect(served.issuer.token).toBe("token-2");
    await close();
  });

  test("is asked for beside the page, which keeps what was typed and goes on with it", async () => {
    const { page, api: served, close } = await openConsole(browser, api(), { at: "/sessions/ses_1" });
    await page.getByText("More", { exact: true }).click();
    await page.getByRole("button", { name: "Cancel the session" }).click();
    await page.getByLabel("Reason").fill("The role is filled.");
    await expireTokens(page);
    served.issuer.refreshes = false;
    await page.getByRole("button", { name: "Cancel the session" }).click();
    await page.getByRole("heading", { name: "Your sign-in has run out" }).waitFor();
    await expectGoodLook(page, "sign-in-again");
    expect(await page.getByLabel("Reason").inputValue()).toBe("The role is filled.");
    served.issuer.refreshes = true;
    await page.getByRole("button", { name: "Sign in again" }).click();
    await page.getByText("The session is canceled.").waitFor();
    expect(served.of("cancel-session").map(({ body }) => body)).toEqual([{ reason: "The role is filled." }]);
    await close();
  });
});

describe("a change", () => {
  test("that is refused says why and stays open; tried again after a failure it happens once", async () => {
    const failing = api();
    const answers = [new Refused(500, "internal", "Broken."), sessionView({ status: "canceled" })];
    failing.answers["cancel-session"] = () => answers.shift()!;
    const { page, close } = await openConsole(browser, failing, { at: "/sessions/ses_1" });
    await page.getByText("More", { exact: true }).click();
    await page.getByRole("button", { name: "Cancel the session" }).click();
    await page.getByRole("button", { name: "Cancel the session" }).click();
    await page.getByText("Something of ours failed.").waitFor();
    await page.getByRole("button", { name: "Cancel the session" }).click();
    await page.getByText("The session is canceled.").waitFor();
    const keys = failing.of("cancel-session").map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    await close();
  });
});

describe("moving about", () => {
  test("takes focus and title along, and marks the place", async () => {
    const { page, close } = await openConsole(browser, api(), { at: "/sessions" });
    await page.getByRole("link", { name: "Grace Sample" }).click();
    await page.waitForFunction(() => document.activeElement?.textContent === "Grace Sample");
    expect(await page.getByRole("link", { name: "Sessions" }).first().getAttribute("aria-current")).toBe("page");
    await page.goBack();
    await page.waitForFunction(() => document.activeElement?.textContent === "Sessions");
    expect(await page.title()).toBe("Sessions · Assay");
    await close();
  });

  test("tells of an address that leads nowhere", async () => {
    const { page, close } = await openConsole(browser, api(), { at: "/nowhere" });
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("There is nothing here");
    await close();
  });
});

import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Harness, openBrowser, openPage } from "./harness.ts";

let browser: Browser;
let harness: Harness;
beforeAll(async () => {
  [browser, harness] = await Promise.all([openBrowser(), openPage()]);
});
afterAll(async () => {
  await browser.close();
  await harness.close();
});

type Looks = { width?: number; colorScheme?: "light" | "dark" };

async function open(place: string, { width = 1280, colorScheme = "light" }: Looks = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 850 }, colorScheme });
  const page = await context.newPage();
  await page.goto(`${harness.address}/reference/${place}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

const isSound = async (page: Page): Promise<void> => {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
};

describe("the reference page", () => {
  test.each<[string, Looks]>([
    ["wide, light", {}],
    ["wide, dark", { colorScheme: "dark" }],
    ["on a phone, light", { width: 390 }],
    ["on a phone, dark", { width: 390, colorScheme: "dark" }],
  ])("can be read by everybody, %s", async (_how, looks) => {
    for (const place of ["", "#create-session", "#on-session-scored"]) {
      const page = await open(place, looks);
      await isSound(page);
      await page.context().close();
    }
  });

  test("shows an operation with its scope, fields, refusals and a call", async () => {
    const page = await open("#create-session");
    const text = await page.getByRole("main").innerText();
    expect(text).toContain("sessions:write");
    expect(text).toContain("candidate");
    expect(text).toContain("playbook_not_found");
    expect(await page.getByLabel("Call", { exact: true }).innerText()).toContain('curl -X POST "$API/v1/sessions"');
    await page.context().close();
  });

  test("leads from a search to what was sought, by keyboard", async () => {
    const page = await open("");
    await page.keyboard.press("/");
    await page.keyboard.type("grace_hours");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Rotate webhook secret" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    expect(await page.title()).toBe("Rotate webhook secret · Assay");
    await page.context().close();
  });

  test("copies a call", async () => {
    const page = await open("#read-me");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy" }).first().click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('curl "$API/v1/me"');
    await page.context().close();
  });

  test("runs under the policy of all pages", async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.goto(`${harness.address}/reference/#save-answer`);
    await page.getByRole("heading", { level: 1, name: "Save answer" }).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });
});

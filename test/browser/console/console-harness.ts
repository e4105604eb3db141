import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { openSite, stillness } from "../harness.ts";
import type { MockStaffApi } from "./mock-staff-api.ts";

type Look = { width: number; scheme: "light" | "dark" };

/** How a screen is looked at: a desk by day and by night, and a phone. */
export const LOOKS: Look[] = [
  { width: 1280, scheme: "light" },
  { width: 1280, scheme: "dark" },
  { width: 390, scheme: "light" },
];

export type OpenConsole = { page: Page; api: MockStaffApi; address: string; close: () => Promise<void> };

/** The console at an address (`/sessions`), signed in as {@link MockStaffApi.me}, once its heading is there. */
export async function openConsole(
  browser: Browser,
  api: MockStaffApi,
  { at = "/", width = 1280, scheme = "light" }: { at?: string } & Partial<Look> = {},
): Promise<OpenConsole> {
  const site = await openSite(api);
  const context = await browser.newContext({ viewport: { width, height: 850 }, colorScheme: scheme, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(`${site.address}/console/#${at}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const close = async () => {
    await context.close();
    await site.close();
  };
  return { page, api, address: site.address, close };
}

/**
 * Looks at a screen as it stands: axe finds nothing, nothing is wider than the window. With the environment's
 * `SCREENSHOTS=<folder>` a picture is kept under the name.
 */
export async function expectGoodLook(page: Page, name: string): Promise<void> {
  await stillness(page);
  const folder = process.env["SCREENSHOTS"];
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

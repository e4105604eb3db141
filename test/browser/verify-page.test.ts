import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rightAnswers } from "../journeys/support/answers.ts";
import { candidate, machine } from "../journeys/support/people.ts";
import { type AssayServer, startAssay } from "../journeys/support/server.ts";
import { openBrowser, stillness } from "./harness.ts";

let server: AssayServer;
let browser: Browser;
let page: Page;
let folder: string;
let bundle: string;
let trusted: string;
const asked: string[] = [];

beforeAll(async () => {
  [server, browser] = [await startAssay(), await openBrowser()];
  folder = mkdtempSync(path.join(tmpdir(), "assay-verify-"));
  const company = machine(server.endpoints);
  const session = await company.invite();
  await candidate(server.endpoints, session.url).takeWhole(rightAnswers);
  await company.result(session.id, 60_000);
  const authorization = `Bearer ${server.endpoints.api_key}`;
  const url = `${server.endpoints.api_url}/v1/sessions/${session.id}/bundle`;
  bundle = await (await fetch(url, { headers: { authorization } })).text();
  trusted = (await company.get("/.well-known/assay-keys")).keys[0].key_id;
  page = await (await browser.newContext()).newPage();
  await page.goto(`${server.endpoints.site_url}/verify/`);
  await page.waitForLoadState("networkidle");
  page.on("request", (request) => asked.push(request.url()));
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

async function verdictOn(text: string, trust = ""): Promise<string> {
  const file = path.join(folder, "bundle.json");
  writeFileSync(file, text);
  await page.getByLabel("The key you trust").fill(trust);
  await page.locator("input[type=file]").setInputFiles([]);
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByText("Checking").waitFor({ state: "detached" });
  return page.locator("#verdict").innerText();
}

describe("the page that verifies a bundle in the browser", () => {
  test("says that an untouched bundle holds, and asks no server for it", async () => {
    expect(await verdictOn(bundle, trusted)).toBe("Verified");
    expect(await page.getByText("came out the same, to the byte").count()).toBe(1);
    expect(asked.filter((url) => !url.startsWith("data:"))).toEqual([]);
  });

  test("says that a bundle brought its own key where none is trusted", async () => {
    expect(await verdictOn(bundle)).toBe("Verified, with a self-asserted key");
  });

  test("names the entry that fails where a grade was changed", async () => {
    const changed = bundle.replace('"points":"6"', '"points":"5"');
    expect(changed).not.toBe(bundle);
    expect(await verdictOn(changed, trusted)).toMatch(/^Not verified/);
  });

  test("is accessible, wide and narrow", async () => {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await stillness(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
    }
  });
});

import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Preview, startPreview } from "#scripts/playbook/preview/server.ts";
import { localSandbox } from "#scripts/playbook/sandbox.ts";
import { folderWith } from "#test/builders/sources.ts";
import { ROOT } from "#test/docs/pages.ts";
import { openBrowser } from "./harness.ts";

const { folder, remove } = folderWith({});
const file = join(folder, "playbook.yaml");
let preview: Preview;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  cpSync(join(ROOT, "docs/guides/examples/bookkeeper"), folder, { recursive: true });
  const quiet = () => undefined;
  preview = await startPreview({ folder, port: 0, sandbox: localSandbox(), scored: quiet, report: quiet });
  browser = await openBrowser();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  await preview.close();
  remove();
});

const replace = (from: string, to: string) => writeFileSync(file, readFileSync(file, "utf8").replace(from, to));

test("an open page follows the playbook: to new words, to what is wrong, and back", async () => {
  await page.goto(preview.url);
  await page.getByText("Bookkeeper").first().waitFor();
  replace("title: Bookkeeper", "title: Keeper of the books");
  await page.getByText("Keeper of the books").first().waitFor();
  replace("minutes: 12", "minutes: 13");
  await page.getByText("The playbook can’t be shown yet").waitFor();
  expect(await page.getByText(/playbook\.yaml:\d+/).count()).toBeGreaterThan(0);
  replace("minutes: 13", "minutes: 12");
  await page.getByText("Keeper of the books").first().waitFor();
});

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { resolvePlaybook } from "#scripts/playbook/load.ts";
import { gradeItem } from "#shared/domain/grading/registry.ts";
import { openBrowser } from "./harness.ts";

const { playbook } = resolvePlaybook("front-end-developer@1");
let browser: Browser;
let page: Page;
let printed: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

function readingItem(id: string) {
  const item = playbook.sections.flatMap(({ items }) => items).find((each) => each.id === id);
  if (item?.type !== "code_reading") throw new TypeError(`${id} is no code to read`);
  return item;
}

/** Shows the item's snippet in a page of its own. */
async function show(id: string) {
  const { snippet } = readingItem(id);
  printed = [];
  page = await browser.newPage();
  page.on("console", (message) => printed.push(message.text()));
  const html = snippet.language === "html" ? snippet.source : `<script>${snippet.source}</script>`;
  await page.setContent(html, { waitUntil: "load" });
}

const pointsOf = (id: string, answer: { [part: string]: string }) =>
  gradeItem({ item: readingItem(id), section: "any", answer, observations: [] }).points;

test("cascade: the colours a browser computes are the key", async () => {
  await show("cascade");
  const colours = await page
    .locator("button")
    .evaluateAll((buttons) => buttons.map((button) => getComputedStyle(button).color));
  expect(colours).toEqual(["rgb(0, 128, 0)", "rgb(0, 0, 255)"]);
  expect(pointsOf("cascade", { save: "green", cancel: "blue" })).toBe("1");
});

test("row-clicks: what a browser logs is the key", async () => {
  await show("row-clicks");
  await page.getByRole("button").click();
  await expect.poll(() => printed).toHaveLength(3);
  expect(pointsOf("row-clicks", { logged: printed.join(" ") })).toBe("1");
});

test("event-order: what a browser prints is the key", async () => {
  await show("event-order");
  await expect.poll(() => printed).toHaveLength(6);
  expect(pointsOf("event-order", { printed: printed.join(" ") })).toBe("1");
});

test("icon-button: the keyboard doesn't reach it, and it has no name", async () => {
  await show("icon-button");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
  await page.setContent('<button><img src="cross.svg"></button>');
  expect(await page.getByRole("button").ariaSnapshot()).not.toContain('"');
});

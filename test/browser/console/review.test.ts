import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blindItem, markedItem } from "#test/builders/review-view.ts";
import { openBrowser } from "../harness.ts";
import { expectGoodLook, openConsole } from "./console-harness.ts";
import { ADA, MockStaffApi } from "./mock-staff-api.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const LOOKS = [1280, 768, 390].flatMap((width) => [
  { width, scheme: "light" as const },
  { width, scheme: "dark" as const },
]);

function api(): MockStaffApi {
  let items = [
    blindItem({ objection: "I named the date in the second line." }),
    blindItem({ item: "servers", title: "Servers", criteria: [], answer: null, max: "1" }),
  ];
  const row = { session: "ses_0123456789", playbook: "back-end-developer@1", status: "scored" as const };
  const service = new MockStaffApi({
    "list-reviews": () => ({
      data: [{ ...row, scored_at: "2026-03-02T10:41:00.000Z", open_reviews: 2 }],
      next_cursor: null,
    }),
    "read-review": () => ({ session: "ses_0123456789", items }),
    "submit-review": ({ parameters }) => {
      items = items.map((item) => (item.item === parameters["item"] ? markedItem({ item: item.item }) : item));
      return items[0]!;
    },
  });
  service.me = { ...ADA, roles: ["reviewer"] };
  return service;
}

const open = (service: MockStaffApi, look = {}) =>
  openConsole(browser, service, { at: "/reviews/ses_0123456789", ...look });

/** Selects words of the answer as a mouse or a finger does. */
const select = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector(".blind-text")!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at >= 0) document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
  }, words);

async function markAll(page: Page) {
  for (const [place, title] of ["The delay and the new date", "Tone"].entries()) {
    const criterion = page.getByRole("group", { name: title });
    await criterion.getByText("2", { exact: true }).click();
    await criterion.getByLabel("Why").fill(`Reason ${place}`);
    await select(page, "on Thursday");
    await criterion.getByRole("button", { name: "Quote the selected words" }).click();
  }
}

describe("the queue of reviews", () => {
  test.each(LOOKS)("can be read by everybody, $width pixels wide, $scheme", async ({ width, scheme }) => {
    const { page, close } = await openConsole(browser, api(), { at: "/reviews", width, scheme });
    await page.getByRole("link", { name: /ses_/ }).waitFor();
    await expectGoodLook(page, `reviews-${width}-${scheme}`);
    await close();
  });
});

describe("a blind review", () => {
  test.each(LOOKS)("can be done by everybody, $width pixels wide, $scheme", async ({ width, scheme }) => {
    const { page, close } = await open(api(), { width, scheme });
    await page.getByText("The candidate objects").waitFor();
    await page.getByRole("button", { name: "Submit the mark" }).click();
    await expectGoodLook(page, `review-${width}-${scheme}`);
    await markAll(page);
    await page.getByRole("button", { name: "Submit the mark" }).click();
    await page.getByText("You gave 0.5 less than the machine").waitFor();
    await expectGoodLook(page, `review-revealed-${width}-${scheme}`);
    await close();
  });

  test("sends every criterion at once with the words that were selected, and shows the machine's mark only then", async () => {
    const { page, api: service, close } = await open(api());
    await page.getByText("1 of 2").waitFor();
    expect(await page.locator("main").textContent()).not.toMatch(/machine marked|needs_review|Grace/);
    await markAll(page);
    await page.keyboard.press("Control+Enter");
    await page.getByText("How the machine marked it").waitFor();
    expect(service.of("submit-review")[0]?.body).toEqual({
      marks: [
        { criterion: "content", points: "2", reason: "Reason 0", quote: "on Thursday" },
        { criterion: "tone", points: "2", reason: "Reason 1", quote: "on Thursday" },
      ],
    });
    await page.getByRole("button", { name: "Next answer" }).click();
    await page.getByRole("heading", { name: "Servers" }).waitFor();
    await close();
  });

  test("keeps what is written over a reload, and turns by keys that nothing else uses", async () => {
    const { page, close } = await open(api());
    await page.getByRole("group", { name: "Tone" }).getByLabel("Why").fill("Blames nobody at all.");
    await page.keyboard.press("Alt+PageDown");
    await page.getByRole("heading", { name: "Servers" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "The late fix" }).waitFor();
    expect(await page.getByRole("group", { name: "Tone" }).getByLabel("Why").inputValue()).toBe(
      "Blames nobody at all.",
    );
    await close();
  });

  test("is read by an auditor, who marks nothing", async () => {
    const service = api();
    service.me = { ...ADA, roles: ["auditor"] };
    const { page, close } = await open(service);
    await page.getByText("reviewers mark it").waitFor();
    await close();
  });
});

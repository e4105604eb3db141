import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Harness, openBrowser, openPage, stillness } from "./harness.ts";
import { MockApi, type MockOptions } from "./mock-api.ts";
import { everyType } from "./sample-view.ts";

let browser: Browser;
let opened: { harness: Harness; context: BrowserContext }[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const { harness, context } of opened) {
    await context.close();
    await harness.close();
  }
  opened = [];
});

type Looks = { width?: number; dark?: boolean };

async function open(options: MockOptions = {}, { width = 1280, dark = false }: Looks = {}) {
  const harness = await openPage(new MockApi(options));
  const context = await browser.newContext({
    viewport: { width, height: 850 },
    colorScheme: dark ? "dark" : "light",
  });
  opened.push({ harness, context });
  const page = await context.newPage();
  return { api: harness.api, harness, context, page };
}

async function openSection(id: string, options: MockOptions = {}, looks: Looks = {}) {
  const taken = await open(options, looks);
  taken.api.jumpTo(id);
  await taken.page.goto(taken.harness.link);
  await taken.page.getByRole("heading", { level: 1 }).waitFor();
  return taken;
}

const saved = (page: Page) => page.getByText("saved", { exact: true }).waitFor();
const lookAgain = (page: Page) => page.evaluate(() => void dispatchEvent(new Event("focus")));
const words = (page: Page, text: string) => page.getByTestId("save-state").getByText(text).waitFor();

async function expectSound(page: Page, what: string) {
  await stillness(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    `axe on ${what}`,
  ).toEqual([]);
  await expectWithinWindow(page, what);
}

async function expectWithinWindow(page: Page, what: string) {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(beyond, `pixels beyond the window on ${what}`).toBeLessThanOrEqual(0);
}

describe("the link", () => {
  test("the token leaves the address bar and a reload still knows the session", async () => {
    const { page, harness } = await open();
    await page.goto(harness.link);
    await page.getByText("Hello Ada Lovelace").waitFor();
    expect(page.url()).not.toContain("secret");
    await page.reload();
    await page.getByText("Hello Ada Lovelace").waitFor();
  });

  test.each([
    ["#ses_mock.wrong", "This link does not open an assessment"],
    ["", "Your link is not complete"],
  ])("a link that ends in %j is explained", async (hash, heading) => {
    const { page, harness } = await open();
    await page.goto(`${harness.address}/take/${hash}`);
    await page.getByRole("heading", { name: heading }).waitFor();
    await expectSound(page, heading);
  });

  test.each([
    ["canceled", "This assessment was canceled"],
    ["expired", "This invitation has run out"],
    ["withdrawn", "You have withdrawn"],
    ["voided", "This assessment does not count"],
  ] as const)("a session that is %s is explained", async (status, heading) => {
    const { page, harness, api } = await open();
    api.status = status;
    await page.goto(harness.link);
    await page.getByRole("heading", { name: heading }).waitFor();
  });

  test("without a connection the page says so and goes on by itself", async () => {
    const { page, harness } = await open();
    await page.route("**/v1/**", (route) => route.abort());
    await page.goto(harness.link);
    await page.getByRole("heading", { name: "No connection" }).waitFor();
    await page.unroute("**/v1/**");
    await page.getByText("Hello Ada Lovelace").waitFor({ timeout: 10_000 });
  });
});

describe("practice", () => {
  const looks: [string, Looks][] = [
    ["wide and light", {}],
    ["390 px and dark", { width: 390, dark: true }],
  ];

  test.each(looks)("every kind of question is sound: %s", async (_name, look) => {
    const { page, harness } = await open({}, look);
    await page.goto(harness.link);
    await page.getByRole("button", { name: "Practice", exact: true }).click();
    for (const item of everyType) {
      await page.getByRole("heading", { level: 1, name: item.title }).waitFor();
      if (await page.locator(".editor").count()) await page.locator(".cm-content").waitFor();
      await expectSound(page, item.id);
      await page
        .getByRole("button", { name: /Next|End the practice/ })
        .last()
        .click();
    }
    await page.getByRole("heading", { name: "Back-End Developer" }).waitFor();
    expect(harness.api.saves).toEqual([]);
  });
});

test("at 320 px, as at 400 % zoom, long names stay within the window from the welcome to the first section", async () => {
  const long = {
    name: "Wolfeschlegelsteinhausenbergerdorff",
    titles: { cognitive: "Donaudampfschifffahrtsgesellschaften" },
  };
  const { page, harness } = await open(long, { width: 320 });
  await page.goto(harness.link);
  await page.getByRole("checkbox").check();
  await expectWithinWindow(page, "the welcome");
  await page.getByRole("button", { name: "Start the assessment" }).click();
  await page.getByRole("button", { name: "Begin now" }).waitFor();
  await expectWithinWindow(page, "the pause");
  await page.getByRole("button", { name: "Begin now" }).click();
  await page.getByRole("textbox").waitFor();
  await expectWithinWindow(page, "the section");
});

describe("typing", () => {
  test("a reload in the very next moment keeps the last key", async () => {
    const { page, api } = await openSection("soft-skills");
    await page.getByRole("textbox").pressSequentially("Dear Kim, last key!");
    await page.reload();
    await expect.poll(() => page.getByRole("textbox").inputValue()).toBe("Dear Kim, last key!");
    await saved(page);
    expect(api.answers.get("delay-email")?.value).toBe("Dear Kim, last key!");
  });

  test("words typed while the service is away survive a reload and are sent when it is back", async () => {
    const { page, api } = await openSection("soft-skills");
    await page.route("**/v1/take/answers/**", (route) => route.abort());
    await page.getByRole("textbox").fill("typed in a tunnel");
    await words(page, "offline, keep typing");
    await page.reload();
    await expect.poll(() => page.getByRole("textbox").inputValue()).toBe("typed in a tunnel");
    await page.unroute("**/v1/take/answers/**");
    await expect.poll(() => api.answers.get("delay-email")?.value, { timeout: 15_000 }).toBe("typed in a tunnel");
    await saved(page);
  });

  test("two tabs show both versions, and the person's choice counts", async () => {
    const { page, context, api, harness } = await openSection("soft-skills");
    const second = await context.newPage();
    await second.goto(harness.link);
    await second.getByRole("textbox").fill("from the second tab");
    await saved(second);
    await page.route("**/v1/take", (route) => route.abort());
    await page.getByRole("textbox").fill("from the first tab");
    await page.getByRole("heading", { name: "This answer was changed in two places" }).waitFor();
    await expectSound(page, "two versions");
    await page.reload();
    await page.unroute("**/v1/take");
    await page.getByText("from the second tab").waitFor();
    expect(await page.getByRole("textbox").inputValue()).toBe("from the first tab");
    await page.getByRole("button", { name: "Keep what I typed here" }).click();
    await expect.poll(() => api.answers.get("delay-email")?.value).toBe("from the first tab");
  });

  test("code typed over everything is kept as typed, and nothing breaks the page's policy", async () => {
    const { page, api } = await openSection("hard-skills");
    const complaints: string[] = [];
    page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
    await page.locator(".cm-content").click();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("const paidTotals = () => ({");
    await saved(page);
    expect(api.answers.get("paid-totals")?.value).toMatchObject({ source: "const paidTotals = () => ({" });
    expect(complaints).toEqual([]);
  });

  test("code put over a selection made in the same moment takes its place", async () => {
    const { page, api } = await openSection("hard-skills");
    const source = "const paidTotals = (orders) => ({\n  ana: 1,\n});";
    await page.locator(".cm-content").evaluate((content, text) => {
      (content as HTMLElement).focus();
      getSelection()?.selectAllChildren(content);
      document.execCommand("insertText", false, text);
    }, source);
    await expect.poll(() => api.answers.get("paid-totals")?.value).toMatchObject({ source });
  });

  test("the plain editor takes over what was written, and back", async () => {
    const { page } = await openSection("hard-skills");
    await page.locator(".cm-content").fill("let a = 1;");
    await page.getByLabel("Plain editor").check();
    const plain = page.locator("textarea");
    expect(await plain.inputValue()).toBe("let a = 1;");
    await plain.fill("let b = 2;");
    await page.getByLabel("Plain editor").uncheck();
    await page.locator(".cm-content").waitFor();
    expect(await page.locator(".cm-content").textContent()).toContain("let b = 2;");
  });

  test("the keyboard gets out of the editor by Escape, then Tab", async () => {
    const { page } = await openSection("hard-skills");
    await page.locator(".cm-content").focus();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toContain("editor-rich");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Run the examples");
  });
});

describe("the clock", () => {
  test("is the server's: a device clock that is an hour off changes nothing", async () => {
    const taken = await open();
    taken.api.ahead = 3_600_000;
    taken.api.jumpTo("hard-skills");
    await taken.page.goto(taken.harness.link);
    await expect.poll(() => taken.page.getByRole("timer").textContent()).toMatch(/^1[12]:\d\d$/);
  });

  test("at its end the draft counts, the fields are shut, and the next section is announced", async () => {
    const { page, api } = await openSection("soft-skills");
    api.leave(6_000);
    await lookAgain(page);
    await page.getByRole("textbox").fill("Hello there");
    await page.getByText("Time was up for Soft Skills.").waitFor();
    expect(api.answers.get("delay-email")?.value).toBe("Hello there");
    expect(api.late).toEqual([]);
    await expectSound(page, "the pause after a time-out");
  });

  test("words that reach the service after the end are told as late", async () => {
    const { page, api } = await openSection("soft-skills");
    await page.route("**/v1/take/answers/**", (route) => route.abort());
    await page.getByRole("textbox").fill("too late");
    await words(page, "offline, keep typing");
    api.leave(-1);
    await lookAgain(page);
    await page.getByText("could not be sent yet").waitFor({ timeout: 30_000 });
    await page.unroute("**/v1/take/answers/**");
    await page.getByText("reached us after the section had closed").waitFor({ timeout: 20_000 });
    expect(api.late).toMatchObject([{ item: "delay-email", value: "too late" }]);
  });

  test("extra time granted meanwhile shows and is said", async () => {
    const { page, api } = await openSection("soft-skills");
    api.grant(10);
    await lookAgain(page);
    await page.getByText(/Your time was changed. You now have 1[45] minutes/).waitFor();
  });

  test("one minute before the end is said aloud", async () => {
    const { page, api } = await openSection("soft-skills");
    api.leave(62_000);
    await lookAgain(page);
    await page.getByText("1 minute left in this section.").waitFor({ timeout: 10_000 });
  });
});

describe("handing in", () => {
  test("is refused while words are still unsent", async () => {
    const { page, api } = await openSection("soft-skills");
    await page.route("**/v1/take/answers/**", (route) => route.abort());
    await page.getByRole("textbox").fill("not there yet");
    await page.getByRole("button", { name: "Finish section" }).click();
    await page.getByRole("button", { name: "Finish section" }).click();
    await page.getByRole("alert").getByText("can't be reached").waitFor();
    expect(api.view().next).toBe("answer");
    await page.unroute("**/v1/take/answers/**");
    await page.getByRole("button", { name: "Finish section" }).click();
    await page.getByText("Soft Skills is handed in.").waitFor();
    expect(api.answers.get("delay-email")?.value).toBe("not there yet");
  });

  test("ends with a receipt, and only web addresses become links", async () => {
    const { page } = await openSection("accuracy", { redirect_url: "javascript:alert(1)" });
    await page.getByRole("textbox").first().fill("A stray semicolon");
    await page.getByRole("button", { name: "Finish section" }).click();
    await page.getByRole("button", { name: "Hand in the assessment" }).click();
    await page.getByRole("heading", { name: "Receipt" }).waitFor();
    await expectSound(page, "the receipt");
    expect(await page.getByRole("link").count()).toBe(0);
  });
});

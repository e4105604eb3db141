import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { TakeView } from "#shared/contracts/shapes/take.ts";
import { type Harness, openBrowser, openPage, stillness } from "./harness.ts";
import { MockApi } from "./mock-api.ts";
import { sampleSections } from "./sample-view.ts";

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

async function open(prepare: (api: MockApi) => void = () => undefined, width = 1280) {
  const api = new MockApi();
  prepare(api);
  const harness = await openPage(api);
  const context = await browser.newContext({ viewport: { width, height: 850 } });
  opened.push({ harness, context });
  const page = await context.newPage();
  await page.goto(harness.link);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return { api, page };
}

async function expectSound(page: Page, what: string) {
  await stillness(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    `axe on ${what}`,
  ).toEqual([]);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(beyond, `pixels beyond the window on ${what}`).toBeLessThanOrEqual(0);
  const folder = process.env["SCREENSHOTS"];
  if (folder) await page.screenshot({ path: `${folder}/${what}.png`, fullPage: true });
}

const shared = (): NonNullable<TakeView["shared"]> => ({
  score: "74.40",
  categories: [
    { id: "technical", title: "Technical Skills", score: "81.25" },
    { id: "communication", title: "Written Communication", score: "48.00" },
    { id: "judgement", title: "Judgement", score: null },
  ],
  items: sampleSections.flatMap(({ id: section, items }) =>
    items.map(({ id, title, points }) => ({
      ...{ id, section, title, points: "1", max: points },
      reasons: [`This answer earned 1 of ${points} points.`, "3 of 5 tests passed."],
    })),
  ),
  would_have_changed: [
    "At least 50.00 in Written Communication; it was 48.00.",
    "A score of at least 80; it was 74.40.",
  ],
  objection: null,
});

const decided = (api: MockApi) => {
  api.jumpTo(sampleSections.at(-1)!.id);
  api.status = "decided";
  api.shared = shared();
};

describe.each([1280, 390])("%i pixels wide,", (width) => {
  test("the notices stand before the start, and their versions go with the consent", async () => {
    const { page } = await open(undefined, width);
    await page.getByText("Rules make the score.").waitFor();
    await page.getByText("You may complain to a data protection authority").waitFor();
    const started = page.waitForRequest((request) => request.url().endsWith("/v1/take/start"));
    await expectSound(page, `welcome-${width}`);
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Start the assessment" }).click();
    const sent = (await started).postDataJSON();
    expect(sent).toEqual({ consent: true, notices: { privacy: "assay-1", scoring: "assay-1" } });
  });

  test("extra time is asked for in a sentence, and its answer shows", async () => {
    const { page, api } = await open(undefined, width);
    await page.getByRole("button", { name: "I need extra time" }).click();
    await page.getByLabel(/What do you need/).fill("I read slowly because of my dyslexia.");
    await expectSound(page, `extra-time-asking-${width}`);
    await page.getByRole("button", { name: "Ask for extra time" }).click();
    await page.getByText("You have asked for extra time.").waitFor();
    await expectSound(page, `extra-time-asked-${width}`);
    api.request = { ...api.request!, state: "declined", reason: "Please send us a note." };
    await page.evaluate(() => void dispatchEvent(new Event("focus")));
    await page.getByText("Please send us a note.").waitFor();
    await expectSound(page, `extra-time-declined-${width}`);
  });

  test("a shared result says how each point came about, and what would have changed it", async () => {
    const { page } = await open(decided, width);
    await page.getByRole("heading", { name: "Your result", level: 1 }).waitFor();
    await page.getByText("74.40", { exact: true }).waitFor();
    await page.getByText("At least 50.00 in Written Communication; it was 48.00.").waitFor();
    await expectSound(page, `shared-result-${width}`);
  });

  test("one objection is made, confirmed, and then stands there", async () => {
    const { page, api } = await open(decided, width);
    const [section] = sampleSections;
    await page.getByLabel("Which answer?").selectOption(section!.items[0]!.id);
    await page.getByLabel("What was judged wrongly?").fill("I did name the day.");
    await page.getByRole("button", { name: "Object", exact: true }).click();
    await page.getByText("There is only one").waitFor();
    await expectSound(page, `objection-confirm-${width}`);
    expect(api.shared!.objection).toBeNull();
    await page.getByRole("button", { name: "Send the objection" }).click();
    await page.getByText("A person looks at it again").waitFor();
    await expectSound(page, `objection-made-${width}`);
    expect(api.shared!.objection).toMatchObject({ item: section!.items[0]!.id, text: "I did name the day." });
  });
});

test("with the score alone, no points stand there, and an objection can still be made", async () => {
  const { page } = await open((api) => {
    decided(api);
    const items = api.shared!.items.map(({ id, section, title }) => ({ id, section, title }));
    const { would_have_changed: _, ...rest } = api.shared!;
    api.shared = { ...rest, items };
  });
  await page.getByText("74.40", { exact: true }).waitFor();
  expect(await page.getByText("How each point came about").count()).toBe(0);
  await page.getByLabel("What was judged wrongly?").waitFor();
  await expectSound(page, "shared-score");
});

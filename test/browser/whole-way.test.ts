import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mixedAnswers } from "../journeys/support/answers.ts";
import { candidate, machine } from "../journeys/support/people.ts";
import { type AssayServer, startAssay, until } from "../journeys/support/server.ts";
import { openBrowser } from "./harness.ts";

let server: AssayServer;
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  server = await startAssay();
  browser = await openBrowser();
});
afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser?.close();
  await server?.dispose();
});

/** The console of one of the demo company's people, signed in through the issuer. */
async function consoleOf(name: string): Promise<{ page: Page; at: (place: string) => Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB" });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(server.endpoints.console_url);
  await page.getByRole("button", { name }).click();
  await page.getByRole("link", { name: "Assay" }).waitFor();
  const at = async (place: string) => {
    await page.goto(`${server.endpoints.console_url.replace(/\/?$/, "/")}#${place}`);
  };
  return { page, at };
}

test("from the invitation to the decision, each by the people whose it is", async () => {
  const recruiter = await consoleOf("Rosa Lindqvist");
  const link = await invites(recruiter);
  const taking = candidate(server.endpoints, link);
  await taking.takeWhole({ ...mixedAnswers, servers: "2 or 3", "delay-email": LETTER });
  const session = link.split("#")[1]!.split(".")[0]!;
  const company = machine(server.endpoints);
  await company.result(session, 60_000);

  await reviewsBlind(session);
  const first = await consoleOf("Inês Duarte");
  await rates(first, session, 5);
  const second = await consoleOf("Ivo Novák");
  await second.at(`/sessions/${session}/interview`);
  await second.page.getByText("1 other scorecard is locked").waitFor();
  expect(await second.page.locator("main").textContent()).not.toContain("They said so, and rated 5");
  await rates(second, session, 3);
  await agrees(second.page);

  await until(async () => (await company.get(`/v1/sessions/${session}`)).status === "finalized" || undefined);
  await raisesFlag(recruiter, session);
  await liftsFlag(await consoleOf("Ravi Mehta"), session);
  await decides(recruiter, session);
  const result = await company.get(`/v1/sessions/${session}/result`);
  expect(result).toMatchObject({ stage: "final", needs_reconciliation: [], flags: [{ state: "lifted" }] });
  expect(await taking.view()).toMatchObject({ status: "decided", shared: { score: result.score } });
});

const LETTER = `Hi Maya,

I promised you the fix for the double charges for today. I'm sorry: it won't be ready. It will be live on Thursday.

Best regards,
Grace Sample`;

type Console = Awaited<ReturnType<typeof consoleOf>>;

async function invites({ page, at }: Console): Promise<string> {
  await at("/sessions/new");
  await page.getByLabel("Playbook").selectOption("back-end-developer@1");
  await page.getByLabel("Name").fill("Grace Sample");
  await page.getByLabel("E-mail").fill("grace@example.org");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  return page.getByLabel("The candidate's link").inputValue();
}

/** Every answer that waits, by the words of the answer and without its candidate's name. */
async function reviewsBlind(session: string) {
  const { page, at } = await consoleOf("Rui Campos");
  await at("/reviews");
  await page.locator(`a[href="#/reviews/${session}"]`).click();
  await page.getByRole("button", { name: "Submit the mark" }).waitFor();
  expect(await page.locator("main").textContent()).not.toMatch(/Grace|grace@/);
  for (;;) {
    for (const criterion of await page.locator(".blind-criterion").all()) {
      await criterion
        .locator("label")
        .filter({ hasText: /^0\.5$/ })
        .click();
      await criterion.getByLabel("Why").fill("As far as it goes.");
      await criterion.getByLabel("Quote from the answer").fill("what was answered");
    }
    await page.getByRole("button", { name: "Submit the mark" }).click();
    await page.getByText("How the machine marked it").waitFor();
    await page.getByRole("button", { name: "Next answer" }).click();
    if (await page.getByText("How the machine marked it").isVisible()) return;
  }
}

/** A whole card with one rating everywhere, locked. */
async function rates({ page, at }: Console, session: string, value: number) {
  await at(`/sessions/${session}/interview`);
  await page.locator(".kit-asked").first().waitFor();
  for (const question of await page.locator(".kit-asked").all()) {
    await question.getByText(String(value), { exact: true }).first().click();
    await question.getByLabel("What was said or done").fill(`They said so, and rated ${value}.`);
  }
  await page.getByText("Saved at").waitFor();
  await page.getByRole("button", { name: "Lock…" }).click();
  await page.getByRole("button", { name: "Lock it" }).click();
  await page.getByText("Your scorecard is locked.").waitFor();
}

/** Settles every question on which the two differ. */
async function agrees(page: Page) {
  const open = page.getByRole("button", { name: "Record what you agreed on" });
  await open.first().waitFor();
  for (let left = await open.count(); left > 0; left--) {
    await open.first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("4", { exact: true }).click();
    await dialog.getByLabel("Why this rating").fill("We compared notes.");
    await dialog.getByRole("button", { name: "Record it" }).click();
    await dialog.waitFor({ state: "detached" });
    await expect.poll(() => open.count(), { timeout: 15_000 }).toBe(left - 1);
  }
}

async function raisesFlag({ page, at }: Console, session: string) {
  await at(`/sessions/${session}/decision`);
  await page.getByRole("button", { name: /Raise/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What was said or done").fill("I did all of it alone.");
  await dialog.getByRole("button", { name: "Raise the flag" }).click();
  await dialog.waitFor({ state: "detached" });
}

async function liftsFlag({ page, at }: Console, session: string) {
  await at(`/sessions/${session}/decision`);
  await page.getByRole("button", { name: /Lift/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").fill("It was true.");
  await dialog.getByRole("button", { name: /Lift/ }).click();
  await dialog.waitFor({ state: "detached" });
}

async function decides({ page, at }: Console, session: string) {
  await at(`/sessions/${session}/report`);
  await at(`/sessions/${session}/decision`);
  await page.getByText("Hold", { exact: true }).click();
  await page.getByLabel(/^Reason/).fill("Another round of talks.");
  await page.getByRole("button", { name: "Decide: Hold" }).click();
  await page.getByRole("button", { name: "Put it in the log" }).click();
  await page.getByText("Another round of talks.").first().waitFor();
}

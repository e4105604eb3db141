import { execFileSync } from "node:child_process";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, stillness } from "../browser/harness.ts";
import { rightAnswers } from "./support/answers.ts";
import { machine } from "./support/people.ts";
import { type AssayServer, startAssay } from "./support/server.ts";

let server: AssayServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  server = await startAssay();
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

/**
 * technical 10 of 10 · problem solving 1 of 3 (the draft at time-out) · communication 5 of 5 · attitude 2 of 2 · attention 2 of 2:
 * F_p = 40 + 15/3 + 20 + 15 + 10 = 90.00; low = .6·(40 + 5 + 20 + 15) + 10 = 58.00; high = 58 + 36 = 94.00.
 */
const FIGURES = { score: "90.00", coverage: "64.00", bounds: { low: "58.00", high: "94.00" } };

test("a person takes the whole assessment in a browser and gets the score computed by hand", async () => {
  const company = machine(server.endpoints);
  await publishShortVersion(company);
  const session = await company.invite({ playbook: "back-end-developer@2" });

  await page.goto(session.url);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await expectAccessible("the welcome");
  await page.getByRole("checkbox", { name: /I have read/ }).check();
  await page.getByRole("button", { name: "Start the assessment" }).click();

  await runsOutOfTimeWithDraft();
  await writesCodeAndSql();
  await reloadsInBetween();
  await getsExtraTimeWhileWriting(company, session.id);
  await goesOfflineForASpell();

  await page
    .getByText(/handed in|received/i)
    .first()
    .waitFor();
  await expectAccessible("the receipt");
  const result = await company.result(session.id, 60_000);
  const lost = result.items.filter(({ points, max }: { points: string; max: string }) => points !== max);
  expect(lost).toEqual([
    expect.objectContaining({ id: "sequence", points: "0" }),
    expect.objectContaining({ id: "pseudocode", points: "0" }),
  ]);
  expect(result).toMatchObject(FIGURES);
});

async function publishShortVersion(company: ReturnType<typeof machine>) {
  const { playbook } = await company.get("/v1/playbooks/back-end-developer");
  const minutes = ["0.3", "2", "2", "2", "2"];
  const sections = playbook.sections.map((section: object, place: number) => ({ ...section, minutes: minutes[place] }));
  await company.post("/v1/playbooks", { ...playbook, version: 2, minutes: "8.3", sections });
}

async function begin(title: string) {
  await page.getByRole("heading", { name: title }).waitFor();
  await expectAccessible(`the pause before ${title}`);
  await page.getByRole("button", { name: "Begin now" }).click();
  await page.getByRole("timer").or(page.locator(".clock")).first().waitFor();
}

const answers = (item: string) => page.locator(`#item-${item}-field`);
const saved = () => page.getByText("saved", { exact: true }).first().waitFor();

async function finishSection(button: string | RegExp = "Finish section") {
  await page.getByRole("button", { name: "Finish section" }).last().click();
  await page.getByRole("heading", { name: /^Finish / }).waitFor();
  await expectAccessible("the summary before handing in");
  await page.getByRole("button", { name: button }).last().click();
}

async function runsOutOfTimeWithDraft() {
  await begin("Cognitive");
  await answers("servers").fill("2");
  await saved();
  await expectAccessible("an open section");
  await page.getByText(/Time was up/).waitFor({ timeout: 40_000 });
}

async function writesCodeAndSql() {
  await begin("Hard Skills");
  const { source } = rightAnswers["paid-totals"] as { source: string };
  await page.locator(".cm-content").fill(source);
  await saved();
  await page.getByRole("button", { name: /^Run/ }).click();
  await page
    .getByText(/passed/i)
    .first()
    .waitFor({ timeout: 30_000 });
  await expectAccessible("code with the results of a run");
  await page.getByRole("button", { name: "Next" }).click();
  const { query } = rightAnswers["busy-customers"] as { query: string };
  await page.locator(".cm-content").fill(query);
  await saved();
  await finishSection();
}

async function reloadsInBetween() {
  await begin("Situational Judgement");
  const pick = (side: string, option: string) =>
    page.locator(`input[name="item-unsafe-endpoint-${side}"][value="${option}"]`);
  await pick("best", "b").check({ force: true });
  await saved();
  await page.reload();
  await expect.poll(() => pick("best", "b").isChecked()).toBe(true);
  await pick("worst", "d").check({ force: true });
  await saved();
  await expectAccessible("best and worst");
  await finishSection();
}

async function getsExtraTimeWhileWriting(company: ReturnType<typeof machine>, session: string) {
  await begin("Soft Skills");
  await page.locator("textarea").first().fill(referenceEmail());
  await saved();
  const before = await secondsLeft();
  await company.post(`/v1/sessions/${session}/accommodate`, {
    accommodation: { kind: "multiplier", factor: "2" },
  });
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect.poll(secondsLeft, { timeout: 30_000 }).toBeGreaterThan(before + 60);
  await expectAccessible("a written answer");
  await finishSection();
}

async function goesOfflineForASpell() {
  await begin("Accuracy");
  const parts = rightAnswers["calculate-total"] as { [part: string]: string };
  const field = (part: string) => page.locator(`[id*="calculate-total"][id*="${part}"]:is(input, textarea)`).first();
  await context.setOffline(true);
  for (const [part, text] of Object.entries(parts)) await field(part).fill(text);
  await page.getByText("offline, keep typing").first().waitFor();
  await context.setOffline(false);
  await saved();
  await expectAccessible("code to read");
  await finishSection("Hand in the assessment");
}

/** The clock's face, as a person reads it. */
async function secondsLeft(): Promise<number> {
  const [minutes = "0", seconds = "0"] =
    /(\d+):(\d\d)/.exec(await page.locator(".clock").first().innerText())?.slice(1) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

const referenceEmail = (): string =>
  JSON.parse(
    execFileSync(process.execPath, ["scripts/playbook.ts", "reference", "back-end-developer"], { encoding: "utf8" }),
  )["delay-email"];

async function expectAccessible(what: string) {
  await stillness(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
    `axe on ${what}`,
  ).toEqual([]);
}

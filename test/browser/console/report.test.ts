import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { JUDGED_ANSWERS, judgedSession } from "#test/builders/judged-session.ts";
import { openBrowser } from "../harness.ts";
import { expectGoodLook, LOOKS, openConsole } from "./console-harness.ts";
import { MockStaffApi } from "./mock-staff-api.ts";
import { officeAnswers } from "./office-answers.ts";

let browser: Browser;
let final: Awaited<ReturnType<typeof finalSession>>;
beforeAll(async () => {
  browser = await openBrowser();
  final = await finalSession();
});
afterAll(() => browser.close());

async function finalSession() {
  const told = await judgedSession();
  await told.interview("usr_kim");
  await told.interview("usr_lin", { q2: 2 });
  await told.agree("q2", 3, "We had heard two halves of one story.");
  await told.person("usr_rec")("finalize-session", { session: told.session });
  return told;
}

type Told = Pick<Awaited<ReturnType<typeof judgedSession>>, "ask" | "key" | "session">;

async function openReport(told: Told, look: { width?: number; scheme?: "light" | "dark" } = {}) {
  const api = new MockStaffApi(officeAnswers(told, "per_ada"));
  const opened = await openConsole(browser, api, { at: `/sessions/${told.session}`, ...look });
  const complaints: string[] = [];
  opened.page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  opened.page.on("pageerror", (error) => complaints.push(error.message));
  await opened.page.locator(".chart-drawing").nth(1).waitFor();
  await opened.page.getByText("invited the candidate").waitFor();
  return { ...opened, complaints };
}

const openItem = (page: Page, title: string) => page.locator(".work > summary", { hasText: title }).click();

describe("the report of a session", () => {
  test.each(LOOKS)("can be read by everybody, $width pixels wide, $scheme", async (look) => {
    const { page, complaints, close } = await openReport(final, look);
    await openItem(page, "Totals of paid orders");
    await page.locator(".tok-keyword").first().waitFor();
    await expectGoodLook(page, `report-${look.width}-${look.scheme}`);
    expect(complaints).toEqual([]);
    await close();
  });

  test("opens with the score, what the rules recommend and how firm that is", async () => {
    const { page, close } = await openReport(final);
    expect(await page.locator(".verdict-score").textContent()).toBe("89.16");
    expect(await page.locator(".verdict-figures .badge").textContent()).toContain("Advance");
    await page.getByText("Firm: no single point").waitFor();
    expect(await page.getByRole("img", { name: /The final score is 89\.16 of 100/ }).count()).toBe(1);
    await close();
  });

  test("shows a failed test with its input, what was expected and what came back", async () => {
    const { page, close } = await openReport(final);
    await openItem(page, "Totals of paid orders");
    const failed = page.locator(".run[open]", { hasText: "nearly paid" });
    expect(await failed.locator("summary").textContent()).toContain("statuses that are nearly paid");
    expect(await failed.getByRole("figure", { name: /^Expected by/ }).textContent()).toBe("{ ana: 40 }");
    expect(await failed.getByRole("figure", { name: /^Result of/ }).textContent()).toBe("{ ana: 70 }");
    await close();
  });

  test("marks in a written answer the words that each line of the working rests on", async () => {
    const { page, close } = await openReport(final);
    await openItem(page, "An e-mail about a delay");
    expect(await page.locator(".answer-text mark", { hasText: "Friday" }).textContent()).toBe("2Friday");
    expect(await page.locator(".working-line", { hasText: "Names the new date" }).textContent()).toContain("2");
    await close();
  });

  test("quotes what each rating rests on, and the consensus that replaced two", async () => {
    const { page, close } = await openReport(final);
    await page.locator(".rating").first().waitFor();
    expect(await page.locator(".rating").count()).toBe(2 * 8 + 1);
    expect(await page.locator(".rating.is-agreed").textContent()).toContain("two halves of one story");
    await close();
  });

  test("keeps older results, and says what each changed", async () => {
    const { page, close } = await openReport(final);
    await page.getByText("What changed since result").click();
    await page.getByText("Stage: Provisional → Final").waitFor();
    await page.getByLabel("Result", { exact: true }).selectOption("1");
    await page.getByText("This is an older result").waitFor();
    expect(await page.locator(".verdict-score").textContent()).toBe("93.60");
    await close();
  });

  test("never shows what waits for a person as a plain figure", async () => {
    const told = await judgedSession({ ...JUDGED_ANSWERS, servers: "1 or 2" });
    const { page, close } = await openReport(told);
    const item = page.locator(".work > summary", { hasText: "How many servers?" });
    expect(await item.textContent()).toContain("Waits for a person");
    await page.getByText("A person has still to look at “How many servers?”.").waitFor();
    await close();
  });

  test("prints with everything unfolded, and folds it again", async () => {
    const { page, close } = await openReport(final);
    const folded = () => page.locator("main details:not([open])").count();
    const before = await folded();
    expect(before).toBeGreaterThan(8);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await folded()).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await folded()).toBe(before);
    await close();
  });

  test("tells what it waits for while there is no score", async () => {
    const invited = await final.person("usr_rec")(
      "create-session",
      {},
      {
        playbook: "back-end-developer",
        candidate: { name: "Bo Example", email: "bo@example.com" },
      },
    );
    const session: string = invited.body.id;
    const api = new MockStaffApi(officeAnswers(final, "per_ada"));
    const { page, close } = await openConsole(browser, api, { at: `/sessions/${session}/report` });
    await page.getByText("The candidate hasn't started yet.").waitFor();
    await close();
  });
});

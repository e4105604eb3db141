import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { judgedSession } from "#test/builders/judged-session.ts";
import { openBrowser } from "../harness.ts";
import { expectGoodLook, LOOKS, openConsole } from "./console-harness.ts";
import { MockStaffApi } from "./mock-staff-api.ts";
import { officeAnswers } from "./office-answers.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

type Told = Awaited<ReturnType<typeof judgedSession>>;

async function finalSession(): Promise<Told> {
  const told = await judgedSession();
  await told.interview("usr_lin");
  await told.person("usr_rec")("finalize-session", { session: told.session });
  return told;
}

const openJudgement = async (told: Told, look: { width?: number; scheme?: "light" | "dark" } = {}) => {
  const api = new MockStaffApi(officeAnswers(told, "per_ada"));
  const opened = await openConsole(browser, api, { at: `/sessions/${told.session}/decision`, ...look });
  await opened.page.getByRole("heading", { name: "Decision" }).waitFor();
  return opened;
};

describe("red flags", () => {
  test.each(LOOKS)("can be read and answered by everybody, $width pixels wide, $scheme", async (look) => {
    const told = await finalSession();
    await told.raise("dishonesty", "“I wrote that service alone”, and could not name its queue.");
    const { page, close } = await openJudgement(told, look);
    await page.getByRole("button", { name: "Lift as mistaken" }).waitFor();
    await expectGoodLook(page, `judgement-${look.width}-${look.scheme}`);
    await page.getByRole("button", { name: "Confirm" }).click();
    await expectGoodLook(page, `judgement-confirm-${look.width}-${look.scheme}`);
    await close();
  });

  test("are raised with an observation, and then answered by somebody else", async () => {
    const told = await finalSession();
    const { page, close } = await openJudgement(told);
    await page.getByText("No red flag was raised.").waitFor();
    await page.getByRole("button", { name: "Raise a red flag" }).click();
    await page.getByLabel("Which one").selectOption({ label: "Inconsistency or dishonesty" });
    await page.getByLabel("What was said or done").fill("Named two employers for one year.");
    await page.getByRole("button", { name: "Raise the flag" }).click();
    await page.getByText("You raised this flag.").waitFor();
    expect(await page.getByRole("button", { name: "Confirm" }).isDisabled()).toBe(true);
    expect(await page.locator(".recommended").textContent()).toContain("Review");
    await close();
  });

  test("of another person are lifted with a reason, and the result is what it was", async () => {
    const told = await finalSession();
    await told.raise("dishonesty", "Said two things.");
    const { page, close } = await openJudgement(told);
    await page.getByRole("button", { name: "Lift as mistaken" }).click();
    await page.getByText("the result is what it would be without it").waitFor();
    await page.getByLabel("Reason", { exact: true }).fill("It was the other candidate.");
    await page.getByRole("button", { name: "Lift the flag" }).click();
    await page.locator(".flag-answer").waitFor();
    expect(await page.locator(".flag .badge").textContent()).toContain("Lifted as mistaken");
    await page.locator(".recommended", { hasText: "Advance" }).waitFor();
    await close();
  });
});

describe("the decision", () => {
  test("says before anything is sent whether it takes a reason", async () => {
    const told = await finalSession();
    const { page, api, close } = await openJudgement(told);
    await page.getByLabel(/^Advance/).check();
    await page.getByText("This follows the recommendation (“Advance”).").waitFor();
    await page.getByLabel(/^Hold/).check();
    await page.getByText("This departs from the recommendation (“Advance”): say why.").waitFor();
    await page.getByRole("button", { name: "Decide: Hold" }).click();
    expect(api.of("decide-session")).toEqual([]);
    await page.getByLabel("Reason", { exact: true }).fill("No place until May.");
    await page.getByRole("button", { name: "Decide: Hold" }).click();
    await page.getByRole("button", { name: "Put it in the log" }).click();
    await page.locator(".decision", { hasText: "No place until May." }).waitFor();
    expect(api.of("decide-session").map(({ body }) => body)).toEqual([
      { outcome: "hold", reason: "No place until May." },
    ]);
    await close();
  });

  test("that is changed keeps the one before", async () => {
    const told = await finalSession();
    const { session } = told;
    await told.person("usr_rec")("decide-session", { session }, { outcome: "advance" });
    await told.person("usr_rec")("decide-session", { session }, { outcome: "hold", reason: "No place." });
    const { page, close } = await openJudgement(told);
    expect(await page.locator(".decision").count()).toBe(2);
    expect(await page.locator(".decision.is-changed").textContent()).toContain("Advance");
    await page.getByText("its red flags stay as they are").waitFor();
    await close();
  });
});

describe("the final result", () => {
  test("names what it still waits for", async () => {
    const { page, close } = await openJudgement(await judgedSession());
    await page.getByText("Q1: 0 of 1 rating").waitFor();
    await page.getByText("A decision follows the final result").waitFor();
    expect(await page.getByRole("button", { name: "Declare the interviews in" }).count()).toBe(0);
    await close();
  });

  test("can be declared once every question is rated, with what that does", async () => {
    const told = await judgedSession();
    await told.interview("usr_kim");
    await told.interview("usr_lin", { q2: 2 });
    const { page, close } = await openJudgement(told);
    await page.getByText("The ratings of Q2 are 2 or more apart.").waitFor();
    await page.getByRole("button", { name: "Declare the interviews in" }).click();
    await page.getByRole("button", { name: "Make the result final" }).click();
    await page.getByRole("group", { name: "Decide" }).waitFor();
    await close();
  });
});

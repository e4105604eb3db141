import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../harness.ts";
import { expectGoodLook, LOOKS, openConsole } from "./console-harness.ts";
import { ADA, type Asked, MockStaffApi } from "./mock-staff-api.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const listing = (version: number) => ({
  ...{ id: "back-end-developer", version, title: "Back-end developer", digest: "d" },
  published_at: "2026-03-01T08:00:00.000Z",
});
const playbooks = () => ({ data: [listing(1), listing(2)], next_cursor: null });
const standing = (score: string, recommendation: string) => ({ version: 1, score, recommendation });
const move = (session: string, after: string, recommendation: string) => ({
  ...{ session, status: "scored" as const, before: standing("78.40", "review"), refused: null },
  ...{ after: standing(after, recommendation), moves: after !== "78.40" },
});

const regraded = ({ body }: Asked) => ({
  ...{ from: "back-end-developer@1", to: "back-end-developer@2", committed: body.commit, moving: 2 },
  data: [
    move("ses_stays0000001", "78.40", "review"),
    move("ses_moves0000001", "79.10", "review"),
    move("ses_flips0000001", "81.20", "advance"),
  ],
  next_cursor: null,
});

describe("regrading", () => {
  const open = (look = {}, roles: (typeof ADA)["roles"] = ["admin"]) => {
    const service = new MockStaffApi({ "list-playbooks": playbooks, "regrade-sessions": regraded });
    service.me = { ...ADA, roles };
    return openConsole(browser, service, { at: "/playbooks/back-end-developer/regrade", ...look });
  };

  test.each(LOOKS)("can be done by everybody, $width pixels wide, $scheme", async ({ width, scheme }) => {
    const { page, close } = await open({ width, scheme });
    await page.getByLabel("Why").fill("The key of the servers was wrong.");
    await page.getByRole("button", { name: "Show who would move" }).click();
    await page.getByText("2 of 3 sessions would move").waitFor();
    await expectGoodLook(page, `regrade-${width}-${scheme}`);
    await close();
  });

  test("commits nothing before it was shown and confirmed", async () => {
    const { page, api, close } = await open();
    await page.getByRole("button", { name: "Show who would move" }).click();
    await page.getByText("Say what was wrong.").waitFor();
    await page.getByLabel("Why").fill("The key was wrong.");
    await page.getByRole("button", { name: "Show who would move" }).click();
    expect(await page.locator("tbody tr").first().textContent()).toContain("Recommendation flips");
    await page.getByRole("button", { name: "Regrade…" }).click();
    expect(api.of("regrade-sessions").every(({ body }) => body.commit === false)).toBe(true);
    await page.getByRole("button", { name: "Regrade 3 sessions" }).click();
    await page.getByText("are graded by back-end-developer@2").waitFor();
    expect(api.of("regrade-sessions").at(-1)?.body).toMatchObject({ commit: true, to: "back-end-developer@2" });
    await close();
  });

  test("is shown to an author, who leaves the deed to an administrator", async () => {
    const { page, close } = await open({}, ["author"]);
    await page.getByLabel("Why").fill("The key was wrong.");
    await page.getByRole("button", { name: "Show who would move" }).click();
    await page.getByText("An administrator can do it.").waitFor();
    expect(await page.getByRole("button", { name: "Regrade…" }).count()).toBe(0);
    await close();
  });
});

describe("agreement", () => {
  const open = (look = {}) => {
    const service = new MockStaffApi({
      "list-playbooks": playbooks,
      "read-agreement": () => ({
        sessions: 4,
        questions: [{ question: "q3", n: 4, ratings: 8, mean: "3.50", spread: "1.25" }],
        raters: [
          { rater: "int_1", n: 4, ratings: 4, mean: "3.90", spread: "1.25", severity: "-0.80" },
          { rater: "int_2", n: 0, ratings: 4, mean: "3.10", spread: null, severity: null },
        ],
        consistency: { icc: null, n: 4, raters: ["int_1", "int_2"], enough: 10 },
      }),
    });
    return openConsole(browser, service, { at: "/agreement", ...look });
  };

  test.each(LOOKS)("can be read by everybody, $width pixels wide, $scheme", async ({ width, scheme }) => {
    const { page, close } = await open({ width, scheme });
    await page.getByText("An ICC can be told from 10 things").waitFor();
    await page.getByText("milder than the others").waitFor();
    await expectGoodLook(page, `agreement-${width}-${scheme}`);
    await close();
  });
});

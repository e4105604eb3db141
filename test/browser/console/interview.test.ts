import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Card, cardsView, cardView, kitView, lockedCard } from "#test/builders/interview-view.ts";
import { sessionView } from "#test/builders/session-view.ts";
import { openBrowser } from "../harness.ts";
import { expectGoodLook, openConsole } from "./console-harness.ts";
import { ADA, MockStaffApi, Refused } from "./mock-staff-api.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A desk, a tablet and a phone, by day and by night. */
const LOOKS = [1280, 768, 390].flatMap((width) => [
  { width, scheme: "light" as const },
  { width, scheme: "dark" as const },
]);

/** A service that keeps the own card. */
function api(others: Card[] = []): MockStaffApi {
  let own: Card | undefined;
  const cards = () => {
    const open = own?.locked_at != null;
    const shown = [...(own ? [own] : []), ...(open ? others : [])];
    const locked = others.length + Number(open);
    return cardsView({
      ...{ data: shown, hidden: open ? 0 : others.length, to_reconcile: open && others.length > 0 ? ["q3"] : [] },
      progress: { locked, min_raters: 2 },
    });
  };
  const service = new MockStaffApi({
    "read-session": () => sessionView({ score: null, recommendation: null }),
    "read-interview": () => kitView(),
    "read-scorecards": cards,
    "save-scorecard": ({ body }) => {
      if (body.revision !== (own?.revision ?? 0)) return new Refused(409, "revision_conflict", "Changed elsewhere.");
      own = cardView({ ratings: body.ratings, revision: body.revision + 1 });
      return own;
    },
    "lock-scorecard": () => {
      own = { ...own!, revision: null, locked_at: "2026-03-03T12:00:00.000Z" };
      return own;
    },
    "raise-flag": ({ body }) => ({
      ...{ id: "flg_1", flag: body.flag, title: "Dishonesty", severity: "major", state: "raised", answers: [] },
      ...{
        raised_by: "person",
        raiser: "per_ada",
        observation: body.observation,
        raised_at: "2026-03-03T12:00:00.000Z",
      },
    }),
    "record-consensus": ({ body }) => ({
      ...cards(),
      to_reconcile: [],
      consensus: [{ ...body, actor: "per_ada", at: "2026-03-03T13:00:00.000Z", raters: ["per_ada", "int_2"] }],
    }),
  });
  service.me = { ...ADA, roles: ["interviewer"] };
  return service;
}

const open = (service: MockStaffApi, look = {}) =>
  openConsole(browser, service, { at: "/sessions/ses_1/interview", ...look });

describe("an interview", () => {
  test.each(LOOKS)("can be held by everybody, $width pixels wide, $scheme", async ({ width, scheme }) => {
    const { page, close } = await open(api([lockedCard("int_2", { q3: 2, q2: 4 })]), { width, scheme });
    await page.getByText("Technical Skills").waitFor();
    await expectGoodLook(page, `interview-empty-${width}-${scheme}`);
    await page
      .getByRole("group", { name: /Tell me of a service/ })
      .getByText("5", { exact: true })
      .click();
    await page.getByLabel("What was said or done").first().fill("“We saw the queue grow and had no alarm.”");
    await page.getByText("What the assessment showed").first().click();
    await page.getByText("Saved at").waitFor();
    await expectGoodLook(page, `interview-${width}-${scheme}`);
    await page.getByRole("button", { name: "Lock…" }).click();
    await expectGoodLook(page, `interview-lock-${width}-${scheme}`);
    await page.getByRole("button", { name: "Lock it" }).click();
    await page.getByText("Differ by 3: reconcile").waitFor();
    await expectGoodLook(page, `interview-compare-${width}-${scheme}`);
    await page.getByRole("button", { name: "Record what you agreed on" }).click();
    await expectGoodLook(page, `interview-consensus-${width}-${scheme}`);
    await close();
  });

  test("never shows a score, nor others' ratings before the own card is locked", async () => {
    const { page, close } = await open(api([lockedCard("int_2", { q3: 2 })]));
    await page.getByText("1 other scorecard is locked").waitFor();
    const text = (await page.locator("main").textContent()) ?? "";
    expect(text).not.toMatch(/int_2|queue grow|points/);
    await close();
  });

  test("says before locking what is missing, and leads there", async () => {
    const { page, api: service, close } = await open(api());
    await page
      .getByRole("group", { name: /Describe a time/ })
      .getByText("4", { exact: true })
      .click();
    await page.getByText("1 choice kept on this device").waitFor();
    await page.getByRole("button", { name: "Lock…" }).click();
    await page.getByText("rated, but nothing is quoted").waitFor();
    await page.getByRole("button", { name: /Describe a time/ }).click();
    await page.waitForFunction(() => document.activeElement?.closest("#of-q2") !== null);
    expect(service.of("lock-scorecard")).toHaveLength(0);
    await close();
  });

  test("takes “not assessed” with a reason", async () => {
    const { page, api: service, close } = await open(api());
    await page.getByText("Not assessed").first().click();
    await page.getByLabel("Why not assessed").fill("There was no time.");
    await page.getByText("Saved at").waitFor();
    expect(service.of("save-scorecard").at(-1)?.body.ratings).toEqual([
      { question: "q3", value: null, reason: "There was no time." },
    ]);
    await close();
  });

  test("keeps what is written without a network, over a reload, and sends it when there is one", async () => {
    const { page, api: service, close } = await open(api());
    const { "save-scorecard": save } = service.answers;
    service.answers["save-scorecard"] = () => new Refused(503, "unavailable", "Not now.");
    await page
      .getByRole("group", { name: /Tell me of a service/ })
      .getByText("3", { exact: true })
      .click();
    await page.getByLabel("What was said or done").first().fill("Wrote it down offline.");
    await page.getByText("Everything is kept on this device").waitFor();
    await page.reload();
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await page.getByLabel("What was said or done").first().inputValue()).toBe("Wrote it down offline.");
    service.answers["save-scorecard"] = save!;
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await page.getByText("Saved at").waitFor();
    await close();
  });

  test("lets the raters settle a difference by what they agreed on", async () => {
    const { page, api: service, close } = await open(api([lockedCard("int_2", { q3: 2 })]));
    await page
      .getByRole("group", { name: /Tell me of a service/ })
      .getByText("5", { exact: true })
      .click();
    await page.getByLabel("What was said or done").first().fill("Had alarms everywhere.");
    await page.getByText("Saved at").waitFor();
    await page.getByRole("button", { name: "Lock…" }).click();
    await page.getByRole("button", { name: "Lock it" }).click();
    await page.getByRole("button", { name: "Record what you agreed on" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Record it" }).click();
    await dialog.getByText("Choose the rating.").waitFor();
    await dialog.getByText("3", { exact: true }).click();
    await dialog.getByLabel("Why this rating").fill("The alarm came a week later.");
    await dialog.getByRole("button", { name: "Record it" }).click();
    await dialog.waitFor({ state: "detached" });
    expect(service.of("record-consensus")[0]?.body).toEqual({
      ...{ question: "q3", value: 3, reason: "The alarm came a week later." },
    });
    await close();
  });

  test("can end with a red flag, which another person answers", async () => {
    const { page, api: service, close } = await open(api());
    await page.getByText("What they are").click();
    await page.getByText("Claims that do not hold.").waitFor();
    await expectGoodLook(page, "interview-red-flags");
    await page.getByRole("button", { name: "Raise a red flag" }).click();
    await page.getByLabel("What was said or done").last().fill("Named two employers for one year.");
    await page.getByRole("button", { name: "Raise the flag" }).click();
    await page.getByText("The red flag is raised. Another person answers it.").waitFor();
    expect(service.of("raise-flag").map(({ body }) => body)).toEqual([
      { flag: "dishonesty", observation: "Named two employers for one year." },
    ]);
    await close();
  });

  test("is read by a recruiter with everybody's ratings and without a card of their own", async () => {
    const service = api();
    service.me = { ...ADA, roles: ["recruiter"] };
    service.answers["read-scorecards"] = () => cardsView({ data: [lockedCard("int_2", { q3: 2 })] });
    const { page, close } = await open(service);
    await page.getByText("One rater").first().waitFor();
    expect(await page.getByRole("button", { name: "Lock…" }).count()).toBe(0);
    await close();
  });
});

describe("the interviewer's home", () => {
  const row = {
    ...{ session: "ses_1", playbook: "back-end-developer@1", title: "Back-end developer", status: "scored" as const },
    ...{ scored_at: "2026-03-02T10:41:00.000Z", candidate: { name: "Grace Sample" }, own: "none" as const },
    ...{ locked: 1, min_raters: 2 },
  };
  const home = () => {
    const data = [
      row,
      { ...row, session: "ses_2", own: "draft" as const },
      { ...row, session: "ses_3", own: "locked" as const },
    ];
    const service = new MockStaffApi({
      "list-interviews": ({ query }) => ({ data: query["status"] ? [] : data, next_cursor: null }),
    });
    service.me = { ...ADA, roles: ["interviewer"] };
    return service;
  };

  test.each(LOOKS)("can be read by everybody, $width pixels wide, $scheme", async ({ width, scheme }) => {
    const { page, close } = await openConsole(browser, home(), { at: "/interviews", width, scheme });
    await page.getByRole("heading", { name: "You have begun" }).waitFor();
    await expectGoodLook(page, `interviews-${width}-${scheme}`);
    await close();
  });

  test("says when there is nothing", async () => {
    const service = new MockStaffApi({ "list-interviews": () => ({ data: [], next_cursor: null }) });
    const { page, close } = await openConsole(browser, service, { at: "/interviews" });
    await page.getByText("No interviews yet").waitFor();
    await close();
  });
});

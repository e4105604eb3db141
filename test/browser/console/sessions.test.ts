import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sessionView } from "#test/builders/session-view.ts";
import { openBrowser } from "../harness.ts";
import { expectGoodLook, LOOKS, openConsole } from "./console-harness.ts";
import { MockStaffApi } from "./mock-staff-api.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const DAY = "2026-03-01T09:00:00.000Z";

const some = [
  sessionView({ job: "REQ-204", open_reviews: 2 }),
  sessionView({
    id: "ses_2",
    status: "in_progress",
    submitted_at: null,
    scored_at: null,
    score: null,
    recommendation: null,
  }),
  sessionView({ id: "ses_3", status: "finalized", score: "41.02", recommendation: "disqualified" }),
  sessionView({ id: "ses_4", status: "erased", candidate: null, score: null, recommendation: null }),
];

const listing = { id: "back-end-developer", version: 1, title: "Back-End Developer", digest: "d", published_at: DAY };

const asking = { session: "ses_2", playbook: "back-end-developer@1", job: null };
const request = { text: "I read with a magnifier.", at: DAY, state: "open" as const, reason: null };

const api = () =>
  new MockStaffApi({
    "list-sessions": ({ query }) => ({
      data: some
        .filter(({ status }) => !query["status"] || status === query["status"])
        .filter(({ candidate }) => !query["q"] || candidate?.name.includes(query["q"])),
      next_cursor: null,
    }),
    "list-accommodation-requests": () => ({
      data: [{ ...asking, candidate: { name: "Grace Sample" }, text: request.text, requested_at: DAY }],
      next_cursor: null,
    }),
    "read-accommodation": () => ({ accommodation: { kind: "multiplier", factor: "1.5" }, request }),
    "decline-accommodation": () => ({ accommodation: null, request: { ...request, state: "declined" } }),
    "reissue-link": () => ({ ...some[1]!, url: "https://assay.example/take/#new" }),
    "list-playbooks": () => ({ data: [listing], next_cursor: null }),
    "read-session": ({ parameters }) => some.find(({ id }) => id === parameters["session"])!,
  });

describe("the list of sessions", () => {
  test.each(LOOKS)("can be read by everybody, $width pixels wide, $scheme", async ({ width, scheme }) => {
    const { page, close } = await openConsole(browser, api(), { at: "/sessions", width, scheme });
    await page.getByRole("link", { name: "Grace Sample" }).first().waitFor();
    await expectGoodLook(page, `sessions-${width}-${scheme}`);
    await close();
  });

  test("keeps its filter in the address", async () => {
    const { page, close } = await openConsole(browser, api(), { at: "/sessions" });
    await page.getByLabel("Status").selectOption("erased");
    await page.getByText("Erased", { exact: true }).nth(1).waitFor();
    await page.waitForFunction(() => location.hash === "#/sessions?status=erased");
    expect(await page.locator("tbody tr").count()).toBe(1);
    await close();
  });
});

describe("search and filters", () => {
  test("wait for a pause in typing, and can be taken back", async () => {
    const {
      page,
      api: served,
      close,
    } = await openConsole(browser, api(), { at: "/sessions?sort=name&status=nonsense" });
    await page.getByLabel("Search").pressSequentially("Nobody");
    await page.getByText("No session fits").waitFor();
    expect(served.of("list-sessions").map(({ query }) => [query["q"], query["sort"], query["status"]])).toEqual([
      [undefined, "name", undefined],
      ["Nobody", "name", undefined],
    ]);
    await expectGoodLook(page, "sessions-none");
    await page.getByRole("button", { name: "Show all sessions" }).click();
    await page.getByRole("link", { name: "Grace Sample" }).first().waitFor();
    expect(await page.getByLabel("Search").inputValue()).toBe("");
    await close();
  });
});

describe("without a mouse", () => {
  test("the bar can be skipped, and a session opened", async () => {
    const { page, close } = await openConsole(browser, api(), { at: "/sessions" });
    await page.getByRole("link", { name: "Grace Sample" }).first().waitFor();
    await page.locator("body").press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
    await page.locator("tbody").getByRole("link", { name: "Grace Sample" }).first().focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash === "#/sessions/ses_1");
    await close();
  });

  test("a question closes with Escape and gives the focus back", async () => {
    const { page, close } = await openConsole(browser, api(), { at: "/sessions/ses_2" });
    await page.getByRole("button", { name: "Extend" }).press("Enter");
    await page.getByRole("heading", { name: "Until when may it be taken?" }).waitFor();
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement?.textContent === "Extend");
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.getByText("More", { exact: true }).press("Enter");
    await page.getByRole("button", { name: "Hold…" }).press("Enter");
    await page.getByRole("heading", { name: "Hold this session?" }).waitFor();
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement?.textContent === "More");
    await close();
  });
});

describe("what a candidate needs", () => {
  test("a request for extra time leads from the list to an answer", async () => {
    const { page, api: served, close } = await openConsole(browser, api(), { at: "/sessions" });
    await page.getByText("1 candidate asks for extra time").waitFor();
    await page.getByRole("listitem").getByRole("link", { name: "Grace Sample" }).click();
    await page.getByText("I read with a magnifier.").waitFor();
    await page.getByRole("button", { name: "Decline…" }).click();
    await page.getByRole("button", { name: "Decline it" }).click();
    await page.getByText("The extra time is declined.").waitFor();
    expect(served.of("decline-accommodation").map(({ body }) => body)).toEqual([{}]);
    await close();
  });

  test("the overview leads to the other sessions of the same person", async () => {
    const service = api();
    const read = service.answers["read-session"]!;
    service.answers["read-session"] = async (asked) => ({ ...(await read(asked)), duplicates: ["ses_1"] });
    const { page, close } = await openConsole(browser, service, { at: "/sessions/ses_2/overview" });
    await page.getByRole("link", { name: "ses_1" }).click();
    await page.waitForURL(/sessions\/ses_1/);
    await close();
  });

  test("a lost link is replaced by one that is shown once", async () => {
    const { page, close } = await openConsole(browser, api(), { at: "/sessions/ses_2" });
    await page.getByText("More", { exact: true }).click();
    await page.getByRole("button", { name: "New link…" }).click();
    await page.getByRole("button", { name: "Make a new link" }).click();
    expect(await page.getByLabel("The candidate's link").inputValue()).toBe("https://assay.example/take/#new");
    await expectGoodLook(page, "new-link");
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await page.waitForFunction(() => document.activeElement?.textContent === "More");
    await close();
  });
});

describe("a network that is away", () => {
  test("is said in words; what was read stays, and can be read again", async () => {
    const { page, close } = await openConsole(browser, api(), { at: "/sessions" });
    await page.getByRole("link", { name: "Grace Sample" }).first().waitFor();
    await page.route("**/v1/**", (route) => route.abort());
    await page.getByLabel("Status").selectOption("decided");
    await page.getByText("The service can't be reached.").waitFor();
    await page.unroute("**/v1/**");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("No session fits").waitFor();
    expect(await page.getByText("The service can't be reached.").count()).toBe(0);
    await close();
  });
});

/** Ten thousand sessions, fifty at a time. */
const many = () =>
  new MockStaffApi({
    "list-sessions": ({ query }) => {
      const from = Number(query["cursor"] ?? 0);
      const data = Array.from({ length: Number(query["limit"]) }, (_, place) =>
        sessionView({
          id: `ses_${from + place}`,
          candidate: { name: `Candidate ${from + place}`, email: "c@example.org" },
        }),
      );
      return { data, next_cursor: from + 50 < 10_000 ? String(from + 50) : null };
    },
  });

describe("ten thousand sessions", () => {
  test("page without anything moving: the next page is there before it is asked for", async () => {
    const { page, close } = await openConsole(browser, many(), { at: "/sessions" });
    await page.getByRole("link", { name: "Candidate 49" }).waitFor();
    await page.evaluate(() => {
      const moved = { sum: 0 };
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) moved.sum += (entry as unknown as { value: number }).value;
      }).observe({ type: "layout-shift" });
    });
    const before = await page.locator("nav[aria-label=Pages]").boundingBox();
    for (let turn = 1; turn <= 20; turn += 1) {
      await page.getByRole("button", { name: "Next" }).click();
      await page.getByRole("link", { name: `Candidate ${turn * 50}`, exact: true }).waitFor();
    }
    expect(await page.locator("nav[aria-label=Pages]").boundingBox()).toEqual(before);
    expect(await page.evaluate(() => (window as unknown as { moved: { sum: number } }).moved.sum)).toBeLessThan(0.001);
    expect(await page.locator("tbody tr").count()).toBe(50);
    await page.getByRole("button", { name: "Previous" }).click();
    await page.getByText("Page 20").waitFor();
    await expectGoodLook(page, "sessions-many");
    await close();
  });
});

describe("a session", () => {
  test.each(LOOKS)("can be read by everybody, $width pixels wide, $scheme", async ({ width, scheme }) => {
    const { page, close } = await openConsole(browser, api(), { at: "/sessions/ses_2", width, scheme });
    await page.getByText("More", { exact: true }).waitFor();
    await page.getByText("May be started until").waitFor();
    await expectGoodLook(page, `session-${width}-${scheme}`);
    await page.getByText("More", { exact: true }).click();
    await expectGoodLook(page, `session-menu-${width}-${scheme}`);
    await page.getByRole("button", { name: "Cancel the session" }).click();
    await expectGoodLook(page, `session-cancel-${width}-${scheme}`);
    await close();
  });
});

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SCOPES } from "#shared/contracts/route.ts";
import { STANDARD_SETTINGS, settingsView } from "#shared/domain/company/settings.ts";
import type { AnswerOf } from "#web/console/api/types.ts";
import { openBrowser } from "../harness.ts";
import { expectGoodLook, LOOKS, openConsole } from "./console-harness.ts";
import { ADA, MockStaffApi, Refused } from "./mock-staff-api.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const at = "2026-11-20T09:30:00.000Z";

const keys = [
  { id: "key_1", label: "Nightly export", scopes: ["sessions:read", "results:read"], created_at: at, revoked_at: null },
  { id: "key_2", label: "Old ATS", scopes: ["ats:greenhouse"], created_at: at, revoked_at: "2026-11-21T10:00:00.000Z" },
];

const endpoint: AnswerOf<"read-webhook-endpoint"> = {
  id: "whe_1",
  url: "https://hooks.example.com/assay/events",
  events: ["session.*", "flag.raised"],
  description: "Into the data warehouse",
  enabled: true,
  disabled_reason: null,
  public_key_signature: false,
  created_at: at,
};

type Delivery = AnswerOf<"list-deliveries">["data"][number];

const attempt = { at, status: 500, duration_ms: 231, error: null, answer: "<h1>Oops</h1>", resend: false };
const deliveries: Delivery[] = [
  {
    ...{ id: "dlv_1", endpoint: "whe_1", state: "failed", created_at: at },
    event: { id: "evt_1", type: "session.scored", sequence: 12 },
    attempts: [attempt, { ...attempt, at: "2026-11-20T09:35:00.000Z", status: null, error: "timed_out", answer: null }],
  },
  {
    ...{ id: "dlv_2", endpoint: "whe_1", state: "delivered", created_at: at },
    event: { id: "evt_2", type: "session.created", sequence: 1 },
    attempts: [{ ...attempt, status: 204, answer: null }],
  },
];

function api() {
  const saved = settingsView(STANDARD_SETTINGS);
  const found = [...deliveries];
  const mock = new MockStaffApi({
    "list-api-keys": () => ({ data: keys }),
    "create-api-key": ({ body }) => ({ ...keys[0]!, ...body, key: "ask_0123456789abcdef0123456789abcdef" }),
    "revoke-api-key": () => ({}) as never,
    "list-webhook-endpoints": () => ({
      data: [endpoint, { ...endpoint, id: "whe_2", enabled: false, disabled_reason: "failing" as const }],
      next_cursor: null,
    }),
    "read-webhook-endpoint": () => endpoint,
    "create-webhook-endpoint": ({ body }) =>
      body.url.includes("10.0.0.1")
        ? new Refused(422, "address_refused", "Webhooks can't be sent to 10.0.0.1: it is a private address.")
        : { ...endpoint, ...body, secret: "whsec_c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0" },
    "change-webhook-endpoint": ({ body }) => ({ ...endpoint, ...body }),
    "rotate-webhook-secret": () => ({
      ...endpoint,
      secret: "whsec_bmV3",
      old_secret_until: "2026-11-24T09:00:00.000Z",
    }),
    "test-webhook-endpoint": () => {
      const event = { id: "evt_9", type: "ping", sequence: 3 };
      found.unshift({ ...deliveries[1]!, id: "dlv_9", event });
      return { event: "evt_9", type: "ping" };
    },
    "list-deliveries": () => ({ data: found, next_cursor: null }),
    "resend-delivery": () => deliveries[0]!,
    "recover-deliveries": () => ({ recovered: 3, next_since: null }),
    "read-settings": () => saved,
    "change-mail-settings": ({ body }) => {
      if (body.time_zone === "Nowhere") {
        const errors = [{ path: "body.time_zone", message: "must be a time zone such as Europe/Berlin" }];
        return new Refused(400, "invalid_request", "The body does not fit the operation.", { errors });
      }
      Object.assign(saved.mail, body);
      return saved;
    },
    "change-retention-settings": ({ body }) => ({ ...saved, retention: body }),
    "change-notices": ({ body }) => {
      if (body.privacy?.version === saved.notices.privacy.version) {
        const errors = [{ path: "body.privacy.version", message: "must be another one: the text is another one" }];
        return new Refused(400, "invalid_request", "The body does not fit the operation.", { errors });
      }
      Object.assign(saved.notices, body);
      return saved;
    },
    "change-report-settings": ({ body }) => ({ ...saved, report: { ...saved.report, ...body } }),
    "change-ats-settings": () => saved,
    "list-orders": () => ({
      data: [
        {
          ...{ id: "ord_1", ats: "greenhouse", round: 1, session: "ses_1", status: "scored", placed_at: at },
          ...{ canceled: false, told: { at, text: "complete" }, failed: { at, error: "answered 500" } },
        },
      ],
      next_cursor: null,
    }),
    "tell-order": () => new Refused(422, "not_connected", "Greenhouse is not connected: a credential is missing."),
    "list-staff": () => ({
      data: [
        { id: "per_ada", name: "Ada Example", roles: ["admin", "recruiter"], last_seen: at },
        { id: "per_bob", name: null, roles: ["interviewer"], last_seen: at },
      ],
      next_cursor: null,
    }),
  });
  mock.me = { ...ADA, scopes: [...SCOPES] };
  return mock;
}

const PLACES = [
  "keys",
  "webhooks",
  "webhooks/whe_1",
  "mail",
  "reports",
  "privacy",
  "ats",
  "ats/greenhouse",
  "ats/generic",
  "orders",
  "staff",
];

const settled = async (page: Page) => {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForFunction(() => !document.querySelector(".skeleton"));
};

describe("settings", () => {
  test.each(LOOKS)("can be read by everybody, $width pixels wide, $scheme", async ({ width, scheme }) => {
    const { page, close } = await openConsole(browser, api(), { at: "/settings/keys", width, scheme });
    for (const place of PLACES) {
      await page.evaluate((to) => {
        location.hash = to;
      }, `#/settings/${place}`);
      await page.waitForFunction(() => document.querySelector(".settings-place, .settings-form, .deliveries"));
      await settled(page);
      if (place === "webhooks/whe_1") await page.locator(".delivery").first().locator("summary").click();
      await expectGoodLook(page, `settings-${place.replace("/", "-")}-${width}-${scheme}`);
    }
    await close();
  });

  test("show each person what their roles may see", async () => {
    const recruiter = api();
    recruiter.me = { ...ADA, roles: ["recruiter"] };
    const { page, close } = await openConsole(browser, recruiter, { at: "/settings" });
    await page.waitForFunction(() => location.hash === "#/settings/webhooks");
    const places = page.getByRole("navigation", { name: "Settings" }).getByRole("link");
    expect(await places.allTextContents()).toEqual(["Webhooks", "ATS orders", "Staff"]);
    expect(await page.getByRole("button", { name: "Add an endpoint" }).count()).toBe(0);
    await close();
  });

  test("tell an auditor and let them change nothing", async () => {
    const auditor = api();
    auditor.me = { ...ADA, roles: ["auditor"] };
    const { page, close } = await openConsole(browser, auditor, { at: "/settings/mail" });
    await page.getByText("Administrators change these settings.").waitFor();
    expect(await page.getByLabel("Time zone").isDisabled()).toBe(true);
    await close();
  });
});

describe("API keys", () => {
  test.each(LOOKS)("are made with scopes explained and shown once, $width $scheme", async ({ width, scheme }) => {
    const { page, api: asked, close } = await openConsole(browser, api(), { at: "/settings/keys", width, scheme });
    await page.getByRole("button", { name: "Make a key" }).click();
    await page.getByLabel("What is it for?").fill("Job board");
    await page.getByLabel("sessions:write").check();
    await expectGoodLook(page, `settings-key-${width}-${scheme}`);
    await page.getByRole("button", { name: "Make the key" }).click();
    await page.getByText("ask_0123456789abcdef0123456789abcdef").waitFor();
    await expectGoodLook(page, `settings-key-made-${width}-${scheme}`);
    expect(asked.of("create-api-key")[0]!.body).toEqual({ label: "Job board", scopes: ["sessions:write"] });
    await page.getByRole("button", { name: "I have stored it" }).click();
    expect(await page.getByText("ask_0123456789abcdef0123456789abcdef").count()).toBe(0);
    await close();
  });

  test("are revoked after a question", async () => {
    const { page, api: asked, close } = await openConsole(browser, api(), { at: "/settings/keys" });
    await page.getByRole("button", { name: "Revoke Nightly export" }).click();
    expect(asked.of("revoke-api-key")).toEqual([]);
    await page.getByRole("button", { name: "Revoke the key" }).click();
    await page.getByText("The key “Nightly export” is revoked.").waitFor();
    expect(asked.of("revoke-api-key")[0]!.parameters).toEqual({ key: "key_1" });
    await close();
  });
});

describe("webhook endpoints", () => {
  test("are added with the events chosen; a refused address is said where it was asked", async () => {
    const { page, api: asked, close } = await openConsole(browser, api(), { at: "/settings/webhooks" });
    await page.getByRole("button", { name: "Add an endpoint" }).click();
    await page.getByLabel("Address").fill("https://10.0.0.1/hook");
    await page.getByLabel("Everything, also what later versions add").uncheck();
    await page.getByLabel("Sessions: all").check();
    await page.getByLabel("flag.raised").check();
    await expectGoodLook(page, "settings-endpoint-new");
    await page.getByRole("button", { name: "Add the endpoint" }).click();
    await page.getByText("it is a private address").waitFor();
    await page.getByLabel("Address").fill("https://hooks.example.com/x");
    await page.getByRole("button", { name: "Add the endpoint" }).click();
    await page.getByText("whsec_c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0").waitFor();
    expect(asked.of("create-webhook-endpoint").at(-1)!.body).toMatchObject({ events: ["session.*", "flag.raised"] });
    await close();
  });

  test("are tested, and the outcome is told", async () => {
    const { page, close } = await openConsole(browser, api(), { at: "/settings/webhooks/whe_1" });
    await page.getByRole("button", { name: "Send a test" }).click();
    await page.getByText("The ping arrived: answered 204 after 231 ms.").waitFor();
    await close();
  });

  test("show every attempt with its answer, and resend", async () => {
    const { page, api: asked, close } = await openConsole(browser, api(), { at: "/settings/webhooks/whe_1" });
    await page.getByText("session.scored").click();
    await page.getByText("<h1>Oops</h1>").waitFor();
    await page.getByText("no answer (timed out) after 231 ms.").waitFor();
    await page.getByRole("button", { name: "Send once more" }).first().click();
    await page.getByText("It is sent once more.").waitFor();
    expect(asked.of("resend-delivery")[0]!.parameters).toEqual({ delivery: "dlv_1" });
    await close();
  });

  test("replace their secret with a grace, and recover a range", async () => {
    const { page, api: asked, close } = await openConsole(browser, api(), { at: "/settings/webhooks/whe_1" });
    await page.getByRole("button", { name: "Replace the secret" }).click();
    await page.getByLabel("The old secret signs on for").selectOption("1");
    await page.getByRole("button", { name: "Replace it" }).click();
    await page.getByText("whsec_bmV3").waitFor();
    await page.getByText("signs beside it until 24 November 2026").waitFor();
    await page.getByRole("button", { name: "I have stored it" }).click();
    expect(asked.of("rotate-webhook-secret")[0]!.body).toEqual({ grace_hours: 1 });
    await page.getByRole("button", { name: "Recover" }).click();
    await page.getByRole("button", { name: "Send it again" }).click();
    await page.getByText("3 events are sent again.").waitFor();
    await close();
  });
});

describe("settings that are saved together", () => {
  test("say what is wrong at its field, guard what isn't saved, and save", async () => {
    const { page, api: asked, close } = await openConsole(browser, api(), { at: "/settings/mail" });
    await page.getByLabel("The company's name").fill("Example Ltd");
    await page.getByLabel("Time zone").fill("Nowhere");
    await page.getByRole("link", { name: "Reports" }).click();
    await page.getByRole("button", { name: "Stay" }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("must be a time zone such as Europe/Berlin").waitFor();
    expect(await page.getByLabel("Time zone").getAttribute("aria-invalid")).toBe("true");
    await page.getByLabel("Time zone").fill("Europe/Berlin");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("The mail settings are saved.").waitFor();
    await page.getByText("All saved.").waitFor();
    expect(asked.of("change-mail-settings").at(-1)!.body).toMatchObject({ company: "Example Ltd", staff: [] });
    await page.getByRole("link", { name: "Reports" }).click();
    await page.getByLabel("Days for which a link opens").waitFor();
    await close();
  });

  test("hold notices to a version for each text", async () => {
    const { page, api: asked, close } = await openConsole(browser, api(), { at: "/settings/privacy" });
    await page.getByLabel("Text").first().fill("We are **Example Ltd**.");
    await page.getByRole("button", { name: "Save" }).nth(1).click();
    await page.getByText("must be another one: the text is another one").waitFor();
    await page.getByLabel("Version").first().fill("2026-12");
    await page.getByRole("button", { name: "Save" }).nth(1).click();
    await page.getByText("The notice is saved.").waitFor();
    const privacy = { version: "2026-12", text: "We are **Example Ltd**." };
    expect(asked.of("change-notices").at(-1)!.body).toEqual({ privacy });
    await close();
  });

  test("of an ATS keep the stored credential unless another is typed", async () => {
    const { page, api: asked, close } = await openConsole(browser, api(), { at: "/settings/ats/greenhouse" });
    await page.getByLabel("Days in which an assessment may be started").fill("21");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Greenhouse: saved.").waitFor();
    const body = asked.of("change-ats-settings")[0]!.body;
    expect(body).toMatchObject({ expires_days: 21 });
    expect(body).not.toHaveProperty("credential");
    await close();
  });
});

test("an order that couldn't be told says why", async () => {
  const { page, close } = await openConsole(browser, api(), { at: "/settings/orders" });
  await page.getByRole("button", { name: "Tell again about ord_1" }).click();
  await page.getByText("Greenhouse is not connected: a credential is missing.").waitFor();
  await close();
});

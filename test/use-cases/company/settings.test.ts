import { describe, expect, test } from "vitest";
import { settingsRoutes } from "#shared/contracts/routes/settings.ts";
import { changeSettings } from "#shared/use-cases/company/change-settings.ts";
import { readSettings } from "#shared/use-cases/company/read-settings.ts";
import { desk } from "#test/builders/desk.ts";

const bodyOf = (operation: string) => {
  const route = settingsRoutes.find((each) => each.operation === operation)!;
  return "body" in route ? route.body : undefined;
};

describe("a company's settings", () => {
  test("are quiet until they are changed", async () => {
    const at = await desk();
    const settings = await readSettings(at)();
    expect(settings.mail.enabled).toBe(false);
    expect(Object.values(settings.ats).some(({ has_credential }) => has_credential)).toBe(false);
  });

  test("keep what a change doesn't name", async () => {
    const at = await desk();
    const change = changeSettings(at);
    await change({ mail: { enabled: true, company: "Example" }, actor: "key_1" });
    await change({ mail: { reminder_hours: null }, actor: "key_1" });
    await change({ ats: { name: "ashby", connection: { pass_mark: "60" } }, actor: "key_1" });
    const { mail, ats } = await readSettings(at)();
    expect(mail).toMatchObject({ enabled: true, company: "Example", reminder_hours: null, language: "en" });
    expect(ats.ashby).toMatchObject({ pass_mark: "60", base_url: "https://api.ashbyhq.com" });
  });

  test("never show a credential, and tell the journal which part was changed, not to what", async () => {
    const at = await desk();
    const view = await changeSettings(at)({
      ats: { name: "workable", connection: { credential: "token-4711" } },
      actor: "key_1",
    });
    expect(view.ats.workable.has_credential).toBe(true);
    const entries = await at.journal.read("org");
    expect(entries.map(({ kind, payload }) => [kind, payload])).toEqual([
      ["settings.changed", { part: "ats.workable", members: ["credential"] }],
    ]);
    expect(JSON.stringify([view, entries])).not.toContain("token-4711");
  });
});

describe("bodies of settings", () => {
  test.each([
    ["change-mail-settings", { time_zone: "Mars/Olympus" }],
    ["change-mail-settings", { language: "tlh" }],
    ["change-mail-settings", { staff: ["no address"] }],
    ["change-mail-settings", { colour: "red" }],
    ["change-report-settings", { days: 0 }],
    ["change-ats-settings", { credential: "two words\r\nx: y" }],
    ["change-ats-settings", { base_url: "https://api.example.com/path" }],
    ["change-ats-settings", { hosts: ["https://example.com"] }],
    ["change-ats-settings", { pass_mark: "many" }],
    ["change-ats-settings", { mapping: { key: "$..id" } }],
  ])("%s refuses %j", (operation, body) => {
    expect(bodyOf(operation)!.safeParse(body).success).toBe(false);
  });

  test("take everything that may be set", () => {
    const connection = {
      credential: null,
      base_url: "https://rc.example.com",
      hosts: ["example.com"],
      expires_days: 7,
    };
    expect(bodyOf("change-ats-settings")!.safeParse(connection).success).toBe(true);
    const mail = { enabled: true, language: "de", time_zone: "Europe/Berlin", reply_to: null, reminder_hours: 24 };
    expect(bodyOf("change-mail-settings")!.safeParse(mail).success).toBe(true);
  });
});

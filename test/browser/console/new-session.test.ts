import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sessionView } from "#test/builders/session-view.ts";
import { openBrowser } from "../harness.ts";
import { expectGoodLook, LOOKS, openConsole } from "./console-harness.ts";
import { type Asked, MockStaffApi, Refused } from "./mock-staff-api.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const DAY = "2026-03-01T09:00:00.000Z";
const listing = { id: "back-end-developer", version: 2, title: "Back-End Developer", digest: "d", published_at: DAY };
const sections = [
  { id: "reasoning", title: "Reasoning", minutes: "5", items: [{}, {}, {}] },
  { id: "code", title: "Code", minutes: "12.5", items: [{}] },
];

const create = ({ body }: Asked) => ({
  ...sessionView({ id: `ses_${body.candidate.email}`, candidate: body.candidate, status: "invited" }),
  url: `https://assay.example/take/#${body.candidate.email}`,
});

const api = () =>
  new MockStaffApi({
    "list-playbooks": () => ({ data: [{ ...listing, version: 1 }, listing], next_cursor: null }),
    "read-playbook": () => ({ playbook: { sections }, digest: "d", published_at: DAY, keys: false }),
    "create-session": create,
  });

describe("inviting one candidate", () => {
  test.each(LOOKS)("can be done by everybody, $width pixels wide, $scheme", async (look) => {
    const { page, api: served, close } = await openConsole(browser, api(), { at: "/sessions/new", ...look });
    await page.getByText("2 sections, 17 minutes 30 seconds in all").waitFor();
    await page.getByText("More: own data").click();
    await page.getByRole("button", { name: "Add a value" }).click();
    await expectGoodLook(page, `invite-one-${look.width}-${look.scheme}`);
    await page.getByLabel("Name", { exact: true }).first().fill("Grace Sample");
    await page.getByLabel("E-mail").fill("grace@example.org");
    await page.getByLabel("Extra time").selectOption("multiplier");
    await page.getByLabel("How many times").fill("1,5");
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    await page.getByRole("heading", { name: "Grace Sample is invited" }).waitFor();
    await expectGoodLook(page, `invited-${look.width}-${look.scheme}`);
    expect(await page.getByLabel("The candidate's link").inputValue()).toBe(
      "https://assay.example/take/#grace@example.org",
    );
    expect(served.of("create-session").map(({ body }) => body)).toEqual([
      {
        playbook: "back-end-developer@2",
        candidate: { name: "Grace Sample", email: "grace@example.org" },
        accommodation: { kind: "multiplier", factor: "1.5" },
      },
    ]);
    await close();
  });

  test("asks why somebody may take a playbook again too early, and says so to the service", async () => {
    const early = api();
    const sentence = "This person took the playbook 3 days ago.";
    early.answers["create-session"] = (asked) =>
      asked.body.override ? create(asked) : new Refused(409, "retake_too_early", sentence);
    const { page, close } = await openConsole(browser, early, { at: "/sessions/new" });
    await page.getByLabel("Name", { exact: true }).first().fill("Grace");
    await page.getByLabel("E-mail").fill("grace@example.org");
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    await page.getByText(sentence).waitFor();
    await page.getByLabel("Invite them all the same, because").fill("The first link was cut off.");
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    await page.getByRole("heading", { name: "Grace is invited" }).waitFor();
    expect(early.of("create-session").at(-1)?.body).toMatchObject({
      ...{ override: true, override_reason: "The first link was cut off." },
    });
    await close();
  });

  test("shows at the field what the service has against it, and keeps what was typed", async () => {
    const refusing = api();
    const errors = [{ path: "candidate.email", message: "must be an e-mail address" }];
    refusing.answers["create-session"] = () => new Refused(400, "invalid_request", "The body doesn't fit.", { errors });
    const { page, close } = await openConsole(browser, refusing, { at: "/sessions/new" });
    await page.getByLabel("Name", { exact: true }).first().fill("Grace");
    await page.getByLabel("E-mail").fill("grace@localhost");
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    await page.getByText("must be an e-mail address").waitFor();
    expect(await page.getByLabel("E-mail").getAttribute("aria-invalid")).toBe("true");
    expect(await page.getByLabel("E-mail").inputValue()).toBe("grace@localhost");
    await close();
  });
});

const FILE = `name;email;job\nAda;ada@example.org;REQ-1\nBob;nobody;REQ-1\n\n"Cem ""C."" Sample";cem@example.org;\n=SUM(A1);dora@example.org;\n`;
const csv = (text: string) => ({ name: "fair.csv", mimeType: "text/csv", buffer: Buffer.from(`\uFEFF${text}`) });

describe("inviting many by a file", () => {
  test.each(LOOKS)("shows line by line what will happen, $width pixels wide, $scheme", async (look) => {
    const { page, close } = await openConsole(browser, api(), { at: "/sessions/new/many", ...look });
    await page.getByText("2 sections").waitFor();
    await page.getByText("The columns").click();
    await page.getByLabel("Choose a file").setInputFiles(csv(FILE));
    await page.getByRole("heading", { name: "3 lines ready, 1 to mend" }).waitFor();
    await page.getByText("This is no e-mail address.").waitFor();
    await expectGoodLook(page, `invite-many-${look.width}-${look.scheme}`);
    await close();
  });

  test("invites, tells of lines that are refused, goes on after a failure, and gives the links", async () => {
    const served = api();
    let broken = true;
    served.answers["create-session"] = (asked) => {
      const { email } = asked.body.candidate;
      if (email.startsWith("cem")) return new Refused(403, "forbidden", "You may invite for your own jobs alone.");
      if (email.startsWith("dora") && broken) return new Refused(503, "unavailable", "Short of something.");
      return create(asked);
    };
    const { page, close } = await openConsole(browser, served, { at: "/sessions/new/many" });
    await page.getByText("2 sections").waitFor();
    await page.getByLabel("Choose a file").setInputFiles(csv(FILE));
    await page.getByRole("button", { name: "Invite 3 candidates" }).click();
    await page.getByText("Short of something.").waitFor();
    broken = false;
    await page.getByRole("button", { name: "Go on with 1 line" }).click();
    await page.getByText("3 of 3 lines are done.").waitFor();
    await page.getByText("You may invite for your own jobs alone.").waitFor();
    await expectGoodLook(page, "invited-many");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download the links" }).click(),
    ]);
    const lines = (await readFile(await download.path(), "utf8")).split("\r\n");
    expect(lines[1]).toBe("Ada,ada@example.org,ses_ada@example.org,https://assay.example/take/#ada@example.org,");
    expect(lines[2]).toContain("This is no e-mail address.");
    expect(lines[4]).toContain("'=SUM(A1)");
    const keys = served.of("create-session").map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
    await close();
  });

  test("offers a template that it takes itself", async () => {
    const { page, close } = await openConsole(browser, api(), { at: "/sessions/new/many" });
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download a template" }).click(),
    ]);
    await page.getByLabel("Choose a file").setInputFiles(await download.path());
    await page.getByRole("heading", { name: "1 line ready, 0 to mend" }).waitFor();
    await close();
  });
});

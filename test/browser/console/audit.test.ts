import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { judgedSession } from "#test/builders/judged-session.ts";
import { openBrowser } from "../harness.ts";
import { expectGoodLook, LOOKS, openConsole } from "./console-harness.ts";
import { type Answers, MockStaffApi } from "./mock-staff-api.ts";
import { officeAnswers } from "./office-answers.ts";

let browser: Browser;
let told: Awaited<ReturnType<typeof judgedSession>>;
beforeAll(async () => {
  browser = await openBrowser();
  told = await judgedSession();
});
afterAll(() => browser.close());

type More = { width?: number; scheme?: "light" | "dark"; answers?: Answers; roles?: ("admin" | "recruiter")[] };

async function openAudit({ answers, roles = ["admin"], ...look }: More = {}) {
  const api = new MockStaffApi({ ...officeAnswers(told, "per_ada"), ...answers });
  api.me = { ...api.me, roles };
  const opened = await openConsole(browser, api, { at: `/sessions/${told.session}/audit`, ...look });
  await opened.page.locator(".log-entry").first().waitFor();
  return opened;
}

const entries = async () => (await told.person("per_ada")("read-audit", { session: told.session })).body;

describe("the audit trail", () => {
  test.each(LOOKS)("can be read by everybody, $width pixels wide, $scheme", async (look) => {
    const { page, close } = await openAudit(look);
    await page.getByRole("button", { name: "Verify" }).click();
    await page.getByRole("heading", { name: "Verified" }).waitFor();
    await page.getByText("As it stands").first().click();
    await page.getByText('"session.created"').waitFor();
    await expectGoodLook(page, `audit-${look.width}-${look.scheme}`);
    await close();
  });

  test("is verified in the browser, grades and scores computed again", async () => {
    const { page, close } = await openAudit();
    await page.getByRole("button", { name: "Verify" }).click();
    await page.getByText("8 grades and 1 results came out the same, to the byte.").waitFor();
    expect(await page.getByText("Self-asserted key").count()).toBe(0);
    await close();
  });

  test("is not verified where a single answer was changed afterwards", async () => {
    const { body } = await told.person("per_ada")("export-bundle", { session: told.session });
    const forged = structuredClone(body);
    forged.journal.find(({ kind }: { kind: string }) => kind === "answer.saved").payload.value = "3";
    const { page, close } = await openAudit({ answers: { "export-bundle": () => forged } });
    await page.getByRole("button", { name: "Verify" }).click();
    await page.getByRole("heading", { name: /^Not verified/ }).waitFor();
    await close();
  });

  test("says of erased entries that they were", async () => {
    const page = await entries();
    const [{ payload: _, salt: __, ...erased }, ...rest] = page.data;
    const opened = await openAudit({ answers: { "read-audit": () => ({ ...page, data: [erased, ...rest] }) } });
    expect(await opened.page.locator(".log-entry").first().textContent()).toContain("what it said was erased");
    await opened.close();
  });

  test("finds what is looked for, in the words that are shown", async () => {
    const { page, close } = await openAudit();
    await page.getByLabel("Find in the log").fill("computed result");
    await page.getByText(/^1 of \d+ entries$/).waitFor();
    expect(await page.locator(".log-entry").count()).toBe(1);
    await close();
  });

  test("gives the signed bundle as a file", async () => {
    const { page, close } = await openAudit();
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export the bundle" }).click();
    expect((await coming).suggestedFilename()).toBe(`${told.session}.assay-bundle.json`);
    await close();
  });

  test("says who may export the bundle to whom that isn't given", async () => {
    const { page, close } = await openAudit({ roles: ["recruiter"] });
    await page.getByText("takes the role auditor or admin").waitFor();
    expect(await page.getByRole("button", { name: "Verify" }).count()).toBe(0);
    await close();
  });
});

describe("the organisation's log", () => {
  test.each(LOOKS)("says who did what, and leads to the session, $width pixels wide, $scheme", async (look) => {
    await told.person("per_ada")("read-result", { session: told.session });
    const api = new MockStaffApi({ ...officeAnswers(told, "per_ada") });
    api.me = { ...api.me, roles: ["admin"] };
    const { page, close } = await openConsole(browser, api, { at: "/audit", ...look });
    const opened = page.getByRole("row", { name: /opened the result of/ }).first();
    await opened.waitFor();
    expect(await opened.getByRole("link").getAttribute("href")).toBe(`#/sessions/${told.session}`);
    await expectGoodLook(page, `organisation-${look.width}-${look.scheme}`);
    await close();
  });
});

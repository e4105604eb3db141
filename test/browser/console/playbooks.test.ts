import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { resolvePlaybook } from "#scripts/playbook/load.ts";
import { candidateItem } from "#shared/domain/grading/candidate-sides.ts";
import { playbookChanges } from "#shared/domain/playbook/diff/playbook-changes.ts";
import { withoutKeys } from "#shared/domain/playbook/keyless.ts";
import { openBrowser } from "../harness.ts";
import { expectGoodLook, LOOKS, openConsole } from "./console-harness.ts";
import { ADA, MockStaffApi } from "./mock-staff-api.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const first = resolvePlaybook("back-end-developer").authored;
const second = structuredClone(first);
second.version = 2;
second.categories[0]!.weight = "45";
second.categories[1]!.weight = "10";
second.summary = `${first.summary} Now with a little more weight on technical skills than there was before.`;
Object.assign(second.sections[0]!.items[1]!, {
  prompt: "What comes after 3, 6, 12, 24, each step the same operation?",
});

const published_at = "2026-11-02T09:00:00.000Z";
const listing = (version: number) => ({
  ...{ id: first.id, version, title: first.title, digest: "5d41".repeat(16), published_at },
});

function api(keys = true) {
  return new MockStaffApi({
    "list-playbooks": () => ({ data: [listing(2), listing(1)], next_cursor: null }),
    "read-playbook": () => ({
      playbook: { ...(keys ? first : withoutKeys(first, candidateItem)) } as never,
      digest: "5d41".repeat(16),
      published_at,
      keys,
    }),
    "compare-playbooks": () => ({
      playbook: "back-end-developer@2",
      against: "back-end-developer@1",
      changes: playbookChanges(first, second),
    }),
    "check-playbook": ({ body }) =>
      body.title
        ? { valid: true, violations: [] }
        : { valid: false, violations: [{ path: "title", message: "title is missing", remedy: "name the role" }] },
    "publish-playbook": ({ body }) => ({ ...listing(body.version), id: body.id }),
  });
}

describe("playbooks", () => {
  test.each(LOOKS)("can be read by everybody, $width pixels wide, $scheme", async ({ width, scheme }) => {
    const { page, close } = await openConsole(browser, api(), { at: "/playbooks", width, scheme });
    await page.getByRole("link", { name: "Back-End Developer" }).waitFor();
    await expectGoodLook(page, `playbooks-${width}-${scheme}`);
    for (const view of ["", "/blueprint", "/items", "/interview", "/rules", "/source", "/versions"]) {
      await page.evaluate((to) => {
        location.hash = to;
      }, `#/playbooks/back-end-developer${view}`);
      await page.locator(".book").waitFor();
      await page.waitForFunction(
        (at) => document.querySelector(`.sub-navigation a[aria-current]`)?.getAttribute("href") === at,
        `#/playbooks/back-end-developer${view}`,
      );
      await expectGoodLook(page, `playbook${view.replace("/", "-")}-${width}-${scheme}`);
    }
    await page.getByRole("link", { name: "What changed against 1" }).click();
    await page.getByRole("heading", { name: "Can move results" }).waitFor();
    await expectGoodLook(page, `playbook-changes-${width}-${scheme}`);
    await close();
  });

  test("show keys to those who may know them, and tell others who may", async () => {
    const at = "/playbooks/back-end-developer/items";
    const withKeys = await openConsole(browser, api(), { at });
    await withKeys.page.getByText("exactly, unit optional (server), also as a word").waitFor();
    await withKeys.close();
    const without = api(false);
    without.me = { ...ADA, roles: ["recruiter"] };
    const { page, close } = await openConsole(browser, without, { at });
    await page.getByText("Keys and rubrics are shown to authors").waitFor();
    expect(await page.locator(".item-key").count()).toBe(0);
    await close();
  });

  test("say what a change means, in words and by what it can lead to", async () => {
    const { page, close } = await openConsole(browser, api(), {
      at: "/playbooks/back-end-developer@2/changes?against=1",
    });
    await page.getByText("4 changes: 2 can move results, 2 noticed by candidates.").waitFor();
    await page.getByText('The category "Technical Skills" makes up 45 % of the score instead of 40 %.').waitFor();
    await close();
  });
});

describe("publishing", () => {
  const box = "Playbook as YAML or JSON";

  test.each(LOOKS)("shows what is wrong, $width pixels wide, $scheme", async ({ width, scheme }) => {
    const { page, close } = await openConsole(browser, api(), { at: "/playbooks/publish", width, scheme });
    await page.getByLabel(box).fill("id: nurse\nversion: 1\n");
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByRole("heading", { name: "1 thing to repair" }).waitFor();
    await page.getByText("What helps: name the role.").waitFor();
    await expectGoodLook(page, `playbook-publish-${width}-${scheme}`);
    await close();
  });

  test("checks, asks, publishes, and leads to the version", async () => {
    const { page, api: asked, close } = await openConsole(browser, api(), { at: "/playbooks/publish" });
    await page.getByLabel(box).fill("id: nurse\nversion: 1\ntitle: Nurse\npoints: 1.50\n");
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByRole("button", { name: "Publish nurse@1" }).click();
    expect(asked.of("publish-playbook")).toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
    await page.waitForFunction(() => location.hash === "#/playbooks/nurse@1/versions");
    expect(asked.of("publish-playbook")[0]!.body).toEqual({ id: "nurse", version: 1, title: "Nurse", points: "1.50" });
    await close();
  });

  test("doesn't offer a version that is published already", async () => {
    const { page, close } = await openConsole(browser, api(), { at: "/playbooks/publish" });
    await page.getByLabel(box).fill("id: back-end-developer\nversion: 2\ntitle: Again\n");
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByText("is published already and never changes").waitFor();
    expect(await page.getByRole("button", { name: "Publish back-end-developer@2" }).count()).toBe(0);
    await close();
  });

  test("asks before what was pasted is left", async () => {
    const { page, close } = await openConsole(browser, api(), { at: "/playbooks/publish" });
    await page.getByLabel(box).fill("id: nurse\n");
    const crumb = page.getByRole("navigation", { name: "Where this is" }).getByRole("link", { name: "Playbooks" });
    await crumb.click();
    await page.getByRole("button", { name: "Stay" }).click();
    expect(await page.getByLabel(box).inputValue()).toBe("id: nurse\n");
    await crumb.click();
    await page.getByRole("button", { name: "Leave" }).click();
    await page.getByRole("heading", { level: 1, name: "Playbooks" }).waitFor();
    await close();
  });

  test("is for authors, and says so to others", async () => {
    const recruiter = api();
    recruiter.me = { ...ADA, roles: ["recruiter"] };
    const { page, close } = await openConsole(browser, recruiter, { at: "/playbooks/publish" });
    await page.getByText("Authors publish playbooks").waitFor();
    await close();
  });
});

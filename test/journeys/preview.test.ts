import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Preview, startPreview } from "#scripts/playbook/preview/server.ts";
import { localSandbox } from "#scripts/playbook/sandbox.ts";
import type { TakeView } from "#shared/contracts/shapes/take.ts";
import type { Result } from "#shared/domain/scoring/result.ts";
import { folderWith } from "#test/builders/sources.ts";

const EXAMPLE = fileURLToPath(new URL("../../docs/guides/examples/bookkeeper", import.meta.url));
const { folder, remove } = folderWith({});
const file = join(folder, "playbook.yaml");
const scored = Promise.withResolvers<Result>();
let preview: Preview;

beforeAll(async () => {
  cpSync(EXAMPLE, folder, { recursive: true });
  preview = await startPreview({
    folder,
    port: 0,
    sandbox: localSandbox(),
    scored: scored.resolve,
    report: () => undefined,
  });
});
afterAll(async () => {
  await preview.close();
  remove();
});

const locationOf = async (path: string): Promise<string> =>
  (await fetch(preview.url + path, { redirect: "manual" })).headers.get("location")!;

async function take(path: string, method = "GET", body?: object) {
  const token = (await locationOf("/")).split("#")[1];
  const response = await fetch(`${preview.url}/v1/take${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  return (await response.json()) as TakeView;
}

/** Changes the playbook, and waits until open pages are told where to go. */
async function edit(change: (text: string) => string): Promise<string> {
  const events = (await fetch(`${preview.url}/preview/events`)).body!.pipeThrough(new TextDecoderStream()).getReader();
  await events.read();
  writeFileSync(file, change(readFileSync(file, "utf8")));
  const { value = "" } = await events.read();
  await events.cancel();
  return value.slice("data: ".length).trim();
}

describe("a preview", () => {
  test("serves the candidate's page, which follows the playbook", async () => {
    const page = await (await fetch(`${preview.url}/take/`)).text();
    expect(page).toContain("/preview/reload.js");
    expect(await (await fetch(`${preview.url}/preview/reload.js`)).text()).toContain("/preview/events");
    expect(await take("")).toMatchObject({ status: "invited", playbook: { title: "Bookkeeper" } });
  });

  test("goes on where the author was when a file changes", async () => {
    await take("/start", "POST", { consent: true });
    await take("/sections/postings/begin", "POST", {});
    await take("/answers/tax", "PUT", { value: "38", revision: 0 });
    const address = await edit((text) => text.replace("How much is the tax", "How large is the tax"));
    expect(address).toBe(await locationOf("/"));
    const { current } = await take("");
    expect(current).toMatchObject({ section: "postings", answers: { tax: { value: "38", revision: 1 } } });
    expect(JSON.stringify(current)).toContain("How large is the tax");
  });

  test("shows what is wrong with file and line, and goes on once it is right", async () => {
    const address = await edit((text) => text.replace("minutes: 8", "minutes: 9"));
    expect(address).toMatch(/^\/preview\/violations\?/);
    const page = await (await fetch(preview.url + address)).text();
    expect(page).toMatch(/playbook\.yaml:\d+/);
    expect(page).toContain("minutes");
    expect(await edit((text) => text.replace("minutes: 9", "minutes: 8"))).toMatch(/^\/take\/#/);
    expect((await take("")).current?.section).toBe("postings");
  });

  test("shows broken syntax instead of ending", async () => {
    expect(await edit((text) => `${text}\n: [`)).toMatch(/^\/preview\/violations\?/);
    await edit((text) => text.replace("\n: [", ""));
  });

  test("grades and scores what was taken to its end", async () => {
    await take("/sections/postings/submit", "POST", {});
    await take("/sections/conduct/begin", "POST", {});
    await take("/sections/conduct/submit", "POST", {});
    const { items } = await scored.promise;
    expect(items.map(({ id, points }) => [id, points])).toEqual([
      ["tax", "2"],
      ["month-end", "0"],
      ["cash-request", "0"],
    ]);
  });

  test("begins again when asked", async () => {
    await fetch(`${preview.url}/restart`, { redirect: "manual" });
    expect((await take("")).status).toBe("invited");
  });
});

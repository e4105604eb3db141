import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, normalize } from "node:path";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as launcher, type Page } from "playwright-core";
import { buildSite } from "#web/build.ts";
import { contentSecurityPolicy } from "#web/content-security-policy.ts";
import { MockApi } from "./mock-api.ts";

/** Fit for Lambda only: in one process the browser ends with its first context. */
const ONE_PROCESS = new Set(["--single-process", "--no-zygote"]);

export async function openBrowser(): Promise<Browser> {
  const args = chromium.args.filter((arg) => !ONE_PROCESS.has(arg));
  return launcher.launch({ executablePath: await chromium.executablePath(), args, headless: true });
}

export type Harness = { api: MockApi; link: string; address: string; close: () => Promise<void> };

/** The built page beside a mocked API on one origin, under the policy it is deployed with. */
export async function openPage(api: MockApi = new MockApi()): Promise<Harness> {
  const folder = join(tmpdir(), "assay-page");
  await built(folder);
  const server = createServer(async (request, response) => {
    try {
      if (request.url?.startsWith("/v1/")) await answer(api, request, response);
      else await sendFile(folder, request.url ?? "/", response);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { api, address, link: `${address}/take/#ses_mock.secret`, close };
}

let building: Promise<unknown> | undefined;
const built = (folder: string) => (building ??= buildSite({ outDir: folder, minify: true }));

async function answer(api: MockApi, request: import("node:http").IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const { status, body } = await api.handle(request, text ? JSON.parse(text) : undefined);
  const date = new Date(api.now()).toUTCString();
  response.sendDate = false;
  response.writeHead(status, { "content-type": "application/json", date }).end(JSON.stringify(body));
}

const TYPES: { [ending: string]: string } = { html: "text/html", js: "text/javascript", css: "text/css" };

async function sendFile(folder: string, url: string, response: ServerResponse) {
  const path = normalize(url.split("?")[0] ?? "/").replace(/\/$/, "/index.html");
  const body = await readFile(join(folder, path)).catch(() => undefined);
  if (!body) return response.writeHead(404).end();
  const type = TYPES[path.split(".").at(-1) ?? ""] ?? "application/octet-stream";
  response.writeHead(200, { "content-type": type, "content-security-policy": contentSecurityPolicy({ header: true }) });
  return response.end(body);
}

/** Waits until nothing on the page fades or moves any more: colours in between are nobody's. */
export const stillness = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });

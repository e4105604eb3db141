import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join, normalize } from "node:path";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as launcher, type Page } from "playwright-core";
import { contentSecurityPolicy } from "#web/content-security-policy.ts";
import { MockApi, type Reply } from "./mock-api.ts";
import { SITE } from "./site.ts";

/** Fit for Lambda only: in one process the browser ends with its first context. */
const ONE_PROCESS = new Set(["--single-process", "--no-zygote"]);

export async function openBrowser(): Promise<Browser> {
  const args = chromium.args.filter((arg) => !ONE_PROCESS.has(arg));
  return launcher.launch({ executablePath: await chromium.executablePath(), args, headless: true });
}

/** What answers instead of the service. */
type Api = {
  handle(request: IncomingMessage, body: unknown): Promise<Reply>;
  now(): number;
};

type Site = { address: string; close: () => Promise<void> };
export type Harness = Site & { api: MockApi; link: string };

/** The candidate's page beside a mocked API. */
export async function openPage(api: MockApi = new MockApi()): Promise<Harness> {
  const site = await openSite(api);
  return { ...site, api, link: `${site.address}/take/#ses_mock.secret` };
}

/** The built pages beside an API on one origin, under the policy they are deployed with. */
export async function openSite(api: Api): Promise<Site> {
  const server = createServer(async (request, response) => {
    try {
      if (/^\/(v1|issuer|\.well-known)\//.test(request.url ?? "")) await answer(api, request, response);
      else await sendFile(request, response);
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
  return { address, close };
}

async function answer(api: Api, request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const isJson = request.headers["content-type"]?.includes("json");
  const { status, body, headers } = await api.handle(request, isJson && text ? JSON.parse(text) : text);
  const date = new Date(api.now()).toUTCString();
  response.sendDate = false;
  response.writeHead(status, { "content-type": "application/json", date, ...headers }).end(JSON.stringify(body));
}

const TYPES: { [ending: string]: string } = {
  html: "text/html",
  js: "text/javascript",
  css: "text/css",
  json: "application/json",
};

async function sendFile(request: IncomingMessage, response: ServerResponse) {
  const path = normalize(request.url?.split("?")[0] ?? "/").replace(/\/$/, "/index.html");
  const body = await readFile(join(SITE, path)).catch(() => undefined);
  if (!body) return response.writeHead(404).end();
  const type = TYPES[path.split(".").at(-1) ?? ""] ?? "application/octet-stream";
  const connect = path.startsWith("/console/") ? [issuerOrigin(request)] : [];
  const policy = contentSecurityPolicy({ header: true, connect });
  response.writeHead(200, { "content-type": type, "content-security-policy": policy });
  return response.end(body);
}

/** Where the mocked issuer is: on another origin than the pages, by another name of this machine. */
export const issuerOrigin = (request: IncomingMessage): string => `http://localhost:${request.socket.localPort}`;

/** Waits until nothing on the page fades or moves any more: colours in between are nobody's. */
export const stillness = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });

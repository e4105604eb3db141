import { watch } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { systemIdentity } from "#shared/adapters/system/identity.ts";
import type { Result } from "#shared/domain/scoring/result.ts";
import type { Sandbox } from "#shared/ports/sandbox.ts";
import { createSite } from "../../local/http/site.ts";
import { listen } from "../../local/listen.ts";
import { buildPages } from "./pages.ts";
import { openShow, type Scene, type Show } from "./show.ts";
import { answerTake } from "./take-api.ts";
import { violationsPage } from "./violations-page.ts";

export type PreviewOptions = {
  folder: string;
  /** 0 takes any free one. */
  port: number;
  sandbox: Sandbox;
  /** Told of the result of a session that was taken to its end. */
  scored: (result: Result) => void;
  /** Told, in a sentence, of everything else that happens. */
  report: (sentence: string) => void;
};

export type Preview = { url: string; close(): Promise<void> };

/** Editors write a file in several steps. */
const SETTLING = 120;

/** Serves the candidate's page of the playbook in a folder, and shows it anew whenever a file in there changes. */
export async function startPreview({ folder, port, sandbox, scored, report }: PreviewOptions): Promise<Preview> {
  const pages = await buildPages();
  const server = await listen(port, report);
  const failed = (error: unknown) => report(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const show = await openShow(folder, { sandbox, siteUrl: server.url, scored, failed });
  const audience = createAudience();
  let last: Promise<void> = Promise.resolve();
  const change = (next: () => Promise<Scene>): Promise<void> => {
    last = last.then(async () => {
      const scene = await next();
      if ("violations" in scene) report(`${scene.violations.length} violation(s), shown in the browser.`);
      audience.tell(addressOf(scene));
    }, failed);
    return last;
  };
  server.open(handlerOf({ show, audience, folder: pages.folder, restart: () => change(show.restart) }));
  const stopWatching = watchFolder(folder, () => void change(show.reload).catch(failed));
  const close = async () => {
    stopWatching();
    await server.close();
    await pages.remove();
  };
  return { url: server.url, close };
}

function watchFolder(folder: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(changed, SETTLING);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

/** Where a scene is to be seen: the path after the server's address. */
const addressOf = (scene: Scene): string =>
  "world" in scene
    ? scene.world.link.slice(scene.world.link.indexOf("/take/"))
    : `/preview/violations?${digestOf(scene)}`;

/** Other violations are another address, so that an open page knows that it is old. */
const digestOf = ({ violations }: { violations: object[] }): string =>
  encodeURIComponent(systemIdentity.digest(JSON.stringify(violations)).slice(0, 12));

type Audience = { join(response: ServerResponse, address: string): void; tell(address: string): void };

/** The open pages, each told where it should be. */
function createAudience(): Audience {
  const pages = new Set<ServerResponse>();
  const message = (address: string) => `data: ${address}\n\n`;
  return {
    join: (response, address) => {
      pages.add(response);
      response.on("close", () => pages.delete(response));
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write(message(address));
    },
    tell: (address) => {
      for (const page of pages) page.write(message(address));
    },
  };
}

type Stage = { show: Show; audience: Audience; folder: string; restart: () => Promise<void> };

function handlerOf({ show, audience, folder, restart }: Stage) {
  const site = createSite({ "/": folder });
  return async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(message.url ?? "/", "http://local");
    const scene = show.now();
    if (pathname === "/preview/events") return audience.join(response, addressOf(scene));
    if (pathname === "/restart") await restart();
    if (pathname === "/" || pathname === "/restart") return redirect(response, addressOf(show.now()));
    if (pathname === "/preview/violations") return sendViolations(response, scene);
    if (pathname.startsWith("/v1/") && "world" in scene) return answerTake(scene.world, message, response);
    return site.handle(message, response, {});
  };
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location, "cache-control": "no-store" }).end();
}

function sendViolations(response: ServerResponse, scene: Scene): void {
  if ("world" in scene) {
    redirect(response, addressOf(scene));
    return;
  }
  const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
  response.writeHead(200, headers).end(violationsPage(scene.violations));
}

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { pipeline } from "node:stream/promises";

const MEDIA_TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

/** Folders of a static site by path prefix, the longest prefix first in the search: `{"/": "…", "/console": "…"}`. */
export type SiteFolders = Record<string, string>;

export type Site = {
  /** Answers with a file, or 404. */
  handle(message: IncomingMessage, response: ServerResponse, headers: Record<string, string>): Promise<void>;
};

/** A static site as a bucket behind a distribution serves it; a path like a folder's gives its `index.html`. */
export function createSite(folders: SiteFolders): Site {
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);
  return {
    handle: async (message, response, headers) => {
      if (message.method !== "GET" && message.method !== "HEAD") return refuse(response, 405, headers);
      const path = decodedPath(message);
      const prefix = prefixes.find((each) => path !== undefined && isUnder(path, each));
      const file = path && prefix && (await findFile(folders[prefix]!, path.slice(prefix.replace(/\/$/, "").length)));
      if (!file) return refuse(response, 404, headers);
      await sendFile({ message, response }, file, headers);
    },
  };
}

function decodedPath(message: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(new URL(message.url ?? "/", "http://local").pathname);
  } catch {
    return undefined; // a malformed escape names no file
  }
}

function isUnder(path: string, prefix: string): boolean {
  return prefix === "/" || path === prefix || path.startsWith(prefix.endsWith("/") ? prefix : `${prefix}/`);
}

async function findFile(folder: string, path: string): Promise<string | undefined> {
  const root = normalize(folder);
  const wanted = normalize(join(root, path));
  if (wanted !== root && !wanted.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined;
  for (const candidate of [wanted, join(wanted, "index.html")]) {
    const found = await stat(candidate).catch(() => undefined);
    if (found?.isFile()) return candidate;
  }
  return undefined;
}

type Exchange = { message: IncomingMessage; response: ServerResponse };

async function sendFile({ message, response }: Exchange, file: string, headers: Record<string, string>): Promise<void> {
  const { size, mtimeMs } = await stat(file);
  const etag = `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`;
  const common = { ...headers, etag, "cache-control": "no-cache" };
  if (message.headers["if-none-match"] === etag) {
    response.writeHead(304, common).end();
    return;
  }
  const type = MEDIA_TYPES[extname(file)] ?? "application/octet-stream";
  response.writeHead(200, { ...common, "content-type": type, "content-length": String(size) });
  if (message.method === "HEAD") response.end();
  else await pipeline(createReadStream(file), response);
}

function refuse(response: ServerResponse, status: 404 | 405, headers: Record<string, string>): void {
  const text = status === 404 ? "Not Found" : "Method Not Allowed";
  response.writeHead(status, { ...headers, "content-type": "text/plain; charset=utf-8" }).end(`${text}\n`);
}

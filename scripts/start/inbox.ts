import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { inboxPage } from "./inbox-page.ts";
import { readMail, readMails } from "./mails.ts";

/** A webhook as it arrived, and whether its signature held. */
export type Message = {
  received_at: string;
  headers: { [name: string]: string };
  body: string;
  verified: boolean;
  problem: string | null;
};

export type Inbox = {
  /** The page that shows what arrived. */
  url: string;
  /** Where webhooks are sent. */
  hookUrl: string;
  /** The endpoint's secret: what arrives from now on is verified with it. */
  trust: (secret: string) => void;
};

const SIGNED_HEADERS = ["webhook-id", "webhook-timestamp", "webhook-signature"];
const MAXIMUM_BYTES = 64 * 1024;

/** For pages that hold text from outside: nothing is run and nothing is loaded. */
const PAGE_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
};

type InboxOptions = {
  port: number;
  /** Where webhooks are kept. */
  file: string;
  /** Where mails are put that would otherwise be sent. */
  mailFolder: string;
};

/**
 * A receiver of webhooks and a letter-box for this machine: keeps what arrives in a file, verifies it as a company's receiver would
 * (with the public `standardwebhooks` package) and shows it on a page. Takes another port where `port` is in use.
 */
export async function startInbox({ port, file, mailFolder }: InboxOptions): Promise<Inbox> {
  let secret: string | undefined;
  const messages: Message[] = existsSync(file) ? readMessages(file) : [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://inbox").pathname;
    if (request.method === "POST") {
      const message = await receive(request, secret);
      messages.push(message);
      appendFileSync(file, `${JSON.stringify(message)}\n`);
      response.writeHead(message.verified ? 204 : 400).end();
    } else if (path === "/messages" || path === "/mails") {
      const data = path === "/mails" ? readMails(mailFolder) : messages;
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ data }));
    } else if (path.startsWith("/mail/")) {
      const mail = readMail(mailFolder, path.slice("/mail/".length));
      response.writeHead(mail ? 200 : 404, PAGE_HEADERS).end(mail?.html ?? "");
    } else {
      response.writeHead(200, PAGE_HEADERS).end(inboxPage(messages, readMails(mailFolder)));
    }
  });
  server.unref();
  const url = await listen(server, port);
  return {
    url,
    hookUrl: `${url}hook`,
    trust: (given) => {
      secret = given;
    },
  };
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<string> {
  const attempt = (candidate: number) =>
    new Promise<void>((resolve, reject) => {
      server.once("error", reject).listen(candidate, "127.0.0.1", resolve);
    });
  await attempt(port).catch(() => attempt(0));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** Lines that a crash cut short are left out. */
function readMessages(file: string): Message[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.endsWith("}"))
    .map((line) => JSON.parse(line));
}

async function receive(request: IncomingMessage, secret: string | undefined): Promise<Message> {
  const body = await bodyOf(request);
  const headers = Object.fromEntries(SIGNED_HEADERS.map((name) => [name, String(request.headers[name] ?? "")]));
  const problem = verify(secret, body, headers);
  return { received_at: new Date().toISOString(), headers, body, verified: problem === null, problem };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= MAXIMUM_BYTES) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function verify(secret: string | undefined, body: string, headers: { [name: string]: string }): string | null {
  if (!secret) return "The inbox doesn't know the endpoint's secret yet.";
  try {
    new Webhook(secret).verify(body, headers);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

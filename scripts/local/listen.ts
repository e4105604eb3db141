import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { messageOf } from "./json.ts";

const LOOPBACK = "127.0.0.1";

export type Handler = (message: IncomingMessage, response: ServerResponse) => Promise<void>;

export type Listening = {
  port: number;
  url: string;
  /** Says who answers; requests that came before wait for it. */
  open(handler: Handler): void;
  close(): Promise<void>;
};

/**
 * A server on loopback; port 0 takes any free one. Rejects when the port is taken.
 * @param report told of every fault of a handler, in a sentence
 */
export function listen(port: number, report: (sentence: string) => void): Promise<Listening> {
  const gate = Promise.withResolvers<Handler>();
  const server = createServer(async (message, response) => {
    const handler = await gate.promise;
    await handler(message, response).catch((error: unknown) => {
      if (!message.destroyed) report(`${message.method} ${message.url}: ${messageOf(error)}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const close = (): Promise<void> => {
    server.closeAllConnections();
    return new Promise((done) => server.close(() => done()));
  };
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, LOOPBACK, () => {
      server.off("error", fail);
      const bound = (server.address() as AddressInfo).port;
      done({ port: bound, url: `http://${LOOPBACK}:${bound}`, open: gate.resolve, close });
    });
  });
}

/** A port that is free now, for a child that must be told one. */
export async function freePort(): Promise<number> {
  const { port, close } = await listen(0, () => undefined);
  await close();
  return port;
}

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parentPort } from "node:worker_threads";

/* What any save costs over HTTP: a server that only reads and writes JSON. Tells its port to the thread that starts it. */

const server = createServer(async (incoming, outgoing) => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { revision } = JSON.parse(Buffer.concat(chunks).toString());
  outgoing.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ revision: revision + 1 }));
});
server.listen(0, "127.0.0.1", () => parentPort!.postMessage((server.address() as AddressInfo).port));

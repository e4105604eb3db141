import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** One request as it arrived. */
export type Received = { method: string; path: string; headers: { [name: string]: string }; body: unknown };

/** A system of the company's that takes what it is sent and remembers it. */
export async function startReceiver() {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString();
      const headers = request.headers as Received["headers"];
      received.push({ method: request.method!, path: request.url!, headers, body: text ? JSON.parse(text) : null });
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { received, url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

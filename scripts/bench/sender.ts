import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { Worker } from "node:worker_threads";
import { httpSender } from "#shared/adapters/http/sender.ts";
import { systemClock } from "#shared/adapters/system/clock.ts";
import { createWebhookEndpoint } from "#shared/use-cases/create-webhook-endpoint.ts";
import { dispatchEvents } from "#shared/use-cases/dispatch-events.ts";
import { deliveryWorld } from "#test/builders/delivery-world.ts";
import type { Measure } from "./measure.ts";

const REQUESTS = 600;
const AT_ONCE = 16;
const BODY = JSON.stringify({ type: "session.scored", data: { session: "ses_1", note: "x".repeat(600) } });
const RULES = { loopback: true, networks: [], ownHosts: [] };

/** Deliveries a second to a receiver on this machine, over TLS, against a bare HTTPS client that connects anew as well. */
export async function measureSender(): Promise<Measure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "assay-sender-"));
  const { url, stop } = await receiver(folder);
  const known = getCACertificates("default");
  setDefaultCACertificates([...known, readFileSync(path.join(folder, "certificate.pem"), "utf8")]);
  try {
    await perSecond(() => bareCall(url));
    const bare = { name: "bare HTTPS client", value: await perSecond(() => bareCall(url)) };
    const sender = httpSender({ ...RULES, clock: systemClock });
    const sent = await perSecond(async () => requireNoError(await sender.send({ url, headers: {}, body: BODY })));
    const delivered = await deliveriesPerSecond(url);
    return [
      { name: "requests of the sender", value: sent, unit: "/s", control: bare },
      { name: "deliveries, signed and kept", value: delivered, unit: "/s", control: bare },
    ];
  } finally {
    setDefaultCACertificates(known);
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function perSecond(call: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  let left = REQUESTS;
  const caller = async () => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, caller));
  return REQUESTS / ((performance.now() - began) / 1000);
}

/** Everything that a delivery takes: the event's hand-out, the signature, the attempt, and its record in memory. */
async function deliveriesPerSecond(url: string): Promise<number> {
  const world = deliveryWorld();
  const ports = { ...world.ports, clock: systemClock, sender: httpSender({ ...RULES, clock: systemClock }) };
  await createWebhookEndpoint(ports)({ url, actor: "bench" });
  for (let stream = 0; stream < REQUESTS; stream++) world.raise("session.started", 1, `ses_${stream}`);
  let next = 0;
  return perSecond(() => dispatchEvents(ports)({ stream: `ses_${next++}` }));
}

const bareCall = (url: string): Promise<void> =>
  new Promise((done, failed) => {
    const sent = request(url, { method: "POST", agent: false }, (answer) => answer.resume().on("end", done));
    sent.on("error", failed).end(BODY);
  });

function requireNoError({ error }: { error: string | null }): void {
  if (error !== null) throw new Error(`the receiver wasn't reached: ${error}`);
}

/** A receiver on a thread of its own, with a certificate made for this run. */
async function receiver(folder: string): Promise<{ url: string; stop: () => Promise<unknown> }> {
  const [key, cert] = ["key.pem", "certificate.pem"].map((name) => path.join(folder, name)) as [string, string];
  const subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
  const algorithm = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  execFileSync("openssl", ["req", "-x509", ...algorithm, ...subject, "-days", "2", "-keyout", key, "-out", cert], {
    stdio: "ignore",
  });
  const thread = new Worker(RECEIVER, { eval: true, workerData: { key: readFileSync(key), cert: readFileSync(cert) } });
  const port = await new Promise<number>((ready, failed) => thread.once("message", ready).once("error", failed));
  return { url: `https://127.0.0.1:${port}/in`, stop: () => thread.terminate() };
}

const RECEIVER = `
  const { createServer } = require("node:https");
  const { parentPort, workerData } = require("node:worker_threads");
  const { key, cert } = workerData;
  const server = createServer({ key: Buffer.from(key), cert: Buffer.from(cert) }, (request, response) => {
    request.resume().on("end", () => response.writeHead(204).end());
  });
  server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));
`;

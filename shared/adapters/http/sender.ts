import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from "node:dns";
import http, { type ClientRequest, type IncomingMessage } from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import type { Clock } from "../../ports/clock.ts";
import type { Sender } from "../../ports/webhooks.ts";
import { type AddressRules, addressPolicy, hostOf, mayConnect } from "./address-policy.ts";
import { keptText, readAtMost } from "./answer.ts";

/** Every address of a name. */
type ResolveAll = (
  host: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export type SenderMeans = AddressRules & {
  clock: Clock;
  resolve?: ResolveAll;
  /** Milliseconds until a connection stands, and until all is over. */
  limits?: { connect: number; total: number };
};

const LIMITS = { connect: 3_000, total: 15_000 };

type Request = Parameters<Sender["send"]>[0];
type Outcome = { status: number | null; error: string | null; answer: string | null; retryAfter: string | undefined };

/** Why an attempt ended without an answer, by its name in {@link DeliveryAttempt}. */
class SendingFailure extends Error {
  override readonly name = "SendingFailure";
}

/**
 * Sends one request: to checked addresses only, over a connection of its own, following no redirect. Resolves however it
 * went; at most 16 KiB of an answer are read and the first KiB is kept.
 */
export function httpSender(means: SenderMeans): Sender {
  const policy = addressPolicy(means);
  return {
    async send(request) {
      const at = means.clock.now();
      const began = performance.now();
      const refused = policy.refusal(request.url) !== undefined;
      const { retryAfter, ...outcome } = refused ? failed("refused_address") : await post(request, means);
      const duration_ms = Math.round(performance.now() - began);
      return { at, duration_ms, ...outcome, retry_after_seconds: secondsOf(retryAfter, at) };
    },
  };
}

const failed = (error: string): Outcome => ({ status: null, error, answer: null, retryAfter: undefined });

async function post(request: Request, means: SenderMeans): Promise<Outcome> {
  const limits = means.limits ?? LIMITS;
  const deadline = AbortSignal.timeout(limits.total);
  try {
    return await exchange(request, { ...means, limits, deadline });
  } catch (error) {
    if (error instanceof SendingFailure) return failed(error.message);
    if (deadline.aborted) return failed("timeout");
    if (error instanceof Error && "code" in error) return failed("connection");
    throw error;
  }
}

type Exchange = SenderMeans & { limits: typeof LIMITS; deadline: AbortSignal };

async function exchange(request: Request, means: Exchange): Promise<Outcome> {
  const url = new URL(request.url);
  const sending = (url.protocol === "https:" ? https : http).request(url, {
    method: request.method ?? "POST",
    // A connection of its own, so that none is shared with an address that was checked for somebody else.
    agent: false,
    signal: means.deadline,
    lookup: checkedLookup(hostOf(url), means),
    headers: headersOf(request),
  });
  const response = await answered(sending, { body: request.body, connect: means.limits.connect });
  const answer = keptText(await readAtMost(response));
  const status = response.statusCode!;
  const error = status >= 300 && status < 400 ? "redirect" : null;
  return { status, error, answer, retryAfter: response.headers["retry-after"] };
}

const headersOf = ({ headers, body }: Request) => ({
  ...headers,
  ...(body !== "" && { "content-type": "application/json" }),
  "content-length": Buffer.byteLength(body),
  "user-agent": "Assay-Webhooks/1",
  "accept-encoding": "identity",
});

function answered(
  sending: ClientRequest,
  { body, connect }: { body: string; connect: number },
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => sending.destroy(new SendingFailure("connect_timeout")), connect);
    sending.on("socket", (socket) => socket.once("connect", () => clearTimeout(timer)));
    sending.on("close", () => clearTimeout(timer));
    sending.on("response", resolve);
    sending.on("error", reject);
    sending.end(body);
  });
}

/** Resolves a name, refuses it where a single one of its addresses is not public, and hands out what was checked. */
function checkedLookup(host: string, { loopback, networks, resolve = systemLookup }: SenderMeans): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, "", 0);
      const refused =
        addresses.length === 0 || !addresses.every(({ address }) => mayConnect(host, address, { loopback, networks }));
      if (refused) return done(new SendingFailure("refused_address"), "", 0);
      if (options.all) return done(null, addresses);
      return done(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}

/** `Retry-After` in seconds from now: a number of seconds or a date; null for anything else. */
function secondsOf(retryAfter: string | undefined, now: string): number | null {
  if (retryAfter === undefined) return null;
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter);
  const until = Date.parse(retryAfter);
  return Number.isNaN(until) ? null : Math.max(0, Math.ceil((until - Date.parse(now)) / 1000));
}

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Webhook as Standard } from "standardwebhooks";
import { Webhook as Svix } from "svix";
import { afterAll, describe, expect, test, vi } from "vitest";
import { hmacSha256 } from "#shared/adapters/http/hmac.ts";
import { newWebhookKey, signEd25519 } from "#shared/adapters/http/public-signatures.ts";
import { buildEvent } from "#shared/domain/events/build.ts";
import { EVENT_TYPES } from "#shared/domain/events/event.ts";
import { secretFrom, signedHeaders } from "#shared/domain/events/signature.ts";

const NOW = "2026-03-01T10:00:00.000Z";
const folder = mkdtempSync(path.join(tmpdir(), "assay-signatures-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secretOf = (bytes: number): string => secretFrom(Buffer.alloc(bytes, 0xfb).toString("base64url"));
const key = newWebhookKey(NOW);

/** Data with everything that bodies have been mangled by. */
const DATA: { [key: string]: string }[] = [
  { note: 'Zoë said "¿qué?" \u2028\u2029 \\ \u0000 </script> 𝒳 ﷽' },
  {},
  { external_id: "é".repeat(1_900) },
];

const events = EVENT_TYPES.flatMap((type) =>
  DATA.map((data, index) => buildEvent({ id: `evt_${index}`, type, stream: "ses_1", sequence: index, at: NOW, data })),
);

const headersOf = (event: { id: string; body: string }, secret: string) =>
  signedHeaders(event, {
    now: NOW,
    secrets: [{ secret, expires_at: null }],
    hmac: hmacSha256,
    inPublic: { privateKey: key.private_key, sign: signEd25519 },
  });

const signatureOf = (headers: Record<string, string>, scheme: "v1" | "v1a"): string =>
  headers["webhook-signature"]!.split(" ")
    .find((each) => each.startsWith(`${scheme},`))!
    .slice(scheme.length + 1);

describe("signatures of webhooks", () => {
  test("are those of the scheme's public example", () => {
    const headers = signedHeaders(
      { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", body: '{"test": 2432232314}' },
      {
        now: "2021-02-25T15:02:10.000Z",
        secrets: [{ secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", expires_at: null }],
        hmac: hmacSha256,
      },
    );
    expect(headers).toEqual({
      "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    });
  });

  test.each([24, 48])("are verified by both public packages, with a secret of %i bytes, for every event", (bytes) => {
    const secret = secretOf(bytes);
    vi.setSystemTime(new Date(NOW));
    for (const event of events) {
      const headers = headersOf(event, secret);
      expect(new Standard(secret).verify(event.body, headers)).toEqual(JSON.parse(event.body));
      expect(() => new Svix(secret).verify(event.body, svixHeaders(headers))).not.toThrow();
      expect(() => new Standard(secret).verify(`${event.body} `, headers)).toThrow();
      expect(() => new Svix(secretOf(32)).verify(event.body, svixHeaders(headers))).toThrow();
    }
    vi.useRealTimers();
  });

  test("are verified by OpenSSL, both with the secret and with the published key", () => {
    const secret = secretOf(24);
    for (const event of events.filter((_, index) => index % 7 === 0)) {
      const headers = headersOf(event, secret);
      const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${event.body}`;
      expect(opensslHmac(secret, signed)).toBe(signatureOf(headers, "v1"));
      expect(opensslVerifies(signed, signatureOf(headers, "v1a"))).toBe(true);
      expect(opensslVerifies(`${signed} `, signatureOf(headers, "v1a"))).toBe(false);
    }
  });

  test("of an empty or a large body hold, too", () => {
    const secret = secretOf(48);
    for (const body of ["", "x".repeat(1_000_000)]) {
      const headers = headersOf({ id: "evt_1", body }, secret);
      const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
      expect(opensslHmac(secret, signed)).toBe(signatureOf(headers, "v1"));
    }
  });
});

const svixHeaders = (headers: Record<string, string>) => ({
  "svix-id": headers["webhook-id"]!,
  "svix-timestamp": headers["webhook-timestamp"]!,
  "svix-signature": headers["webhook-signature"]!,
});

function opensslHmac(secret: string, text: string): string {
  const hex = Buffer.from(secret.slice("whsec_".length), "base64").toString("hex");
  const options = ["dgst", "-sha256", "-mac", "HMAC", "-macopt", `hexkey:${hex}`, "-binary"];
  return execFileSync("openssl", options, { input: text }).toString("base64");
}

/** As a receiver would who knows nothing but the published key. */
function opensslVerifies(text: string, signature: string): boolean {
  const spki = Buffer.concat([
    Buffer.from("302a300506032b6570032100", "hex"),
    Buffer.from(key.public_key.slice("whpk_".length), "base64"),
  ]);
  const [pub, sig, message] = ["key.der", "signature", "message"].map((name) => path.join(folder, name));
  writeFileSync(pub!, spki);
  writeFileSync(sig!, Buffer.from(signature, "base64"));
  writeFileSync(message!, text);
  const options = ["-pubin", "-inkey", pub!, "-keyform", "DER", "-rawin", "-in", message!, "-sigfile", sig!];
  try {
    execFileSync("openssl", ["pkeyutl", "-verify", ...options], { stdio: "pipe" });
    return true;
  } catch {
    return false;
  }
}

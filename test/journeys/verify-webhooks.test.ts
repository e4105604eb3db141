import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { hmacSha256 } from "#shared/adapters/http/hmac.ts";
import { newWebhookKey, signEd25519 } from "#shared/adapters/http/public-signatures.ts";
import { secretFrom, signedHeaders } from "#shared/domain/events/signature.ts";
import { blocksOf, readPage } from "#test/docs/pages.ts";

const guide = readPage("docs/guides/verify-webhooks.md");
const folder = mkdtempSync(path.join(tmpdir(), "assay-receiver-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secretOf = (byte: number): string => secretFrom(Buffer.alloc(24, byte).toString("base64url"));
const [SECRET, OLD_SECRET] = [secretOf(0xfb), secretOf(0x3f)];
const KEY = newWebhookKey(new Date().toISOString());
const BODY = '{"note": "Zoë said \\"¿qué?\\" \u2028 \\\\ 𝒳",\r\n  "x":1.0}\n';

/** A program of the guide, where its language is there to run it. */
type Program = { name: string; command: string; file: string; block: string };

const [javaScript, javaScriptInPublic] = blocksOf(guide, "js");
const programs: Program[] = [
  { name: "JavaScript", command: process.execPath, file: "verify.mjs", block: javaScript! },
  { name: "Python", command: "python3", file: "verify.py", block: blocksOf(guide, "python")[0]! },
  { name: "Java", command: "java", file: "Verify.java", block: blocksOf(guide, "java")[0]! },
  { name: "Shell", command: "bash", file: "verify.sh", block: blocksOf(guide, "bash")[0]! },
];
const inPublic: Program = {
  name: "public key",
  command: process.execPath,
  file: "public.mjs",
  block: javaScriptInPublic!,
};

const isThere = ({ command }: Program): boolean => spawnSync(command, ["--version"]).error === undefined;

type Message = { id?: string; secrets?: string[]; at?: number; body?: string; arrived?: string };

/** Has a program judge a message that was signed as it is sent; `arrived` is the body that came of it. */
function judge({ command, file, block }: Program, message: Message = {}): number | null {
  const { id = "evt_1", secrets = [SECRET], at = Date.now(), body = BODY, arrived = body } = message;
  const place = path.join(folder, file);
  writeFileSync(place, block);
  const headers = signedHeaders(
    { id, body },
    {
      now: new Date(at).toISOString(),
      secrets: secrets.map((secret) => ({ secret, expires_at: null })),
      hmac: hmacSha256,
      inPublic: { privateKey: KEY.private_key, sign: signEd25519 },
    },
  );
  const env = {
    ...{ PATH: process.env["PATH"], HOME: process.env["HOME"] },
    ...{ WEBHOOK_SECRET: SECRET, WEBHOOK_PUBLIC_KEY: KEY.public_key, WEBHOOK_ID: headers["webhook-id"] },
    ...{ WEBHOOK_TIMESTAMP: headers["webhook-timestamp"], WEBHOOK_SIGNATURE: headers["webhook-signature"] },
  };
  const { status, stderr } = spawnSync(command, [place], { env, input: arrived, encoding: "utf8" });
  expect(stderr).toBe("");
  return status;
}

describe.each(programs)("the guide's program in $name", (program) => {
  const there = isThere(program);

  test.skipIf(!there)(
    "takes what Assay signs, byte for byte, also while a secret is rotated",
    { timeout: 60_000 },
    () => {
      expect(judge(program)).toBe(0);
      expect(judge(program, { secrets: [OLD_SECRET, SECRET] })).toBe(0);
      expect(judge(program, { body: "" })).toBe(0);
    },
  );

  test.skipIf(!there)("refuses what was changed, is old, or was signed by somebody else", { timeout: 60_000 }, () => {
    expect(judge(program, { arrived: JSON.stringify(JSON.parse(BODY)) })).toBe(1);
    expect(judge(program, { at: Date.now() - 400_000 })).toBe(1);
    expect(judge(program, { at: Date.now() + 400_000 })).toBe(1);
    expect(judge(program, { secrets: [OLD_SECRET] })).toBe(1);
  });
});

test("the guide's program with the public key takes what Assay signs and nothing else", { timeout: 60_000 }, () => {
  expect(judge(inPublic)).toBe(0);
  expect(judge(inPublic, { secrets: [OLD_SECRET] })).toBe(0);
  expect(judge(inPublic, { arrived: `${BODY} ` })).toBe(1);
  expect(judge(inPublic, { at: Date.now() - 400_000 })).toBe(1);
});

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { gradeItem } from "#shared/domain/grading/registry.ts";
import type { VerifyMeans } from "#shared/domain/journal/verify-bundle.ts";
import { parsePlaybook } from "#shared/domain/playbook/parse.ts";

/** What the DER of every P-256 key with an uncompressed point begins with. */
const P256_PREFIX = "3059301306072a8648ce3d020106082a8648ce3d03010703420004";
const P256_BYTES = P256_PREFIX.length / 2 + 64;
const SIGNATURE_BYTES = 64;
const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

/** What verification uses of a browser: the same graders as the server, and the browser's own cryptography. */
export const browserMeans: VerifyMeans = {
  digest: (text) => bytesToHex(sha256(utf8ToBytes(text))),
  fingerprint: (spki) => {
    const key = keyBytes(spki);
    return key && bytesToHex(sha256(key));
  },
  verifySignature: async ({ text, signature, spki }) => {
    const [key, bytes] = [keyBytes(spki), bytesOf(signature)];
    if (!key || bytes?.length !== SIGNATURE_BYTES) return false;
    const imported = await crypto.subtle.importKey("spki", key, ALGORITHM, false, ["verify"]).catch(() => undefined);
    return imported !== undefined && crypto.subtle.verify(ALGORITHM, imported, bytes, new TextEncoder().encode(text));
  },
  readPlaybook: (value) => parsePlaybook(value),
  regrade: ({ section, item, answer, evidence }) =>
    gradeItem({ item, section: section.id, answer, observations: evidence }),
};

/** Bytes of a text in standard base64; undefined unless it is the one text that these bytes encode to. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64) || base64.length % 4 !== 0) return undefined;
  const binary = atob(base64);
  return btoa(binary) === base64 ? Uint8Array.from(binary, (character) => character.charCodeAt(0)) : undefined;
}

/** The DER of a P-256 key; undefined for any other key and any other form of it. */
function keyBytes(spki: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = bytesOf(spki);
  return bytes?.length === P256_BYTES && bytesToHex(bytes).startsWith(P256_PREFIX) ? bytes : undefined;
}

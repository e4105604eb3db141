import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto";
import type { VerifySignature } from "../ports/signer.ts";

const SIGNATURE_BYTES = 64;

/** Bytes of a text in standard base64; undefined unless it is the one text that these bytes encode to. */
function bytesOf(base64: string): Buffer | undefined {
  const bytes = Buffer.from(base64, "base64");
  return bytes.toString("base64") === base64 ? bytes : undefined;
}

/** What the DER of every P-256 key with an uncompressed point begins with. */
const P256_PREFIX = Buffer.from("3059301306072a8648ce3d020106082a8648ce3d03010703420004", "hex");
const P256_BYTES = P256_PREFIX.length + 64;

/** The P-256 key of an SPKI in base64; undefined for any other key and any other form of it. */
function keyOf(spki: string): KeyObject | undefined {
  const der = bytesOf(spki);
  if (der?.length !== P256_BYTES || !der.subarray(0, P256_PREFIX.length).equals(P256_PREFIX)) return undefined;
  try {
    return createPublicKey({ key: der, format: "der", type: "spki" });
  } catch {
    // The only thing left to be wrong: the point isn't on the curve.
    return undefined;
  }
}

/** The id of a public key: hex SHA-256 of its DER; undefined where the text is no P-256 key in its one form. */
export const fingerprint = (spki: string): string | undefined =>
  keyOf(spki) && createHash("sha256").update(Buffer.from(spki, "base64")).digest("hex");

/** ECDSA on P-256 with SHA-256 over the text's UTF-8 bytes. */
export const verifySignature = (({ text, signature, spki }): boolean => {
  const [key, bytes] = [keyOf(spki), bytesOf(signature)];
  if (!key || bytes?.length !== SIGNATURE_BYTES) return false;
  return verify("sha256", Buffer.from(text, "utf8"), { key, dsaEncoding: "ieee-p1363" }, bytes);
}) satisfies VerifySignature;

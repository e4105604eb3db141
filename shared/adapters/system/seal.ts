import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const ALGORITHM = "aes-256-gcm";
const [SALT_BYTES, NONCE_BYTES, TAG_BYTES, KEY_BYTES] = [16, 12, 16, 32];

const keyOf = (secret: string, salt: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", secret, salt, "assay-seal/1", KEY_BYTES));

/** Encrypts a text under a secret: salt, nonce, tag and cipher text, one after the other. */
export function seal(text: string, secret: string): Buffer {
  const [salt, nonce] = [randomBytes(SALT_BYTES), randomBytes(NONCE_BYTES)];
  const cipher = createCipheriv(ALGORITHM, keyOf(secret, salt), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([salt, nonce, cipher.getAuthTag(), sealed]);
}

/** @throws Error when the bytes were not sealed under this secret, or were changed */
export function unseal(bytes: Uint8Array, secret: string): string {
  const part = (from: number, to?: number) => bytes.subarray(from, to);
  const [nonceAt, tagAt, textAt] = [SALT_BYTES, SALT_BYTES + NONCE_BYTES, SALT_BYTES + NONCE_BYTES + TAG_BYTES];
  const decipher = createDecipheriv(ALGORITHM, keyOf(secret, part(0, nonceAt)), part(nonceAt, tagAt));
  decipher.setAuthTag(part(tagAt, textAt));
  return Buffer.concat([decipher.update(part(textAt)), decipher.final()]).toString("utf8");
}

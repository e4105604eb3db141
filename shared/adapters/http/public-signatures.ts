import { createPrivateKey, generateKeyPairSync, hash, sign } from "node:crypto";
import type { SignPublicly, WebhookKey } from "../../ports/webhooks.ts";

const [PRIVATE, PUBLIC] = ["whsk_", "whpk_"];
/** What the DER of every Ed25519 private key (PKCS#8) begins with; its 32 bytes follow. */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
const KEY_BYTES = 32;

/** A new key pair. Its id is the hex SHA-256 of the public key's bytes. */
export function newWebhookKey(created_at: string): WebhookKey {
  const pair = generateKeyPairSync("ed25519");
  const privateBytes = pair.privateKey.export({ type: "pkcs8", format: "der" }).subarray(-KEY_BYTES);
  const publicBytes = pair.publicKey.export({ type: "spki", format: "der" }).subarray(-KEY_BYTES);
  return {
    id: hash("sha256", publicBytes, "hex"),
    private_key: PRIVATE + privateBytes.toString("base64"),
    public_key: PUBLIC + publicBytes.toString("base64"),
    created_at,
  };
}

export const signEd25519: SignPublicly = (privateKey, text) => {
  const der = Buffer.concat([PKCS8, Buffer.from(privateKey.slice(PRIVATE.length), "base64")]);
  return sign(null, Buffer.from(text, "utf8"), createPrivateKey({ key: der, format: "der", type: "pkcs8" })).toString(
    "base64",
  );
};

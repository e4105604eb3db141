import { createHmac } from "node:crypto";
import type { Hmac } from "../../ports/webhooks.ts";

export const hmacSha256: Hmac = (key, text) =>
  createHmac("sha256", Buffer.from(key, "base64")).update(text, "utf8").digest("base64");

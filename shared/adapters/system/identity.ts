import { hash, randomBytes } from "node:crypto";
import type { Identity } from "../../ports/identity.ts";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const TIME_CHARACTERS = 10;
const RANDOM_CHARACTERS = 16;

/** Ten characters of milliseconds, so that ids sort by their making. */
function timeText(now: number): string {
  let [text, rest] = ["", now];
  for (let index = 0; index < TIME_CHARACTERS; index++) {
    text = ALPHABET[rest % 32]! + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

const randomText = (): string => [...randomBytes(RANDOM_CHARACTERS)].map((byte) => ALPHABET[byte & 31]).join("");

/** Real randomness, and SHA-256. */
export const systemIdentity: Identity = {
  id: (prefix) => `${prefix}${timeText(Date.now())}${randomText()}`,
  secret: (bytes) => randomBytes(bytes).toString("base64url"),
  salt: () => randomBytes(16).toString("hex"),
  digest: (text) => hash("sha256", text, "hex"),
};

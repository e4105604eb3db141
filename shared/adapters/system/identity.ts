import { hash, hkdfSync, randomBytes } from "node:crypto";
import type { Identity, Mint } from "../../ports/identity.ts";

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

const drawnText = (bytes: Uint8Array): string => [...bytes].map((byte) => ALPHABET[byte & 31]).join("");

function steadyMint(seed: string, since: string): Mint {
  let drawn = 0;
  const draw = (bytes: number) => Buffer.from(hkdfSync("sha256", seed, since, `assay-mint/1 ${drawn++}`, bytes));
  return {
    id: (prefix) => `${prefix}${timeText(Date.parse(since))}${drawnText(draw(RANDOM_CHARACTERS))}`,
    secret: (bytes) => draw(bytes).toString("base64url"),
  };
}

/** Real randomness, and SHA-256. */
export const systemIdentity: Identity = {
  id: (prefix) => `${prefix}${timeText(Date.now())}${drawnText(randomBytes(RANDOM_CHARACTERS))}`,
  secret: (bytes) => randomBytes(bytes).toString("base64url"),
  salt: () => randomBytes(16).toString("hex"),
  digest: (text) => hash("sha256", text, "hex"),
  mintFrom: steadyMint,
};

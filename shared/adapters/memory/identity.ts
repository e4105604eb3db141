import { createHash } from "node:crypto";
import type { Identity } from "../../ports/identity.ts";

/** Ids and secrets that are the same for the same seed. */
export function seededIdentity(seed: string): Identity {
  let drawn = 0;
  const draw = () => createHash("sha256").update(`${seed}/${drawn++}`).digest();
  return {
    id: (prefix) => `${prefix}${draw().toString("hex").slice(0, 26)}`,
    secret: (bytes) => draw().subarray(0, bytes).toString("base64url"),
    salt: () => draw().toString("hex").slice(0, 32),
    digest: (text) => createHash("sha256").update(text, "utf8").digest("hex"),
  };
}

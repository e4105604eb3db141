import { hash } from "node:crypto";
import type { Identity } from "../../ports/identity.ts";

/** Ids and secrets that are the same for the same seed. */
export function seededIdentity(seed: string): Identity {
  let drawn = 0;
  const draw = () => hash("sha256", `${seed}/${drawn++}`, "hex");
  return {
    id: (prefix) => `${prefix}${draw().slice(0, 26)}`,
    secret: (bytes) => Buffer.from(draw(), "hex").subarray(0, bytes).toString("base64url"),
    salt: () => draw().slice(0, 32),
    digest: (text) => hash("sha256", text, "hex"),
    mintFrom: (from, since) => seededIdentity(`${from} ${since}`),
  };
}

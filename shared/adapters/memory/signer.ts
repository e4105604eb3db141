import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import type { Signer } from "../../ports/signer.ts";

/** Signs with a key of its own that nobody keeps. */
export function memorySigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const spki = spkiOf(publicKey);
  return {
    sign: async (text) =>
      sign("sha256", Buffer.from(text, "utf8"), { key: privateKey, dsaEncoding: "ieee-p1363" }).toString("base64"),
    publicKey: async () => ({ id: createHash("sha256").update(spki).digest("hex"), spki: spki.toString("base64") }),
  };
}

const spkiOf = (key: KeyObject): Buffer => key.export({ type: "spki", format: "der" });

import { generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { JWK } from "oidc-provider";

export const SIGNING = "ES256";

export type IssuerSecrets = { jwks: { keys: JWK[] }; cookies: string[] };

/** The issuer's signing key and the secret of its cookies: made once, readable by their owner alone. */
export function issuerSecrets(file: string): IssuerSecrets {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as IssuerSecrets;
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const key = { ...privateKey.export({ format: "jwk" }), kid: randomUUID(), alg: SIGNING, use: "sig" } as JWK;
  const secrets = { jwks: { keys: [key] }, cookies: [randomBytes(32).toString("base64url")] };
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { asText, type Json, type JsonObject } from "../json.ts";
import { attributeOf } from "../template/names.ts";
import type { Resource, Template } from "../template/template.ts";
import type { Operation } from "./endpoint.ts";
import { ServiceError } from "./service-error.ts";

const KEY_SPEC = "ECC_NIST_P256";
const ALGORITHM = "ECDSA_SHA_256";

/** One signing key of the template, kept in a file of its own. */
type Key = { arn: string; key: KeyObject };

/**
 * KMS's Sign and GetPublicKey for the template's P-256 keys; each is made once and kept in the folder, readable by its
 * owner alone. Keys of other kinds are not served.
 */
export function kmsOperations(template: Template, folder: string): Record<string, Operation> {
  const keys = loadKeys(template, folder);
  const keyOf = (request: JsonObject): Key => {
    const id = asText(request["KeyId"], "KeyId");
    const key = keys.get(id.split(":key/").at(-1)!);
    if (!key) throw new ServiceError("NotFoundException", `no local signing key ${id}`);
    return key;
  };
  return {
    "TrentService.Sign": (request) => {
      const { arn, key } = keyOf(request);
      const signature = sign("sha256", messageToSign(request), key).toString("base64");
      return { KeyId: arn, Signature: signature, SigningAlgorithm: ALGORITHM };
    },
    "TrentService.GetPublicKey": (request) => {
      const { arn, key } = keyOf(request);
      const spki = createPublicKey(key).export({ type: "spki", format: "der" }).toString("base64");
      return {
        KeyId: arn,
        PublicKey: spki,
        KeySpec: KEY_SPEC,
        CustomerMasterKeySpec: KEY_SPEC,
        KeyUsage: "SIGN_VERIFY",
        SigningAlgorithms: [ALGORITHM],
      };
    },
  };
}

function loadKeys(template: Template, folder: string): Map<string, Key> {
  const resources = template.all("AWS::KMS::Key").filter(({ properties }) => properties["KeySpec"] === KEY_SPEC);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const keys = new Map<string, Key>();
  for (const resource of resources) {
    const key = { arn: attributeOf(resource, "Arn", ""), key: loadKey(join(folder, `${resource.id}.pem`)) };
    for (const name of [resource.id, ...aliasesOf(resource, template)]) keys.set(name, key);
  }
  return keys;
}

function aliasesOf(key: Resource, template: Template): string[] {
  const aliases = template.all("AWS::KMS::Alias");
  const own = aliases.filter(({ properties }) =>
    [key.id, attributeOf(key, "Arn", "")].includes(String(properties["TargetKeyId"])),
  );
  return own.map(({ properties }) => asText(properties["AliasName"], "AliasName"));
}

function loadKey(file: string): KeyObject {
  if (existsSync(file)) return createPrivateKey(readFileSync(file, "utf8"));
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" });
  return privateKey;
}

function messageToSign({ Message, MessageType = "RAW", SigningAlgorithm }: JsonObject): Buffer {
  expect(MessageType, "RAW", "MessageType");
  expect(SigningAlgorithm, ALGORITHM, "SigningAlgorithm");
  return Buffer.from(asText(Message, "Message"), "base64");
}

function expect(value: Json | undefined, only: string, what: string): void {
  if (value !== only)
    throw new ServiceError("ValidationException", `${what} ${value} is not served here, only ${only}`);
}

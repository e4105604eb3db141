import { createPublicKey, verify } from "node:crypto";
import { statSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { kmsOperations } from "#scripts/local/aws/kms.ts";
import type { JsonObject } from "#scripts/local/json.ts";
import { temporaryFolder } from "../fixture/folder.ts";
import { fakeTemplate } from "../template/fake.ts";

const folder = temporaryFolder();
afterAll(() => folder.remove());

const ARN = "arn:aws:kms:us-east-1:000000000000:key/Signing";
const template = fakeTemplate({
  "AWS::KMS::Key": { Signing: { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" }, Storage: {} },
  "AWS::KMS::Alias": { Alias: { AliasName: "alias/heads", TargetKeyId: ARN } },
});
const call = (operation: string, request: JsonObject) =>
  kmsOperations(template, `${folder.path}/keys`)[`TrentService.${operation}`]!(request) as Record<string, string>;

const message = Buffer.from("text").toString("base64");
const sign = (more: JsonObject = {}) =>
  call("Sign", { KeyId: "Signing", Message: message, MessageType: "RAW", SigningAlgorithm: "ECDSA_SHA_256", ...more });

describe("the local key", () => {
  test("signs what its public key verifies, by id, ARN or alias", () => {
    const spki = Buffer.from(call("GetPublicKey", { KeyId: ARN })["PublicKey"]!, "base64");
    const key = createPublicKey({ key: spki, format: "der", type: "spki" });
    for (const KeyId of ["Signing", ARN, "alias/heads"]) {
      const signature = Buffer.from(sign({ KeyId })["Signature"]!, "base64");
      expect(verify("sha256", Buffer.from("text"), key, signature)).toBe(true);
    }
  });

  test("stays the same, in a file that only its owner reads", () => {
    expect(call("GetPublicKey", { KeyId: "Signing" })).toEqual(call("GetPublicKey", { KeyId: ARN }));
    expect(statSync(`${folder.path}/keys/Signing.pem`).mode & 0o777).toBe(0o600);
  });

  test.each([
    ["another algorithm", { SigningAlgorithm: "RSASSA_PSS_SHA_256" }, "ValidationException"],
    ["a digest", { MessageType: "DIGEST" }, "ValidationException"],
    ["a key of another kind", { KeyId: "Storage" }, "NotFoundException"],
  ])("refuses %s", (_, more, code) => {
    expect(() => sign(more)).toThrow(expect.objectContaining({ code }));
  });
});

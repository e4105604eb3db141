import { createHash, generateKeyPairSync, sign, verify } from "node:crypto";
import { createServer, type Server } from "node:http";
import { describe, expect, test } from "vitest";
import { fixedWidth, kmsSigner } from "#shared/adapters/aws/kms-signer.ts";
import { standInFor } from "#test/builders/aws-service.ts";

const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const spki = publicKey.export({ type: "spki", format: "der" });

/** Answers as KMS does, with signatures in DER. */
function kms(asked: string[]): Server {
  return createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const operation = String(request.headers["x-amz-target"]).split(".")[1]!;
    asked.push(operation);
    const { Message, SigningAlgorithm, MessageType } = JSON.parse(body);
    if (operation === "Sign" && (SigningAlgorithm !== "ECDSA_SHA_256" || MessageType !== "RAW"))
      response.statusCode = 400;
    const answer =
      operation === "Sign"
        ? { Signature: sign("sha256", Buffer.from(Message, "base64"), privateKey).toString("base64") }
        : { PublicKey: spki.toString("base64") };
    response.setHeader("content-type", "application/x-amz-json-1.1").end(JSON.stringify(answer));
  });
}

describe("signing with KMS", () => {
  const asked: string[] = [];
  const server = kms(asked);
  standInFor("KMS", server);

  test("gives the 64 bytes of r and s over the text's UTF-8, whatever their length in DER", async () => {
    const signer = kmsSigner("key");
    for (let round = 0; round < 20; round++) {
      const text = `assay-head/1\né ${round}`;
      const signature = Buffer.from(await signer.sign(text), "base64");
      const key = { key: publicKey, dsaEncoding: "ieee-p1363" } as const;
      expect(signature).toHaveLength(64);
      expect(verify("sha256", Buffer.from(text, "utf8"), key, signature)).toBe(true);
    }
  });

  test("asks for the public key once, and names it by its fingerprint", async () => {
    const signer = kmsSigner("key");
    asked.length = 0;
    const id = createHash("sha256").update(spki).digest("hex");
    const expected = { id, spki: spki.toString("base64") };
    expect(await signer.publicKey()).toEqual(expected);
    expect(await signer.publicKey()).toEqual(expected);
    expect(asked).toEqual(["GetPublicKey"]);
  });
});

test("short and padded integers of DER become 32 bytes each", () => {
  const der = Buffer.from([0x30, 0x08, 0x02, 0x01, 0x05, 0x02, 0x03, 0x00, 0x80, 0x01]);
  const expected = Buffer.alloc(64);
  expected[31] = 0x05;
  expected.set([0x80, 0x01], 62);
  expect(fixedWidth(der)).toEqual(expected);
});

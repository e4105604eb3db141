import { createHash } from "node:crypto";
import type { KMSClient } from "@aws-sdk/client-kms";
import type { Signer } from "../../ports/signer.ts";
import { awsConfiguration } from "./configuration.ts";

/** Signs with a P-256 key of KMS; its public half is fetched once. */
export function kmsSigner(keyId: string): Signer {
  let client: Promise<KMSClient> | undefined;
  let publicKey: ReturnType<Signer["publicKey"]> | undefined;
  const kms = async () => {
    const sdk = await import("./sdk/kms.ts");
    client ??= Promise.resolve(new sdk.KMSClient(awsConfiguration("kms")));
    return { sdk, client: await client };
  };

  async function fetchPublicKey() {
    const { sdk, client } = await kms();
    const { PublicKey } = await client.send(new sdk.GetPublicKeyCommand({ KeyId: keyId }));
    const spki = Buffer.from(PublicKey!);
    return { id: createHash("sha256").update(spki).digest("hex"), spki: spki.toString("base64") };
  }

  return {
    async sign(text) {
      const { sdk, client } = await kms();
      const Message = Buffer.from(text, "utf8");
      const request = { KeyId: keyId, Message, MessageType: "RAW", SigningAlgorithm: "ECDSA_SHA_256" } as const;
      const { Signature } = await client.send(new sdk.SignCommand(request));
      return fixedWidth(Buffer.from(Signature!)).toString("base64");
    },
    async publicKey() {
      publicKey ??= fetchPublicKey().catch((error: unknown) => {
        publicKey = undefined;
        throw error;
      });
      return publicKey;
    },
  };
}

const INTEGER_BYTES = 32;

/** KMS gives DER (`SEQUENCE { r INTEGER, s INTEGER }`); journals carry the 64 bytes r‖s. */
export function fixedWidth(der: Buffer): Buffer {
  const r = integerAt(der, 2);
  const s = integerAt(der, r.end);
  return Buffer.concat([r.value, s.value]);
}

function integerAt(der: Buffer, offset: number): { value: Buffer; end: number } {
  const length = der[offset + 1]!;
  const end = offset + 2 + length;
  const digits = der.subarray(offset + 2, end);
  const significant = digits.subarray(Math.max(0, length - INTEGER_BYTES));
  return { value: Buffer.concat([Buffer.alloc(INTEGER_BYTES - significant.length), significant]), end };
}

/** Signs journal heads: ECDSA on P-256 with SHA-256 (KMS when deployed). */
export interface Signer {
  /** Signature over the text's UTF-8 bytes: base64 of the 64 bytes r‖s. */
  sign(text: string): Promise<string>;
  /** SubjectPublicKeyInfo (DER) in base64; `id` is the hex SHA-256 of that DER. */
  publicKey(): Promise<{ id: string; spki: string }>;
}

/** Checks a signature of {@link Signer}; false for anything malformed. */
export type VerifySignature = (input: { text: string; signature: string; spki: string }) => boolean | Promise<boolean>;

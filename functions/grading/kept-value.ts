import { createHash } from "node:crypto";
import type { EncodedValue } from "../../shared/domain/grading/sandbox.ts";

const KEPT_BYTES = 16 * 1024;

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A value's text, or only its hash where it is too large to keep. */
export function keepIfSmall(text: string): EncodedValue {
  const bytes = Buffer.byteLength(text);
  return bytes <= KEPT_BYTES ? { text } : { sha256: sha256(text), bytes };
}

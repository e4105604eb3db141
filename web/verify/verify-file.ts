import { readBytes } from "#shared/domain/journal/read-bytes.ts";
import { type VerificationReport, verificationReport } from "#shared/domain/journal/verification-report.ts";
import { UNVERIFIED, verifyBundle } from "#shared/domain/journal/verify-bundle.ts";
import { browserMeans } from "./means.ts";

export type Checked = VerificationReport & { holds: boolean };

/** Verifies a bundle in this browser; nothing leaves it. `trust` is the key that must have signed, or empty. */
export async function checkBundle(bytes: Uint8Array, trust: string): Promise<Checked> {
  const read = readBytes(bytes);
  const verification =
    "fault" in read
      ? { ...UNVERIFIED, fault: read.fault }
      : await verifyBundle(read.text, browserMeans, { trust: trust || undefined });
  return { ...verificationReport(verification), holds: verification.verdict !== "failed" };
}

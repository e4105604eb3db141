import { readFile } from "node:fs/promises";
import { readBytes } from "#shared/domain/journal/read-bytes.ts";
import { UNVERIFIED, type Verification, verifyBundle } from "#shared/domain/journal/verify-bundle.ts";
import type { Sandbox } from "#shared/ports/sandbox.ts";
import { localMeans } from "./means.ts";

/** Verifies a bundle in a file, offline; without a sandbox, what code and queries did is taken as recorded. */
export async function verifyFile(
  file: string,
  { trust, sandbox }: { trust?: string | undefined; sandbox?: Sandbox | undefined },
): Promise<Verification> {
  const read = readBytes(await readFile(file));
  if ("fault" in read) return { ...UNVERIFIED, fault: read.fault };
  return verifyBundle(read.text, localMeans(sandbox), { trust });
}

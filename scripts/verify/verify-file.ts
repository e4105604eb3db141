import { readFile } from "node:fs/promises";
import { type Verification, verifyBundle } from "#shared/domain/journal/verify-bundle.ts";
import type { Sandbox } from "#shared/ports/sandbox.ts";
import { localMeans } from "./means.ts";
import { readBytes } from "./read-bytes.ts";

const UNREAD: Verification = {
  verdict: "failed",
  fault: null,
  passed: [],
  entries: 0,
  key: null,
  replayed: null,
  session: null,
};

/** Verifies a bundle in a file, offline; without a sandbox, what code and queries did is taken as recorded. */
export async function verifyFile(
  file: string,
  { trust, sandbox }: { trust?: string | undefined; sandbox?: Sandbox | undefined },
): Promise<Verification> {
  const read = readBytes(await readFile(file));
  if ("fault" in read) return { ...UNREAD, fault: read.fault };
  return verifyBundle(read.text, localMeans(sandbox), { trust });
}

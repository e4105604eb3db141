import type { JSX } from "preact";
import { Report } from "../../../../verify/report.tsx";
import { checkBundle } from "../../../../verify/verify-file.ts";

/** What the verifier says, ready to be shown. */
export type Verdict = { Shown: () => JSX.Element };

/** Verifies a bundle as the public verifier does, against the keys that the company publishes. */
export async function verdictOf(bytes: Uint8Array, keys: readonly { key_id: string }[]): Promise<Verdict> {
  const checked = await checkBundle(bytes, trusted(bytes, keys));
  return { Shown: () => <Report file="The bundle" checked={checked} /> };
}

/** The published key that the bundle names; else the first one, which then isn't what signed. */
function trusted(bytes: Uint8Array, keys: readonly { key_id: string }[]): string {
  const text = new TextDecoder().decode(bytes);
  return (keys.find(({ key_id }) => text.includes(`"key_id":"${key_id}"`)) ?? keys[0])?.key_id ?? "";
}

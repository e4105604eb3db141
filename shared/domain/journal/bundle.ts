import * as z from "zod/mini";
import { canonicalJson } from "../foundation/json.ts";
import type { StoredEntry } from "./entry.ts";

const BUNDLE_FORMAT = "assay-bundle/1";

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const link = {
  seq: z.int().check(z.minimum(1)),
  at: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)),
  actor: z.string().check(z.minLength(1)),
  kind: z.string().check(z.minLength(1)),
  payload_hash: hash,
  prev_hash: hash,
  hash,
};
/** Any JSON value, but not none at all. */
const present = z.unknown().check(z.refine((value) => value !== undefined, "it is missing"));
const entry = z.strictObject({ ...link, payload: present, salt: z.string() });
const erasedEntry = z.strictObject(link);

/** Nothing in a bundle stands outside of what a hash or the signature covers: unknown fields are refused. */
export const bundleSchema = z.strictObject({
  format: z.literal(BUNDLE_FORMAT),
  playbook: present,
  /** The later versions that the session was regraded by, in their order; left out where there are none. */
  regraded_by: z.optional(z.array(present).check(z.minLength(1))),
  journal: z.array(z.union([entry, erasedEntry])).check(z.minLength(1)),
  head: z.strictObject({ seq: z.int(), hash, signature: z.string(), key_id: hash }),
  public_key: z.string(),
});

/** All that is needed to verify a session offline: playbook, journal, and its signed last entry. */
export type Bundle = Omit<z.infer<typeof bundleSchema>, "journal"> & { journal: StoredEntry[] };

/**
 * The bundle as text: its own canonical JSON (RFC 8785), so that any changed byte shows.
 *
 * @param parts.head the signed head of the journal's last entry
 * @param parts.public_key SPKI (DER) in base64
 */
export function exportBundle(parts: {
  playbook: unknown;
  regraded_by?: readonly unknown[] | undefined;
  journal: readonly StoredEntry[];
  head: Bundle["head"];
  public_key: string;
}): string {
  return canonicalJson({ format: BUNDLE_FORMAT, ...parts });
}

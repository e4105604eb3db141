import * as z from "zod/mini";
import { canonicalJson } from "../foundation/json.ts";
import type { AuthoredPlaybook } from "../playbook/schema.ts";
import type { SessionEntry } from "../session/facts.ts";
import type { SessionState } from "../session/state.ts";
import type { Bundle } from "./bundle.ts";
import { type Entry, isWhole } from "./entry.ts";
import { headText } from "./head.ts";
import { canonicalFault, readBundle } from "./read-bundle.ts";
import { type Replayed, type ReplayMeans, replay } from "./replay.ts";
import { type Fault, verifyChain } from "./verify-chain.ts";

/** What verification needs of the platform it runs on. */
export type VerifyMeans = ReplayMeans & {
  /** Hex SHA-256 of a key's DER; undefined unless the text is the one base64 form of an SPKI key. */
  fingerprint(spki: string): string | undefined;
  /** False for anything malformed, and for any base64 but the one form of a signature. */
  verifySignature(input: { text: string; signature: string; spki: string }): boolean | Promise<boolean>;
  readPlaybook(value: unknown): { playbook: AuthoredPlaybook } | { violations: { path: string; message: string }[] };
};

/**
 * `verified`: everything was checked and done again. `erased`: the chain and its signature hold, and what was erased
 * can't be graded again. `failed`: see `fault`.
 */
export type Verification = {
  verdict: "verified" | "erased" | "failed";
  fault: Fault | null;
  /** What held, in the order in which it was checked. */
  passed: CheckName[];
  entries: number;
  key: { id: string; trusted: boolean } | null;
  replayed: Replayed | null;
  /** The session as its journal tells it; null where it was erased or couldn't be read. */
  session: SessionState | null;
};

export type CheckName = "chain" | "canonical" | "signature" | "playbook" | "replay";

/** Verifies a bundle's text, the cheap checks first, and stops at the first fault. */
export async function verifyBundle(
  text: string,
  means: VerifyMeans,
  { trust }: { trust?: string | undefined } = {},
): Promise<Verification> {
  const read = readBundle(text);
  if ("fault" in read) return { ...UNVERIFIED, fault: read.fault };
  const { bundle } = read;
  const report: Verification = { ...UNVERIFIED, passed: [], entries: bundle.journal.length };
  const checks: [CheckName, () => Promise<Fault | undefined> | Fault | undefined][] = [
    ["chain", () => verifyChain(bundle.journal, means.digest)],
    ["canonical", () => canonicalFault(text, bundle)],
    ["signature", () => signatureFault(bundle, means, trust)],
  ];
  for (const [name, check] of checks) {
    const fault = await check();
    if (fault) return { ...report, fault };
    report.passed.push(name);
  }
  report.key = { id: bundle.head.key_id, trusted: trust !== undefined };
  return bundle.journal.every(isWhole) ? verifyContent(bundle, means, report) : { ...report, verdict: "erased" };
}

/** Where every verification begins: nothing held yet. */
export const UNVERIFIED: Verification = {
  verdict: "failed",
  fault: null,
  passed: [],
  entries: 0,
  key: null,
  replayed: null,
  session: null,
};

async function verifyContent(bundle: Bundle, means: VerifyMeans, report: Verification): Promise<Verification> {
  const read = playbookOf(bundle, means);
  if ("fault" in read) return { ...report, fault: read.fault };
  report.passed.push("playbook");
  const later = laterPlaybooks(bundle, means);
  if ("fault" in later) return { ...report, fault: later.fault };
  const { fault, replayed, state } = await replay(bundle.journal as SessionEntry[], read.playbook, {
    ...means,
    ...later,
  });
  const result = { ...report, replayed, session: state ?? null };
  if (fault) return { ...result, fault };
  return { ...result, verdict: "verified", passed: [...report.passed, "replay"] };
}

/** Whether the head is the journal's last entry, and signed: by the key that came along, and by the one that is trusted. */
async function signatureFault(
  bundle: Bundle,
  means: VerifyMeans,
  trust: string | undefined,
): Promise<Fault | undefined> {
  const { head, journal, playbook, public_key: spki } = bundle;
  const misplaced = headFault(bundle);
  if (misplaced) return misplaced;
  if (means.fingerprint(spki) !== head.key_id) {
    return { seq: null, code: "wrong_key", text: "The public key is not the one that the head names." };
  }
  const claim = { session: sessionOf(journal), ...head, playbook_digest: means.digest(canonicalJson(playbook)) };
  const { signature } = head;
  if (!(await means.verifySignature({ text: headText(claim), signature, spki }))) {
    return { seq: head.seq, code: "wrong_signature", text: SIGNATURE_TEXT };
  }
  if (trust === undefined || trust === head.key_id) return undefined;
  const text = `The bundle is signed with the key ${head.key_id}, not with ${trust}.`;
  return { seq: null, code: "untrusted_key", text };
}

function headFault({ head, journal }: Bundle): Fault | undefined {
  const last = journal.at(-1)!;
  if (head.seq > last.seq) {
    return { seq: last.seq + 1, code: "missing_entry", text: missingText(last.seq + 1, head.seq) };
  }
  if (head.seq === last.seq && head.hash === last.hash) return undefined;
  return { seq: last.seq, code: "wrong_head", text: `The signed head is not entry ${last.seq}, the last one.` };
}

const SIGNATURE_TEXT = "The signature doesn't fit the last entry, the playbook and the key together.";

const missingText = (first: number, last: number): string =>
  first === last ? `Entry ${last}, the last one, is missing.` : `Entries ${first} to ${last} are missing at the end.`;

const naming = z.object({ session: z.string() });

/** The id of the session: from its first entry, or from its erasure where that one lost its payload. */
function sessionOf(journal: Bundle["journal"]): string {
  for (const entry of journal) {
    if (!isWhole(entry) || !(entry.kind === "session.created" || entry.kind === "session.erased")) continue;
    const named = naming.safeParse(entry.payload);
    if (named.success) return named.data.session;
  }
  return "";
}

/** The versions that the session was regraded by, by digest; one that no entry names has no place in the bundle. */
function laterPlaybooks(
  { regraded_by = [], journal }: Bundle,
  means: VerifyMeans,
): { later: ReadonlyMap<string, AuthoredPlaybook> } | { fault: Fault } {
  const named = new Set(journal.flatMap((entry) => (isWhole(entry) ? (regradeDigest(entry) ?? []) : [])));
  const later = new Map<string, AuthoredPlaybook>();
  for (const playbook of regraded_by) {
    const [read, digest] = [means.readPlaybook(playbook), means.digest(canonicalJson(playbook))];
    if ("violations" in read || !named.has(digest)) return { fault: STRANGE_PLAYBOOK };
    later.set(digest, read.playbook);
  }
  return { later };
}

const regrade = z.object({ playbook_digest: z.string() });

const regradeDigest = ({ kind, payload }: Entry<string, unknown>): string | undefined =>
  kind === "session.regraded" ? regrade.safeParse(payload).data?.playbook_digest : undefined;

const STRANGE_PLAYBOOK: Fault = {
  seq: null,
  code: "unreadable_playbook",
  text: "The bundle holds a later playbook that can't be read, or by which the session was never graded.",
};

const creation = z.object({ playbook: z.string(), playbook_digest: z.string() });

/** The playbook, if it is the one that the session was created with. */
function playbookOf(
  { playbook, journal }: Bundle,
  means: VerifyMeans,
): { playbook: AuthoredPlaybook } | { fault: Fault } {
  const read = means.readPlaybook(playbook);
  if ("violations" in read) {
    const [first] = read.violations;
    const text = `The playbook can't be read: ${first?.path} ${first?.message}.`;
    return { fault: { seq: null, code: "unreadable_playbook", text } };
  }
  const created = creation.safeParse((journal[0] as Entry<string, unknown>).payload);
  const named = `${read.playbook.id}@${read.playbook.version}`;
  const digest = means.digest(canonicalJson(playbook));
  if (created.success && created.data.playbook === named && created.data.playbook_digest === digest) return read;
  const text = "The session was created with another playbook than the one in the bundle.";
  return { fault: { seq: 1, code: "wrong_playbook", text } };
}

import { createHash } from "node:crypto";
import { memorySigner } from "#shared/adapters/memory/signer.ts";
import { fingerprint, verifySignature } from "#shared/adapters/signatures.ts";
import { canonicalJson } from "#shared/domain/foundation/json.ts";
import type { Grade } from "#shared/domain/grading/contract.ts";
import type { SqlObservation } from "#shared/domain/grading/sandbox.ts";
import { exportBundle } from "#shared/domain/journal/bundle.ts";
import { chainAll, EMPTY_TIP, type StoredEntry } from "#shared/domain/journal/entry.ts";
import { headText } from "#shared/domain/journal/head.ts";
import type { GradingTask } from "#shared/domain/journal/replay.ts";
import type { VerifyMeans } from "#shared/domain/journal/verify-bundle.ts";
import type { Playbook } from "#shared/domain/playbook/schema.ts";
import { sessionResult } from "#shared/domain/scoring/session-result.ts";
import type { SessionEntry, SessionFact } from "#shared/domain/session/facts.ts";
import { fold } from "#shared/domain/session/fold.ts";
import { deadlineOf, shift } from "#shared/domain/session/timing.ts";
import { shippedNumbers } from "./shipped-numbers.ts";

export const digest = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

const START = "2026-03-01T10:00:00.000Z";
const signer = memorySigner();
const { id: keyId, spki } = await signer.publicKey();
export const KEY_ID = keyId;

/** What the sandbox is said to have seen of every answer. */
export const OBSERVED: SqlObservation = {
  engine: "sql",
  stamp: { id: "test-sql/1", sha256: "0".repeat(64) },
  runs: [{ id: "one", outcome: "ok", rows: [["1"]], fuel: 7 }],
};

/** A grader for tests: an answer earns everything, none nothing. */
export const regrade = ({ section, item, answer, evidence }: GradingTask): Grade => ({
  item: item.id,
  section: section.id,
  points: answer === null ? "0" : item.points,
  max: item.points,
  open: "0",
  outcome: "graded",
  working: [],
  grader: "test/1",
  evidence,
});

export const verifyMeans = (more: Partial<VerifyMeans> = {}): VerifyMeans => ({
  digest,
  fingerprint,
  verifySignature,
  readPlaybook: (value) => ({ playbook: value as Playbook }),
  regrade,
  ...more,
});

/** The facts of a session that took every section, answered every item and was graded and scored. */
export function scoredFacts(playbook = shippedNumbers()): SessionFact[] {
  const facts: SessionFact[] = [created(playbook), fact("session.started", 1, "candidate", { consent: true })];
  for (const [index, section] of playbook.sections.entries()) {
    const minute = 2 + index * 20;
    const deadline = deadlineOf(section, shift(START, minute * 60_000), null)!;
    facts.push(fact("section.opened", minute, "candidate", { section: section.id, deadline }));
    for (const { id } of section.items) facts.push(fact("answer.saved", minute + 1, "candidate", answerTo(id)));
    const closing = { kind: "section.closed", at: deadline, actor: "system" } as const;
    facts.push({ ...closing, payload: { section: section.id, reason: "timeout" } });
    for (const item of section.items) {
      const evidence = item.id === "busy-customers" ? [OBSERVED] : [];
      const payload = regrade({ section, item, answer: answerTo(item.id).value, evidence });
      if (index < playbook.sections.length - 1) facts.push(fact("grade.recorded", minute + 15, "system", payload));
      else facts.push(fact("grade.recorded", 110, "system", payload));
    }
  }
  const sections = playbook.sections.map(({ id }) => id);
  return withSubmission(facts, fact("session.submitted", 100, "system", { sections }));
}

const answerTo = (item: string) => ({ item, value: `an answer – “${item}” 😀`, revision: 1 });

/** The session ends when its last section has closed, before that one is graded. */
const withSubmission = (facts: SessionFact[], submission: SessionFact): SessionFact[] =>
  [...facts, submission].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

function fact<K extends SessionFact["kind"]>(
  kind: K,
  minute: number,
  actor: string,
  payload: Extract<SessionFact, { kind: K }>["payload"],
): SessionFact {
  return { kind, at: shift(START, minute * 60_000), actor, payload } as SessionFact;
}

const created = (playbook: Playbook): SessionFact =>
  fact("session.created", 0, "key_1", {
    session: "ses_1",
    playbook: `${playbook.id}@${playbook.version}`,
    playbook_digest: digest(canonicalJson(playbook)),
    candidate: { name: "Ada Example", email: "ada@example.com" },
    accommodation: null,
    expires_at: shift(START, 86_400_000),
    metadata: {},
    redirect_url: null,
    link_hash: digest("link"),
  });

/** Chains facts and, where they end in grades, the result that follows from them. */
export function journalOf(facts: readonly SessionFact[], playbook = shippedNumbers()): SessionEntry[] {
  let salts = 0;
  const means = { salt: () => digest(`salt ${salts++}`).slice(0, 32), digest };
  const entries = chainAll(EMPTY_TIP, facts, means) as SessionEntry[];
  const last = entries.at(-1)!;
  if (last.kind !== "grade.recorded") return entries;
  const at = shift(last.at, 1000);
  const payload = sessionResult(fold(entries)!, playbook, at);
  const result: SessionFact = { kind: "result.computed", at, actor: "system", payload };
  return [...entries, ...(chainAll(last, [result], means) as SessionEntry[])];
}

/** Signs and exports a journal, as the company's key would. */
export async function bundleOf(journal: readonly StoredEntry[], playbook = shippedNumbers()): Promise<string> {
  const { seq, hash } = journal.at(-1)!;
  const claim = { session: "ses_1", seq, hash, playbook_digest: digest(canonicalJson(playbook)), key_id: KEY_ID };
  const head = { seq, hash, key_id: KEY_ID, signature: await signer.sign(headText(claim)) };
  return exportBundle({ playbook, journal, head, public_key: spki });
}

import { Refusal } from "../domain/foundation/refusal.ts";
import { exportBundle as bundleText } from "../domain/journal/bundle.ts";
import { isWhole, type StoredEntry } from "../domain/journal/entry.ts";
import type { SessionEntry } from "../domain/session/facts.ts";
import type { SessionState } from "../domain/session/state.ts";
import { withoutErased } from "../domain/session/without-erased.ts";
import type { PublishedPlaybook } from "../ports/playbook-store.ts";
import { headSigning } from "./head-signing.ts";
import { organisationLog } from "./organisation-log.ts";
import type { Ports } from "./ports.ts";

type BundlePorts = Pick<Ports, "sessions" | "journal" | "playbooks" | "signer" | "signatures" | "clock" | "identity">;

/**
 * The signed bundle of a scored or an erased session, as canonical text for offline verification. Who exported it goes into the
 * organisation's journal first.
 *
 * @throws Refusal `session_not_found`, `wrong_status` before the session is scored
 */
export const exportBundle = (ports: BundlePorts) => {
  const signHead = headSigning(ports);
  const record = organisationLog(ports);
  return async (input: { session: string; actor: string }): Promise<string> => {
    const { state } = await ports.sessions.read(input.session);
    requireScored(state);
    const { playbook } = (await ports.playbooks.read(state.playbook)) as PublishedPlaybook;
    const { seq, hash } = state.tip;
    const journal = withoutErased((await ports.journal.read(state.id)).slice(0, seq), state);
    const later = await Promise.all(regradedBy(journal).map((reference) => ports.playbooks.read(reference)));
    const regraded_by = later.length > 0 ? later.map((published) => published!.playbook) : undefined;
    const payload = { session: state.id, seq, hash };
    await record({ kind: "bundle.exported", at: ports.clock.now(), actor: input.actor, payload });
    const [head, { spki }] = await Promise.all([signHead(state, state.tip), ports.signer.publicKey()]);
    return bundleText({ playbook, ...(regraded_by && { regraded_by }), journal, head, public_key: spki });
  };
};

/** The later versions by which the session was graded, in their order. */
const regradedBy = (journal: readonly StoredEntry[]): string[] =>
  (journal.filter(isWhole) as SessionEntry[]).flatMap((entry) =>
    entry.kind === "session.regraded" ? [entry.payload.playbook] : [],
  );

function requireScored(state: SessionState): void {
  if (state.scored_at !== null || state.erased) return;
  throw new Refusal("wrong_status", "The bundle can be exported once the session is scored.", {
    data: { session_status: state.status },
  });
}

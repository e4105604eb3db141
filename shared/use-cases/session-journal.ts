import { eventsOf } from "../domain/events/build.ts";
import { sameJson } from "../domain/foundation/json.ts";
import { chainAll, EMPTY_TIP } from "../domain/journal/entry.ts";
import { presented } from "../domain/playbook/presented.ts";
import type { AuthoredPlaybook, Playbook } from "../domain/playbook/schema.ts";
import { dueAt } from "../domain/session/due.ts";
import type { SessionEntry, SessionFact } from "../domain/session/facts.ts";
import { changesHead, fold } from "../domain/session/fold.ts";
import { headOf } from "../domain/session/head.ts";
import { gradingVersion } from "../domain/session/people-state.ts";
import type { SessionState, Situation } from "../domain/session/state.ts";
import { later } from "../domain/session/timing.ts";
import type { Clock } from "../ports/clock.ts";
import type { Identity } from "../ports/identity.ts";
import type { Commit, JournalStore } from "../ports/journal-store.ts";
import type { Wake } from "../ports/workflow.ts";
import { appendOnce } from "./append-once.ts";
import type { SessionCache } from "./session-cache.ts";

/** What reading and writing a session's journal takes. */
export type JournalMeans = {
  journal: JournalStore;
  wake: Wake;
  clock: Clock;
  identity: Identity;
  cache: SessionCache;
  /** A published version by its reference. */
  playbookOf(reference: string): Promise<AuthoredPlaybook>;
};

/** The state with its playbook as it presents it, now; the clock never stands before the journal's last entry. */
export const situationOf = async (means: JournalMeans, state: SessionState): Promise<Situation> => ({
  state,
  playbook: presented(await means.playbookOf(gradingVersion(state)), {
    seed: state.seed,
    digest: means.identity.digest,
  }),
  now: later(means.clock.now(), state.tip.at),
});

/** The session as it stands, from what is remembered and the entries that followed; undefined where there is none. */
export async function refresh({ journal, cache }: JournalMeans, session: string): Promise<SessionState | undefined> {
  const known = cache.get(session);
  const entries = await journal.read(session, known?.tip.seq ?? 0);
  const state = fold(entries as SessionEntry[], known);
  if (state) cache.keep(state);
  return state;
}

/** Where facts are to follow; without a state they begin a session. */
export type Standing = { state?: SessionState | undefined; playbook: Playbook; now: string };

/**
 * Chains facts to where they follow and writes them with the head and the events they change, in one atomic step.
 *
 * @returns the situation once they stand. @throws JournalConflict when somebody else came first
 */
export async function commit(
  means: JournalMeans,
  standing: Standing,
  facts: readonly SessionFact[],
): Promise<Situation> {
  const { salt, digest } = means.identity;
  const entries = chainAll(standing.state?.tip ?? EMPTY_TIP, facts, { salt, digest }) as SessionEntry[];
  const state = fold(entries, standing.state)!;
  const beside = entries.some(changesHead) ? headAndEvents(means, { ...standing, after: state }, entries) : {};
  await appendOnce(means.journal, state.id, { entries, ...beside });
  means.cache.keep(state);
  if (beside.events?.length) await means.wake.wake(state.id);
  return { ...standing, state };
}

function headAndEvents(
  { identity }: JournalMeans,
  { state: before, playbook, after }: Standing & { after: SessionState },
  entries: readonly SessionEntry[],
): Omit<Commit, "entries"> {
  const head = headOf(after, dueAt({ state: after, playbook }));
  const known = before && headOf(before, dueAt({ state: before, playbook }));
  const events = eventsOf(entries, head, { newId: () => identity.id("evt_"), latest: before?.results.at(-1) });
  return { events, ...(sameJson(head, known ?? null) ? {} : { head }) };
}

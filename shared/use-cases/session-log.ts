import { eventsOf } from "../domain/events/build.ts";
import { sameJson } from "../domain/foundation/json.ts";
import { Refusal } from "../domain/foundation/refusal.ts";
import { chainAll, EMPTY_TIP } from "../domain/journal/entry.ts";
import type { Playbook } from "../domain/playbook/schema.ts";
import { dueAt, dueFacts } from "../domain/session/due.ts";
import type { SessionEntry, SessionFact } from "../domain/session/facts.ts";
import { changesHead, fold } from "../domain/session/fold.ts";
import { headOf } from "../domain/session/head.ts";
import { type Decision, NOTHING, type SessionState, type Situation } from "../domain/session/state.ts";
import { later } from "../domain/session/timing.ts";
import type { Clock } from "../ports/clock.ts";
import type { Identity } from "../ports/identity.ts";
import { type Commit, JournalConflict, type JournalStore } from "../ports/journal-store.ts";
import type { PlaybookStore } from "../ports/playbook-store.ts";
import type { Wake } from "../ports/workflow.ts";
import { appendOnce } from "./append-once.ts";
import { publishedPlaybooks } from "./published-playbooks.ts";
import { sessionCache } from "./session-cache.ts";

/** How often somebody else may come first before a command gives up. */
const ATTEMPTS = 12;
const REMEMBERED_SESSIONS = 200;

export type Decide = (situation: Situation) => Decision;

/**
 * The one way to a session's journal: whatever time has made true is appended first, then a command decides on what
 * stands there, and its facts follow in one atomic step with the head and the events they change.
 *
 * States are remembered between calls, so that a save on a warm one is a single write and no read. What is remembered
 * may be old: a decision that writes finds out by the conflict, any other is taken again on a fresh read.
 */
export type SessionLog = {
  /** The session as it is now. @throws Refusal `session_not_found` */
  read(session: string): Promise<Situation>;
  /** Decides and appends. @throws Refusal `session_not_found`, `busy`, and whatever `decide` refuses */
  change(session: string, decide: Decide): Promise<Situation>;
  /** Writes the first fact of a new session. */
  create(playbook: Playbook, fact: SessionFact): Promise<Situation>;
  /** The session, perhaps as it was a while ago: for what never changes. Undefined where there is none. */
  recall(session: string): Promise<SessionState | undefined>;
};

export type SessionLogPorts = {
  journal: JournalStore;
  playbooks: PlaybookStore;
  wake: Wake;
  clock: Clock;
  identity: Identity;
};

export function sessionLog(ports: SessionLogPorts): SessionLog {
  const cache = sessionCache(REMEMBERED_SESSIONS);
  const playbookOf = publishedPlaybooks(ports.playbooks);
  const situationOf = async (state: SessionState): Promise<Situation> => ({
    state,
    playbook: await playbookOf(state.playbook),
    now: later(ports.clock.now(), state.tip.at),
  });

  async function refresh(session: string): Promise<SessionState | undefined> {
    const known = cache.get(session);
    const entries = await ports.journal.read(session, known?.tip.seq ?? 0);
    const state = fold(entries as SessionEntry[], known);
    if (state) cache.keep(state);
    return state;
  }

  /** @returns the situation once `facts` stand. @throws JournalConflict when somebody else came first */
  async function commit(situation: Situation | { playbook: Playbook; now: string }, facts: readonly SessionFact[]) {
    const before = "state" in situation ? situation.state : undefined;
    const means = { salt: ports.identity.salt, digest: ports.identity.digest };
    const entries = chainAll(before?.tip ?? EMPTY_TIP, facts, means) as SessionEntry[];
    const state = fold(entries, before)!;
    const beside: Beside = entries.some(changesHead)
      ? headAndEvents({ before, state, playbook: situation.playbook }, entries)
      : {};
    await appendOnce(ports.journal, state.id, { entries, ...beside });
    cache.keep(state);
    if (beside.events?.length) await ports.wake.wake(state.id);
    return { ...situation, state };
  }

  function headAndEvents({ before, state, playbook }: Change, entries: readonly SessionEntry[]): Beside {
    const head = headOf(state, dueAt({ state, playbook }));
    const events = eventsOf(entries, head, () => ports.identity.id("evt_"));
    const known = before && headOf(before, dueAt({ state: before, playbook }));
    return { events, ...(sameJson(head, known ?? null) ? {} : { head }) };
  }

  /** @returns undefined where a remembered state isn't enough to be sure. */
  async function changeWarm(state: SessionState, decide: Decide): Promise<Situation | undefined> {
    const situation = await situationOf(state);
    if (dueFacts(situation).length > 0) return undefined;
    const decision = unlessThrown(() => decide(situation));
    if (!decision || decision.facts.length === 0 || decision.refusal) return undefined;
    return unlessConflict(() => commit(situation, decision.facts));
  }

  async function changeFresh(state: SessionState, decide: Decide): Promise<Situation> {
    let situation = await situationOf(state);
    for (let due = dueFacts(situation); due.length > 0; due = dueFacts(situation)) {
      situation = await commit(situation, due);
    }
    const { facts, refusal } = decide(situation);
    if (facts.length > 0) situation = await commit(situation, facts);
    if (refusal) throw refusal;
    return situation;
  }

  async function change(session: string, decide: Decide): Promise<Situation> {
    const known = cache.get(session);
    const warm = known && (await changeWarm(known, decide));
    if (warm) return warm;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const state = await refresh(session);
      if (!state) throw new Refusal("session_not_found", `There is no session "${session}".`);
      const done = await unlessConflict(() => changeFresh(state, decide));
      if (done) return done;
    }
    throw new Refusal("busy", "Too much is happening to this session at once; try again.");
  }

  return {
    read: (session) => change(session, () => NOTHING),
    change,
    create: (playbook, fact) => commit({ playbook, now: fact.at }, [fact]),
    recall: async (session) => cache.get(session) ?? (await refresh(session)),
  };
}

type Beside = Omit<Commit, "entries">;
type Change = { before: SessionState | undefined; state: SessionState; playbook: Playbook };

/** What a decision throws on a remembered state may come from its age; on a fresh read it is thrown for good. */
function unlessThrown(decide: () => Decision): Decision | undefined {
  try {
    return decide();
  } catch {
    return undefined;
  }
}

async function unlessConflict<T>(attempt: () => Promise<T>): Promise<T | undefined> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof JournalConflict) return undefined;
    throw error;
  }
}

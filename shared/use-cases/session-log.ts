import { Refusal } from "../domain/foundation/refusal.ts";
import { presented } from "../domain/playbook/presented.ts";
import type { AuthoredPlaybook } from "../domain/playbook/schema.ts";
import { dueFacts } from "../domain/session/due.ts";
import type { SessionFact } from "../domain/session/facts.ts";
import { type Decision, NOTHING, type SessionState, type Situation } from "../domain/session/state.ts";
import { JournalConflict } from "../ports/journal-store.ts";
import type { PlaybookStore } from "../ports/playbook-store.ts";
import { publishedPlaybooks } from "./published-playbooks.ts";
import { sessionCache } from "./session-cache.ts";
import { commit, type JournalMeans, refresh, situationOf } from "./session-journal.ts";

/** How often somebody else may come first before a command gives up. */
const ATTEMPTS = 12;
const REMEMBERED_SESSIONS = 200;
/** The company's own journal stands beside the sessions': no other stream is taken for one. */
const SESSION_ID = /^ses_[0-9A-Za-z]{1,64}$/;

type Creation = Extract<SessionFact, { kind: "session.created" }>;

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
  create(playbook: AuthoredPlaybook, fact: Creation): Promise<Situation>;
  /** The session, perhaps as it was a while ago: for what never changes. Undefined where there is none. */
  recall(session: string): Promise<SessionState | undefined>;
};

export type SessionLogPorts = Pick<JournalMeans, "journal" | "wake" | "clock" | "identity"> & {
  playbooks: PlaybookStore;
};

export function sessionLog({ playbooks, ...ports }: SessionLogPorts): SessionLog {
  const cache = sessionCache(REMEMBERED_SESSIONS);
  const means: JournalMeans = { ...ports, cache, playbookOf: publishedPlaybooks(playbooks) };
  return {
    read: (session) => change(means, session, () => NOTHING),
    change: (session, decide) => change(means, session, decide),
    create(authored, fact) {
      const playbook = presented(authored, { seed: fact.payload.seed, digest: ports.identity.digest });
      return commit(means, { playbook, now: fact.at }, [fact]);
    },
    recall: async (session) => cache.get(session) ?? (await refresh(means, session)),
  };
}

async function change(means: JournalMeans, session: string, decide: Decide): Promise<Situation> {
  const known = means.cache.get(session);
  const warm = known && (await changeWarm(means, known, decide));
  if (warm) return warm;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const state = SESSION_ID.test(session) ? await refresh(means, session) : undefined;
    if (!state) throw new Refusal("session_not_found", `There is no session "${session}".`);
    const done = await unlessConflict(() => changeFresh(means, state, decide));
    if (done) return done;
  }
  throw new Refusal("busy", "Too much is happening to this session at once; try again.");
}

/** @returns undefined where a remembered state isn't enough to be sure. */
async function changeWarm(means: JournalMeans, state: SessionState, decide: Decide): Promise<Situation | undefined> {
  const situation = await situationOf(means, state);
  if (dueFacts(situation).length > 0) return undefined;
  const decision = unlessThrown(() => decide(situation));
  if (!decision || decision.facts.length === 0 || decision.refusal) return undefined;
  return unlessConflict(() => commit(means, situation, decision.facts));
}

/** @throws JournalConflict when somebody else came first */
async function changeFresh(means: JournalMeans, state: SessionState, decide: Decide): Promise<Situation> {
  let situation = await situationOf(means, state);
  for (let due = dueFacts(situation); due.length > 0; due = dueFacts(situation)) {
    situation = await commit(means, situation, due);
  }
  const { facts, refusal } = decide(situation);
  if (facts.length > 0) situation = await commit(means, situation, facts);
  if (refusal) throw refusal;
  return situation;
}

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

import { Refusal } from "../domain/foundation/refusal.ts";
import { type Decision, NOTHING, type SessionState, type Situation } from "../domain/session/state.ts";
import type { Ports } from "./ports.ts";
import type { SessionLog } from "./session-log.ts";

const TOKEN = /^(ses_[0-9A-Za-z]{1,64})\.([A-Za-z0-9_-]{16,128})$/;

/**
 * The session a candidate's token (`<session id>.<secret>`) stands for, with the hash of its secret. What is remembered
 * of a session may be older than its link: a token that doesn't fit it is looked at once more.
 *
 * @throws Refusal `unauthenticated`
 */
export const authenticateCandidate =
  (ports: Pick<Ports, "sessions" | "identity">) =>
  async (input: { token: string }): Promise<{ session: string; link: string }> => {
    const [, session, secret] = TOKEN.exec(input.token) ?? [];
    if (session === undefined || secret === undefined) throw invalidLink();
    const link = ports.identity.digest(secret);
    const known = await ports.sessions.recall(session);
    if (!known) throw invalidLink();
    if (known.link_hash !== link) requireLink((await ports.sessions.read(session)).state, link);
    return { session, link };
  };

/** The sessions as somebody with a link gets at them: as soon as another link was made, at none. */
export function linkedSessions(sessions: SessionLog, link: string): SessionLog {
  const change: SessionLog["change"] = (session, decide) =>
    sessions.change(session, (situation: Situation): Decision => {
      requireLink(situation.state, link);
      return decide(situation);
    });
  return { ...sessions, change, read: (session) => change(session, () => NOTHING) };
}

function requireLink({ link_hash }: SessionState, link: string): void {
  if (link_hash !== link) throw invalidLink();
}

const invalidLink = () =>
  new Refusal("unauthenticated", "This link isn't valid. Please open the link from your invitation again.");

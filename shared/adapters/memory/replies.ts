import type { KeptReply, Replies } from "../../ports/replies.ts";

const ABANDONED_AFTER = 60_000;
const KEPT = 7 * 86_400_000;

type Kept = {
  fingerprint: string;
  claimed_at: string;
  since: string;
  reply?: KeptReply;
  session?: string | undefined;
};

export function memoryReplies(): Replies {
  const kept = new Map<string, Kept>();
  const age = (time: string, now: string) => Date.parse(now) - Date.parse(time);
  return {
    async claim({ id, fingerprint }, now) {
      const found = kept.get(id);
      const standing = found && age(found.reply ? found.claimed_at : found.since, now) <= KEPT ? found : undefined;
      if (standing && standing.fingerprint !== fingerprint) return { state: "other_request" };
      if (standing?.reply) return { state: "answered", reply: standing.reply };
      if (standing && age(standing.claimed_at, now) <= ABANDONED_AFTER) return { state: "in_flight" };
      const since = standing?.since ?? now;
      kept.set(id, { fingerprint, claimed_at: now, since });
      return { state: "claimed", seed: `seed of ${id}`, since, again: standing !== undefined };
    },
    async keep({ id, fingerprint }, reply, { now, owner }) {
      kept.set(id, { fingerprint, claimed_at: now, since: now, reply, session: owner?.session });
    },
    async release({ id }) {
      kept.delete(id);
    },
    async erase(session) {
      for (const [id, reply] of kept) if (reply.session === session) kept.delete(id);
    },
  };
}

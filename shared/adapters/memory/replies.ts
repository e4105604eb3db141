import type { KeptReply, Replies } from "../../ports/replies.ts";

const ABANDONED_AFTER = 60_000;

export function memoryReplies(): Replies {
  const kept = new Map<string, { fingerprint: string; claimed_at: string; reply?: KeptReply }>();
  const isAbandoned = (claimed_at: string, now: string) => Date.parse(now) - Date.parse(claimed_at) > ABANDONED_AFTER;
  return {
    async claim({ id, fingerprint }, now) {
      const standing = kept.get(id);
      if (!standing || (!standing.reply && isAbandoned(standing.claimed_at, now))) {
        kept.set(id, { fingerprint, claimed_at: now });
        return { state: "claimed" };
      }
      if (standing.fingerprint !== fingerprint) return { state: "other_request" };
      return standing.reply ? { state: "answered", reply: standing.reply } : { state: "in_flight" };
    },
    async keep({ id, fingerprint }, reply, now) {
      kept.set(id, { fingerprint, claimed_at: now, reply });
    },
    async release({ id }) {
      kept.delete(id);
    },
  };
}

import type { KeptReply, Replies } from "../../ports/replies.ts";

const ABANDONED_AFTER = 60_000;
const KEPT = 7 * 86_400_000;

type Kept = { fingerprint: string; claimed_at: string; reply?: KeptReply; session?: string | undefined };

export function memoryReplies(): Replies {
  const kept = new Map<string, Kept>();
  const isFree = ({ claimed_at, reply }: Kept, now: string) =>
    Date.parse(now) - Date.parse(claimed_at) > (reply ? KEPT : ABANDONED_AFTER);
  return {
    async claim({ id, fingerprint }, now) {
      const standing = kept.get(id);
      if (!standing || isFree(standing, now)) {
        kept.set(id, { fingerprint, claimed_at: now });
        return { state: "claimed" };
      }
      if (standing.fingerprint !== fingerprint) return { state: "other_request" };
      return standing.reply ? { state: "answered", reply: standing.reply } : { state: "in_flight" };
    },
    async keep({ id, fingerprint }, reply, { now, owner }) {
      kept.set(id, { fingerprint, claimed_at: now, reply, session: owner?.session });
    },
    async release({ id }) {
      kept.delete(id);
    },
    async erase(session) {
      for (const [id, reply] of kept) if (reply.session === session) kept.delete(id);
    },
  };
}

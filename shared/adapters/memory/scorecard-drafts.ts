import type { ScorecardDraft, ScorecardDrafts } from "../../ports/scorecard-drafts.ts";

export function memoryScorecardDrafts(): ScorecardDrafts {
  const drafts = new Map<string, ScorecardDraft>();
  const key = (session: string, interviewer: string) => `${session} ${interviewer}`;
  return {
    read: async (session, interviewer) => drafts.get(key(session, interviewer)),
    async save(session, draft) {
      const standing = drafts.get(key(session, draft.interviewer))?.revision ?? 0;
      if (draft.revision !== standing + 1) return false;
      drafts.set(key(session, draft.interviewer), draft);
      return true;
    },
    remove: async (session, interviewer) => void drafts.delete(key(session, interviewer)),
    async erase(session) {
      for (const name of drafts.keys()) if (name.startsWith(key(session, ""))) drafts.delete(name);
    },
  };
}

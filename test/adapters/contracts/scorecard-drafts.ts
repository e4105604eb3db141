import { beforeAll, describe, expect, test } from "vitest";
import type { ScorecardDraft, ScorecardDrafts } from "#shared/ports/scorecard-drafts.ts";
import { newId } from "./stored-session.ts";

const draft = (revision: number, observation = "So it was said."): ScorecardDraft => ({
  interviewer: "int_1",
  ratings: [
    { question: "q1", value: 4, observation },
    { question: "q2", observation: "…" },
  ],
  revision,
  saved_at: "2026-03-01T09:00:00.000Z",
});

/** What every store of unlocked scorecards keeps to. */
export function scorecardDraftsContract(make: () => Promise<{ scorecardDrafts: ScorecardDrafts }>): void {
  describe("scorecards that aren't locked", () => {
    let drafts: ScorecardDrafts;
    beforeAll(async () => {
      drafts = (await make()).scorecardDrafts;
    });

    test("come back as they were saved, each interviewer's for itself", async () => {
      const session = newId("ses_");
      expect(await drafts.read(session, "int_1")).toBeUndefined();
      expect(await drafts.save(session, draft(1))).toBe(true);
      expect(await drafts.read(session, "int_1")).toEqual(draft(1));
      expect(await drafts.read(session, "int_2")).toBeUndefined();
      expect(await drafts.read(newId("ses_"), "int_1")).toBeUndefined();
    });

    test("are saved on the revision before their own only", async () => {
      const session = newId("ses_");
      expect(await drafts.save(session, draft(2))).toBe(false);
      await drafts.save(session, draft(1));
      expect(await drafts.save(session, draft(1, "Another tab."))).toBe(false);
      expect(await drafts.save(session, draft(3))).toBe(false);
      expect(await drafts.read(session, "int_1")).toEqual(draft(1));
      expect(await drafts.save(session, draft(2, "Later."))).toBe(true);
      expect(await drafts.read(session, "int_1")).toEqual(draft(2, "Later."));
    });

    test("are gone with their session, all of them and no others", async () => {
      const [session, other] = [newId("ses_"), newId("ses_")];
      for (const of of [session, other]) await drafts.save(of, draft(1));
      await drafts.erase(session);
      await drafts.erase(session);
      expect(await drafts.read(session, "int_1")).toBeUndefined();
      expect(await drafts.read(other, "int_1")).toEqual(draft(1));
    });

    test("are gone once they are removed, and may be begun anew", async () => {
      const session = newId("ses_");
      await drafts.save(session, draft(1));
      await drafts.remove(session, "int_1");
      expect(await drafts.read(session, "int_1")).toBeUndefined();
      expect(await drafts.save(session, draft(1))).toBe(true);
    });
  });
}

import { Refusal } from "../domain/foundation/refusal.ts";
import { type DraftRating, requireDraft } from "../domain/interview/scorecard.ts";
import { mayRate, type Onlooker } from "../domain/interview/sight.ts";
import type { Actor } from "../domain/session/actors.ts";
import { requireLegal } from "../domain/session/transitions.ts";
import type { Ports } from "./ports.ts";
import { draftReport, requireOwnCard, type ScorecardReport } from "./scorecard-reports.ts";

/**
 * Keeps a scorecard that is being filled in, on the revision last seen where one is named.
 *
 * @throws Refusal `session_not_found`, `wrong_status`, `forbidden`, `scorecard_locked`, `invalid_scorecard`,
 * `revision_conflict` with what stands
 */
export const saveScorecard =
  (ports: Pick<Ports, "sessions" | "scorecardDrafts">) =>
  async (input: {
    session: string;
    interviewer: string;
    ratings: DraftRating[];
    revision?: number | undefined;
    actor: Actor;
  }): Promise<ScorecardReport> => {
    const { session, interviewer, ratings } = input;
    requireOwnCard(input.actor, interviewer);
    const situation = await ports.sessions.read(session);
    if (situation.state.scorecards.has(interviewer)) throw new Refusal("scorecard_locked", "This card is locked.");
    requireLegal(situation.state, "scorecard.locked");
    requireDraft(situation.playbook, ratings);
    const standing = await ports.scorecardDrafts.read(session, interviewer);
    requireUnswayed({
      actor: { ...input.actor, id: interviewer },
      state: situation.state,
      drafts: standing !== undefined,
    });
    const revision = (input.revision ?? standing?.revision ?? 0) + 1;
    const draft = { interviewer, ratings, revision, saved_at: situation.now };
    if (await ports.scorecardDrafts.save(session, draft)) return draftReport(situation, draft);
    const stored = (await ports.scorecardDrafts.read(session, interviewer)) ?? null;
    throw new Refusal("revision_conflict", "This card was changed elsewhere; here is what is stored.", {
      data: { revision: stored?.revision ?? 0 },
    });
  };

/** Who could read the others' cards begins none of their own. */
function requireUnswayed(onlooker: Onlooker): void {
  if (mayRate(onlooker)) return;
  throw new Refusal("forbidden", "You can read the scorecards of this session; whoever can doesn't begin one.");
}

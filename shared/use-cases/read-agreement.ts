import { type Agreement, agreementOf, type Rated } from "../domain/interview/agreement.ts";
import { isKeptBlind } from "../domain/interview/sight.ts";
import { lockedRatings } from "../domain/scoring/locked-ratings.ts";
import type { Actor } from "../domain/session/actors.ts";
import type { SessionHead } from "../domain/session/head.ts";
import type { SessionFilter } from "../domain/session/lists.ts";
import type { SessionState } from "../domain/session/state.ts";
import type { Ports } from "./ports.ts";

export type AgreementReport = Agreement & { sessions: number };

/** Over how many sessions the company's figures are taken at most, the latest first; and how many are looked through. */
const LATEST = 100;
const MOST_PAGES = 5;

/** How far the interviewers of one session agree, as far as their cards are locked. @throws Refusal `session_not_found` */
export const readSessionAgreement =
  (ports: Pick<Ports, "sessions">) =>
  async (input: { session: string }): Promise<AgreementReport> => {
    const { state } = await ports.sessions.read(input.session);
    return { sessions: 1, ...agreementOf(ratedIn(state)) };
  };

/** How far interviewers agree over the latest sessions, of one playbook or of all; without those the actor still rates. */
export const readAgreement =
  (ports: Pick<Ports, "sessions" | "index" | "scorecardDrafts">) =>
  async ({ playbook, actor }: { playbook?: string | undefined; actor: Actor }): Promise<AgreementReport> => {
    const rated: SessionState[] = [];
    for (const { id } of await interviewed(ports, { playbook, jobs: actor.jobs })) {
      const { state } = await ports.sessions.read(id);
      if (state.scorecards.size > 0 && (await mayKnow(ports, actor, state))) rated.push(state);
    }
    return { sessions: rated.length, ...agreementOf(rated.flatMap(ratedIn)) };
  };

async function mayKnow({ scorecardDrafts }: Pick<Ports, "scorecardDrafts">, actor: Actor, state: SessionState) {
  const draft = await scorecardDrafts.read(state.id, actor.id);
  return !isKeptBlind({ actor, state, drafts: draft !== undefined });
}

const HAS_INTERVIEWS: ReadonlySet<string> = new Set(["scored", "finalized", "decided"]);

async function interviewed({ index }: Pick<Ports, "index">, filter: SessionFilter): Promise<SessionHead[]> {
  const found: SessionHead[] = [];
  let cursor: string | null | undefined;
  for (let page = 0; page < MOST_PAGES && cursor !== null && found.length < LATEST; page++) {
    const { data, next_cursor } = await index.list(filter, { limit: LATEST, cursor });
    found.push(...data.filter(({ status }) => HAS_INTERVIEWS.has(status)));
    cursor = next_cursor;
  }
  return found.slice(0, LATEST);
}

/** What was rated in a session, question by question; `not assessed` is no rating. */
function ratedIn(state: SessionState): Rated[] {
  const ratings = lockedRatings(state).flatMap(({ question, rater, value }) =>
    value === null ? [] : [{ question, rater, value }],
  );
  const byQuestion = Map.groupBy(ratings, ({ question }) => question);
  return [...byQuestion].map(([question, own]) => ({ session: state.id, question, ratings: own }));
}

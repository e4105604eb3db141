import { sameJson } from "../foundation/json.ts";
import { Refusal } from "../foundation/refusal.ts";
import { decideFinalize, decideOutcome } from "../session/decide-final.ts";
import { decideConfirm, decideLift, decideOverride, decideRaise } from "../session/decide-flags.ts";
import { decideConsensus, decideLock } from "../session/decide-interview.ts";
import { decideObjection } from "../session/decide-objection.ts";
import { decideReview } from "../session/decide-review.ts";
import type { SessionEntry, SessionFactKind, SessionFacts } from "../session/facts.ts";
import type { FlagAnswer } from "../session/people-facts.ts";
import type { Decision, SessionState, Situation } from "../session/state.ts";
import type { Entry } from "./entry.ts";

type Again<K extends SessionFactKind> = (situation: Situation, entry: Entry<K, SessionFacts[K]>) => Decision;

/** The decision that each fact of people comes from. */
const AGAIN: { readonly [K in SessionFactKind]?: Again<K> } = {
  "scorecard.locked": (situation, { payload }) => decideLock(situation, payload),
  "consensus.recorded": (situation, { payload, actor }) => decideConsensus(situation, { ...payload, actor }),
  "flag.raised": (situation, { payload, actor }) => decideRaise(situation, { ...payload, actor }),
  "flag.confirmed": (situation, entry) => decideConfirm(situation, answerOf(situation.state, entry)),
  "flag.lifted": (situation, entry) => decideLift(situation, answerOf(situation.state, entry)),
  "flag.overridden": (situation, entry) => decideOverride(situation, answerOf(situation.state, entry)),
  "objection.raised": (situation, { payload }) => decideObjection(situation, payload),
  "session.finalized": (situation, { actor }) => decideFinalize(situation, { actor }),
  "decision.made": (situation, { payload, actor }) => decideOutcome(situation, { ...payload, actor }),
  "grade.recorded": (situation, { payload, actor }) =>
    decideReview(situation, { marks: [payload.review!], item: payload.item, actor }),
};

const answerOf = ({ flags }: SessionState, { payload, actor }: Entry<string, FlagAnswer>) => ({
  named: flags.has(payload.id) ? payload.id : payload.flag,
  id: payload.id,
  reason: payload.reason,
  actor,
});

/**
 * Why what a person did could not have been done where it stands: the same decision is made again, and must come to
 * the same fact. Undefined where it does, and for facts that no person makes.
 */
export function wrongDeed(situation: Omit<Situation, "now">, entry: SessionEntry): string | undefined {
  const again = AGAIN[entry.kind] as Again<typeof entry.kind> | undefined;
  if (!again || (entry.kind === "grade.recorded" && !entry.payload.review)) return undefined;
  try {
    const [fact] = again({ ...situation, now: entry.at }, entry).facts;
    const same = fact?.kind === entry.kind && fact.actor === entry.actor && sameJson(fact.payload, entry.payload);
    return same ? undefined : "it isn't what the rules make of it";
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.message.replace(/\.$/, "");
  }
}

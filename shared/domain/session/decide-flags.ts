import { Refusal } from "../foundation/refusal.ts";
import type { FlagState } from "../scoring/result.ts";
import type { FlagAnswer, FlagInstance } from "./people-facts.ts";
import { type Decision, NOTHING, type Situation } from "./state.ts";
import { requireLegal } from "./transitions.ts";
import { withResult } from "./with-result.ts";

/**
 * Somebody raises a red flag with the observation it rests on. Raising it counts for little until another person
 * confirms it.
 *
 * @param input.id the new instance, `flg_…`
 * @throws Refusal `wrong_status`, `flag_not_found`
 */
export function decideRaise(
  situation: Situation,
  input: { id: string; flag: string; observation: string; actor: string },
): Decision {
  const { state, playbook, now } = situation;
  const { actor, ...payload } = input;
  requireLegal(state, "flag.raised");
  if (!playbook.red_flags.some(({ id }) => id === input.flag)) throw notFound(input.flag);
  return withResult(situation, [{ kind: "flag.raised", at: now, actor, payload }]);
}

type AnswerInput = {
  /** A raising's id; a flag's own where a gate or an item raised it by itself. */
  named: string;
  /** The instance that a raising by itself becomes when it is first answered. */
  id: string;
  reason: string;
  actor: string;
};

/** Another person confirms a raising. @throws Refusal `wrong_status`, `flag_not_found`, `flag_resolved`, `four_eyes` */
export const decideConfirm = (situation: Situation, input: AnswerInput): Decision =>
  answer(situation, input, { to: "confirmed", from: "raised" });

/** Another person lifts an unconfirmed raising as mistaken. @throws Refusal as {@link decideConfirm} does */
export const decideLift = (situation: Situation, input: AnswerInput): Decision =>
  answer(situation, input, { to: "lifted", from: "raised" });

/** A second person overrides what another one confirmed. @throws Refusal as {@link decideConfirm} does */
export const decideOverride = (situation: Situation, input: AnswerInput): Decision =>
  answer(situation, input, { to: "overridden", from: "confirmed" });

type Step = { to: Exclude<FlagState, "raised">; from: "raised" | "confirmed" };
type Standing = Pick<FlagInstance, "id" | "flag" | "raised_by" | "state" | "raiser" | "answers">;

function answer(situation: Situation, { named, id, reason, actor }: AnswerInput, { to, from }: Step): Decision {
  const { state, now } = situation;
  const kind = `flag.${to}` as const;
  const standing = standingOf(situation, named, id);
  const last = standing.answers.at(-1);
  if (standing.state === to && last?.actor === actor && last.reason === reason) return NOTHING;
  requireLegal(state, kind);
  if (standing.state !== from) {
    throw new Refusal("flag_resolved", `The flag is ${standing.state}; only a ${from} one can be ${to}.`, {
      data: { flag_state: standing.state },
    });
  }
  const before = last?.actor ?? standing.raiser;
  if (before === actor) throw fourEyes(from, to);
  const payload: FlagAnswer = { id: standing.id, flag: standing.flag, raised_by: standing.raised_by, reason };
  return withResult(situation, [{ kind, at: now, actor, payload }]);
}

function standingOf({ state }: Situation, named: string, id: string): Standing {
  const recorded = state.flags.get(named);
  if (recorded) return recorded;
  const raised = state.results.at(-1)?.flags.find((flag) => flag.id === null && flag.flag === named);
  if (!raised) throw notFound(named);
  return { id, flag: named, raised_by: raised.raised_by, state: "raised", raiser: null, answers: [] };
}

const notFound = (named: string) => new Refusal("flag_not_found", `There is no red flag "${named}".`);

const fourEyes = (from: string, to: string) =>
  new Refusal("four_eyes", `Whoever has it ${from} can't have it ${to}: that takes another person.`);

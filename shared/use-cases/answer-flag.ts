import type { Actor } from "../domain/session/actors.ts";
import { decideConfirm, decideLift, decideOverride } from "../domain/session/decide-flags.ts";
import { type FlagReport, flagReport } from "./flag-reports.ts";
import type { Ports } from "./ports.ts";
import { type SignedChangePorts, signedChange } from "./signed-change.ts";

export type AnswerFlagInput = {
  session: string;
  /** A raising's id; a flag's own where a gate or an item raised it by itself. */
  flag: string;
  reason: string;
  actor: Actor;
};

type AnswerPorts = SignedChangePorts & Pick<Ports, "identity">;

const answering = (decide: typeof decideConfirm) => (ports: AnswerPorts) => {
  const change = signedChange(ports);
  return async (input: AnswerFlagInput): Promise<FlagReport> => {
    const id = ports.identity.id("flg_");
    const answer = { named: input.flag, id, reason: input.reason, actor: input.actor.id };
    const situation = await change(input.session, (now) => decide(now, answer));
    const { flags } = situation.state;
    return flagReport(situation, flags.get(input.flag) ?? flags.get(id)!);
  };
};

/** Confirms a raising. @throws Refusal `session_not_found`, `flag_not_found`, `wrong_status`, `flag_resolved`, `four_eyes` */
export const confirmFlag = answering(decideConfirm);
/** Lifts an unconfirmed raising as mistaken. @throws Refusal as {@link confirmFlag} does */
export const liftFlag = answering(decideLift);
/** Overrides a confirmed raising. @throws Refusal as {@link confirmFlag} does */
export const overrideFlag = answering(decideOverride);

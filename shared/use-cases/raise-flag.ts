import type { Actor } from "../domain/session/actors.ts";
import { decideRaise } from "../domain/session/decide-flags.ts";
import { type FlagReport, flagReport } from "./flag-reports.ts";
import type { Ports } from "./ports.ts";
import { type SignedChangePorts, signedChange } from "./signed-change.ts";

/** Raises a red flag. @throws Refusal `session_not_found`, `flag_not_found`, `wrong_status` */
export const raiseFlag = (ports: SignedChangePorts & Pick<Ports, "identity">) => {
  const change = signedChange(ports);
  return async (input: { session: string; flag: string; observation: string; actor: Actor }): Promise<FlagReport> => {
    const { session, flag, observation, actor } = input;
    const id = ports.identity.id("flg_");
    const situation = await change(session, (now) => decideRaise(now, { id, flag, observation, actor: actor.id }));
    return flagReport(situation, situation.state.flags.get(id)!);
  };
};

import type { Actor } from "../domain/session/actors.ts";
import { decideRaise } from "../domain/session/decide-flags.ts";
import { NOTHING } from "../domain/session/state.ts";
import type { Mint } from "../ports/identity.ts";
import { type FlagReport, flagReport } from "./flag-reports.ts";
import type { Ports } from "./ports.ts";
import { type SignedChangePorts, signedChange } from "./signed-change.ts";

type RaiseFlagInput = {
  session: string;
  flag: string;
  observation: string;
  actor: Actor;
  /** Where the request may come again. */
  mint?: Mint | undefined;
};

/** Raises a red flag. @throws Refusal `session_not_found`, `flag_not_found`, `wrong_status` */
export const raiseFlag = (ports: SignedChangePorts & Pick<Ports, "identity">) => {
  const change = signedChange(ports);
  return async (input: RaiseFlagInput): Promise<FlagReport> => {
    const { session, flag, observation, actor } = input;
    const id = (input.mint ?? ports.identity).id("flg_");
    // A request that comes again finds its flag raised.
    const situation = await change(session, (now) =>
      now.state.flags.has(id) ? NOTHING : decideRaise(now, { id, flag, observation, actor: actor.id }),
    );
    return flagReport(situation, situation.state.flags.get(id)!);
  };
};

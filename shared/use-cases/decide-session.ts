import type { Actor } from "../domain/session/actors.ts";
import { decideOutcome } from "../domain/session/decide-final.ts";
import type { Outcome } from "../domain/session/people-facts.ts";
import type { Decided } from "../domain/session/people-state.ts";
import type { Ports } from "./ports.ts";

/** A person decides on a final result. @throws Refusal `session_not_found`, `wrong_status`, `reason_required` */
export const decideSession =
  (ports: Pick<Ports, "sessions">) =>
  async (input: {
    session: string;
    outcome: Outcome;
    reason?: string | null | undefined;
    actor: Actor;
  }): Promise<Decided> => {
    const decision = { outcome: input.outcome, reason: input.reason ?? null, actor: input.actor.id };
    const { state } = await ports.sessions.change(input.session, (now) => decideOutcome(now, decision));
    return state.decisions.at(-1)!;
  };

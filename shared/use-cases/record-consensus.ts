import type { Actor } from "../domain/session/actors.ts";
import { decideConsensus } from "../domain/session/decide-interview.ts";
import { type Scorecards, scorecardsFor } from "./read-scorecards.ts";
import { type SignedChangePorts, signedChange } from "./signed-change.ts";

/** Records on what the raters of a question agreed. @throws Refusal as {@link decideConsensus} does, `session_not_found` */
export const recordConsensus = (ports: SignedChangePorts) => {
  const change = signedChange(ports);
  return async (input: {
    session: string;
    question: string;
    value: number;
    reason: string;
    actor: Actor;
  }): Promise<Scorecards> => {
    const { session, actor, question, value, reason } = input;
    const situation = await change(session, (now) =>
      decideConsensus(now, { question, value, reason, actor: actor.id }),
    );
    return scorecardsFor(situation, actor);
  };
};

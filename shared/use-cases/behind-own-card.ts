import { requireSight } from "../domain/interview/sight.ts";
import type { Actor } from "../domain/session/actors.ts";
import type { Ports } from "./ports.ts";

export type SightPorts = Pick<Ports, "sessions" | "scorecardDrafts">;

/**
 * A use case that tells of a session what its interviewers rated: closed to whoever still has to rate.
 *
 * @throws Refusal `own_card_first`, and what the use case throws
 */
export const behindOwnCard =
  <Input extends { session: string }, Output>(
    { sessions, scorecardDrafts }: SightPorts,
    useCase: (input: Input) => Promise<Output>,
  ) =>
  async (actor: Actor, input: Input): Promise<Output> => {
    const { state } = await sessions.read(input.session);
    if (state.scorecards.size > 0) {
      const draft = await scorecardDrafts.read(input.session, actor.id);
      requireSight({ actor, state, drafts: draft !== undefined });
    }
    return useCase(input);
  };

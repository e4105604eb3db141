import { type BlindView, blindView } from "../domain/review/blind-view.ts";
import type { Actor } from "../domain/session/actors.ts";
import type { Ports } from "./ports.ts";

/** The grades of a session that need a person, blind. @throws Refusal `session_not_found` */
export const readReview =
  (ports: Pick<Ports, "sessions" | "identity">) =>
  async (input: { session: string; actor: Actor }): Promise<BlindView> =>
    blindView(await ports.sessions.read(input.session), input.actor.id, ports.identity.digest);

import { isSettled } from "../domain/session/decide-grading.ts";
import type { Ports } from "./ports.ts";

/**
 * The workflow waits for a section: keeps its callback token, and ends the wait at once where there is nothing left to
 * wait for. The token is kept before the session is read, so that no close falls between the two.
 */
export const runSection =
  (ports: Pick<Ports, "sessions" | "waitTokens" | "workflow">) =>
  async (input: { session: string; section: string; token: string }): Promise<void> => {
    const { session, section, token } = input;
    await ports.waitTokens.put(session, section, token);
    const { state } = await ports.sessions.read(session);
    if (!isSettled(state, section)) return;
    await ports.workflow.resume(token);
    await ports.waitTokens.remove(session, section, token);
  };

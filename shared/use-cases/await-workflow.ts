import { INTERVIEWS, isOver } from "./awaited.ts";
import type { Ports } from "./ports.ts";

type WaitPorts = Pick<Ports, "sessions" | "waitTokens" | "workflow">;

/**
 * The workflow waits: keeps its callback token, and ends the wait at once where there is nothing left to wait for. The
 * token is kept before the session is read, so that nothing falls between the two.
 */
const waiting = (ports: WaitPorts) => async (input: { session: string; awaited: string; token: string }) => {
  const { session, awaited, token } = input;
  await ports.waitTokens.put(session, awaited, token);
  if (!isOver(await ports.sessions.read(session), awaited)) return;
  await ports.workflow.resume(token);
  await ports.waitTokens.remove(session, awaited, token);
};

/** The workflow waits for a section. */
export const runSection =
  (ports: WaitPorts) =>
  async (input: { session: string; section: string; token: string }): Promise<void> =>
    waiting(ports)({ ...input, awaited: input.section });

/** The workflow waits for the interviews. */
export const awaitInterviews =
  (ports: WaitPorts) =>
  async (input: { session: string; token: string }): Promise<void> =>
    waiting(ports)({ ...input, awaited: INTERVIEWS });

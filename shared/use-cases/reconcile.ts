import { ORGANISATION } from "../domain/events/build.ts";
import { recommendsInVain } from "../domain/session/decide-grading.ts";
import { nextStep } from "../domain/session/due.ts";
import type { Situation } from "../domain/session/state.ts";
import { sectionWaits } from "../domain/session/workflow-times.ts";
import { isOver } from "./awaited.ts";
import { type EraserPorts, eraseRemains } from "./erase-remains.ts";
import { gradeSection } from "./grade-section.ts";
import type { Ports } from "./ports.ts";
import { scoreSession } from "./score-session.ts";

export type ReconcilePorts = Pick<
  Ports,
  "sessions" | "outbox" | "delivery" | "workflow" | "waitTokens" | "sandbox" | "signer" | "signatures" | "identity"
> &
  EraserPorts;

/**
 * Brings what happens around a stream in line with its journal: the workflow runs, waits that are over end, open events
 * are handed out, and a grading or a result that never came is done here. Running it at any time, any number of
 * times, is safe.
 */
export const reconcile = (ports: ReconcilePorts) => {
  const finish = finishing(ports);
  return async ({ stream }: { stream: string }): Promise<void> => {
    if (stream !== ORGANISATION) {
      const situation = await ports.sessions.read(stream);
      await resumeWorkflow(ports, situation);
      await finish(situation);
    }
    if ((await ports.outbox.open(stream)).length > 0) await ports.delivery.wake(stream);
  };
};

/** A kept token is proof that the workflow runs; without one, starting it again does no harm. */
async function resumeWorkflow(ports: ReconcilePorts, situation: Situation): Promise<void> {
  const { state } = situation;
  const waits = await ports.waitTokens.list(state.id);
  if (waits.length === 0 && (state.status === "in_progress" || state.status === "grading")) {
    await ports.workflow.start({ session: state.id, sections: sectionWaits(situation) });
  }
  for (const { section, token } of waits) {
    if (!isOver(situation, section)) continue;
    await ports.workflow.resume(token);
    await ports.waitTokens.remove(state.id, section, token);
  }
}

/**
 * What only the journal asks for: a grading or a final result that never came, the last result of a session that ended
 * otherwise, and the removal of what was erased.
 */
function finishing(ports: ReconcilePorts) {
  const [grade, score, erase] = [gradeSection(ports), scoreSession(ports), eraseRemains(ports)];
  return async ({ state, playbook, now }: Situation): Promise<void> => {
    if (state.erased) return state.erased.completed ? undefined : erase(state);
    if (recommendsInVain(state)) return score({ session: state.id });
    const due = nextStep({ state, playbook });
    if (due === null || now < due || (state.status !== "grading" && state.status !== "scored")) return;
    for (const section of playbook.sections) await grade({ session: state.id, section: section.id });
    await score({ session: state.id });
  };
}

import type { Workflow } from "#shared/ports/workflow.ts";
import { runSection } from "#shared/use-cases/await-workflow.ts";
import { gradeSection, SectionStillOpen } from "#shared/use-cases/grade-section.ts";
import { publishResult } from "#shared/use-cases/publish-result.ts";
import { scoreSession } from "#shared/use-cases/score-session.ts";
import type { Send } from "./candidate.ts";
import { type ChaosWorld, NoAnswer } from "./chaos.ts";

type Start = Parameters<Workflow["start"]>[0];

/** The state machine of `infra/state-machines/assessment.asl.json` in virtual time: durable, as the real one is. */
export function assessmentMachine({ scheduler, failed }: ChaosWorld, send: Send): Workflow {
  const started = new Set<string>();
  const waits = new Map<string, () => void>();

  async function execute({ session, sections }: Start): Promise<void> {
    for (const { id, seconds } of sections) await sectionDone({ session, section: id }, seconds);
    await insisted(() => send((ports) => scoreSession(ports)({ session })));
    await insisted(() => send((ports) => publishResult(ports)({ session })));
  }

  async function sectionDone(input: { session: string; section: string }, seconds: number): Promise<void> {
    const token = `${input.section} ${scheduler.now()}`;
    const resumed = new Promise<void>((resolve) => waits.set(token, resolve));
    const step = insisted(() => send((ports) => runSection(ports)({ ...input, token })));
    await Promise.race([step.then(() => resumed), scheduler.sleep(seconds * 1000)]);
    const more = await insisted(() => graded(input));
    if (more !== null) await sectionDone(input, more);
  }

  async function graded(input: { session: string; section: string }): Promise<number | null> {
    try {
      await send((ports) => gradeSection(ports)(input));
      return null;
    } catch (error) {
      if (error instanceof SectionStillOpen) return error.seconds;
      throw error;
    }
  }

  /** As the states retry: after a while, again, while nothing answers. */
  async function insisted<T>(step: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await step();
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        await scheduler.sleep(2_000);
      }
    }
  }

  return {
    async start(input) {
      if (started.has(input.session)) return;
      started.add(input.session);
      execute(input).catch(failed);
    },
    resume: async (token) => waits.get(token)?.(),
  };
}

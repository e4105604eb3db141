import { settableClock } from "#shared/adapters/memory/clock.ts";
import { seededIdentity } from "#shared/adapters/memory/identity.ts";
import { memoryHeadSignatures, memoryPlaybookStore } from "#shared/adapters/memory/records.ts";
import { memorySigner } from "#shared/adapters/memory/signer.ts";
import { memoryJournalStore, memoryTables } from "#shared/adapters/memory/store.ts";
import { memoryWake } from "#shared/adapters/memory/workflow.ts";
import { canonicalJson, type Json } from "#shared/domain/foundation/json.ts";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import type { AuthoredPlaybook } from "#shared/domain/playbook/schema.ts";
import type { Sandbox } from "#shared/ports/sandbox.ts";
import { beginSection } from "#shared/use-cases/begin-section.ts";
import { createSession } from "#shared/use-cases/create-session.ts";
import { exportBundle } from "#shared/use-cases/export-bundle.ts";
import { gradeSection } from "#shared/use-cases/grade-section.ts";
import { saveAnswer } from "#shared/use-cases/save-answer.ts";
import { scoreSession } from "#shared/use-cases/score-session.ts";
import { sessionLog } from "#shared/use-cases/session-log.ts";
import { startSession } from "#shared/use-cases/start-session.ts";
import { submitSection } from "#shared/use-cases/submit-section.ts";

/** The bundle of a session that was taken with these answers by item id, graded and scored. */
export async function takenBundle(
  playbook: AuthoredPlaybook<AnyItem>,
  answers: { [item: string]: Json },
  { sandbox, seed }: { sandbox: Sandbox; seed: string },
): Promise<string> {
  const ports = memoryPorts(sandbox, seed);
  const digest = ports.identity.digest(canonicalJson(playbook));
  await ports.playbooks.publish({ playbook, digest, published_at: ports.clock.now() });
  const candidate = { name: "Ada Example", email: "ada@example.com" };
  const { id: session } = await createSession(ports)({ playbook: playbook.id, candidate, actor: "key_1" });
  await startSession(ports)({ session });
  const { playbook: asked } = await ports.sessions.read(session);
  for (const { id: section, items } of asked.sections) {
    ports.clock.advance(1_000);
    await beginSection(ports)({ session, section });
    for (const { id: item } of items) {
      const value = answers[item] ?? null;
      if (value !== null) await saveAnswer(ports)({ session, item, value, revision: 0 });
    }
    await submitSection(ports)({ session, section });
    await gradeSection(ports)({ session, section });
  }
  await scoreSession(ports)({ session });
  return exportBundle(ports)({ session, actor: "key_1" });
}

function memoryPorts(sandbox: Sandbox, seed: string) {
  const clock = settableClock("2026-03-01T10:00:00.000Z");
  const identity = seededIdentity(seed);
  const journal = memoryJournalStore(memoryTables());
  const playbooks = memoryPlaybookStore();
  const sessions = sessionLog({ journal, playbooks, wake: memoryWake(), clock, identity });
  const site = { url: "http://localhost" };
  const means = { signer: memorySigner(), signatures: memoryHeadSignatures(), sandbox, site };
  return { ...means, sessions, journal, playbooks, clock, identity };
}

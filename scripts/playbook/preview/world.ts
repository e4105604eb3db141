import type { Context } from "aws-lambda";
import { candidateOperations } from "#functions/candidate/operations.ts";
import type { GatewayReply, HttpEvent } from "#functions/runtime/exchange.ts";
import { httpFunction } from "#functions/runtime/http.ts";
import { memoryHeadSignatures, memoryPlaybookStore, memoryUsage } from "#shared/adapters/memory/records.ts";
import { memorySigner } from "#shared/adapters/memory/signer.ts";
import { memoryJournalStore, memoryTables } from "#shared/adapters/memory/store.ts";
import { systemClock } from "#shared/adapters/system/clock.ts";
import { systemIdentity } from "#shared/adapters/system/identity.ts";
import { takeRoutes } from "#shared/contracts/routes/take.ts";
import { canonicalJson } from "#shared/domain/foundation/json.ts";
import type { AnyItem } from "#shared/domain/grading/schemas.ts";
import type { AuthoredPlaybook } from "#shared/domain/playbook/schema.ts";
import type { Result } from "#shared/domain/scoring/result.ts";
import type { Sandbox } from "#shared/ports/sandbox.ts";
import { authenticateCandidate } from "#shared/use-cases/authenticate-candidate.ts";
import { createSession } from "#shared/use-cases/create-session.ts";
import { gradeSection } from "#shared/use-cases/grade-section.ts";
import type { Ports } from "#shared/use-cases/ports.ts";
import { scoreSession } from "#shared/use-cases/score-session.ts";
import { sessionLog } from "#shared/use-cases/session-log.ts";

/** What a preview stands on; `scored` is told of a result, `failed` of a fault of ours. */
export type WorldMeans = {
  sandbox: Sandbox;
  siteUrl: string;
  scored: (result: Result) => void;
  failed: (error: unknown) => void;
};

/** One session of one playbook, in memory. */
export type World = {
  session: string;
  /** The candidate's link. */
  link: string;
  ports: Pick<Ports, "sessions" | "identity">;
  /** The candidate's API: a gateway's event in, its reply out. */
  serve(event: HttpEvent): Promise<GatewayReply>;
};

/** Invites a candidate to the playbook, by the same use cases and behind the same chain as when deployed. */
export async function openWorld(playbook: AuthoredPlaybook<AnyItem>, means: WorldMeans): Promise<World> {
  const ports = await memoryPorts(playbook, means);
  const { id: session, url: link } = await createSession(ports)({
    playbook: playbook.id,
    candidate: { name: "Ada Example", email: "ada@example.com" },
    actor: "author",
  });
  const handler = httpFunction({
    routes: takeRoutes,
    allRoutes: takeRoutes,
    authenticators: { candidate: authenticateCandidate(ports) },
    operations: candidateOperations(ports),
    write: () => undefined,
  });
  return { session, link, ports, serve: (event) => handler(event, {} as Context) };
}

async function memoryPorts(playbook: AuthoredPlaybook<AnyItem>, means: WorldMeans) {
  const [clock, identity] = [systemClock, systemIdentity];
  const journal = memoryJournalStore(memoryTables());
  const playbooks = memoryPlaybookStore();
  await playbooks.publish({ playbook, digest: identity.digest(canonicalJson(playbook)), published_at: clock.now() });
  const own = { signer: memorySigner(), signatures: memoryHeadSignatures(), sandbox: means.sandbox };
  const wake = { wake: async (session: string) => void finish({ ...own, identity, sessions }, session, means) };
  const sessions = sessionLog({ journal, playbooks, wake, clock, identity });
  return { ...own, clock, identity, journal, playbooks, sessions, usage: memoryUsage(), site: { url: means.siteUrl } };
}

type FinishPorts = Pick<Ports, "sessions" | "sandbox" | "signer" | "signatures" | "identity">;

/** What the workflow does when deployed: grades and scores a session whose sections are all closed. */
async function finish(ports: FinishPorts, session: string, { scored, failed }: WorldMeans): Promise<void> {
  try {
    const { state, playbook } = await ports.sessions.read(session);
    if (state.status !== "grading" || state.grades.size > 0) return;
    for (const section of playbook.sections) await gradeSection(ports)({ session, section: section.id });
    await scoreSession(ports)({ session });
    const result = (await ports.sessions.read(session)).state.results.at(-1);
    if (result) scored(result);
  } catch (error) {
    failed(error);
  }
}

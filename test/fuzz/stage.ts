import type { Context } from "aws-lambda";
import { atsOperations } from "#functions/ats/operations.ts";
import { candidateOperations } from "#functions/candidate/operations.ts";
import { actorFor } from "#functions/runtime/actor.ts";
import type { GatewayReply, HttpEvent } from "#functions/runtime/exchange.ts";
import { httpFunction } from "#functions/runtime/http.ts";
import { answerOnce } from "#functions/runtime/once.ts";
import { signedInStaff } from "#functions/runtime/signed-in.ts";
import { staffOperations } from "#functions/staff/operations.ts";
import { hmacSha256 } from "#shared/adapters/http/hmac.ts";
import { signEd25519 } from "#shared/adapters/http/public-signatures.ts";
import { memoryReplies } from "#shared/adapters/memory/replies.ts";
import {
  memoryDeliveries,
  memoryEventFeed,
  memoryWebhookEndpoints,
  memoryWebhookKeys,
} from "#shared/adapters/memory/webhooks.ts";
import { memoryWake } from "#shared/adapters/memory/workflow.ts";
import { unreachable } from "#shared/adapters/sandbox/unreachable.ts";
import { SCOPES, type Zone } from "#shared/contracts/route.ts";
import { atsRoutes, candidateRoutes, routes, staffRoutes } from "#shared/contracts/routes.ts";
import { ATS_NAMES } from "#shared/domain/ats/order.ts";
import type { CompanySettings } from "#shared/domain/company/settings.ts";
import type { Accommodation } from "#shared/domain/session/facts.ts";
import { authenticateCandidate } from "#shared/use-cases/authenticate-candidate.ts";
import { authenticateMachine } from "#shared/use-cases/authenticate-machine.ts";
import { authenticateStaff } from "#shared/use-cases/authenticate-staff.ts";
import { beginSection } from "#shared/use-cases/begin-section.ts";
import { createApiKey } from "#shared/use-cases/create-api-key.ts";
import { createSession } from "#shared/use-cases/create-session.ts";
import { dispatchEvents } from "#shared/use-cases/dispatch-events.ts";
import { gradeSection } from "#shared/use-cases/grade-section.ts";
import { scoreSession } from "#shared/use-cases/score-session.ts";
import { sessionJob } from "#shared/use-cases/session-job.ts";
import { startSession } from "#shared/use-cases/start-session.ts";
import { submitSection } from "#shared/use-cases/submit-section.ts";
import { codingItem } from "#test/builders/coding-item.ts";
import { desk } from "#test/builders/desk.ts";
import { sessionPlaybook } from "#test/builders/session-playbook.ts";

/** One session, with words that stand in it and nowhere else. */
export type Marked = { id: string; token: string; markers: string[] };

const WRITING_KEY = ["sessions:write"];

/** Every zone that answers HTTP, over memory, a company with keys, and sessions of people whose names can be recognised. */
export async function openStage() {
  const at = await desk({ playbook: playbookWithCode(), sandbox: (job) => unreachable(job, "none is here") });
  const ports = {
    ...at,
    attempts: memoryWake(),
    resends: memoryWake(),
    retries: { start: async () => undefined },
    endpoints: memoryWebhookEndpoints(),
    deliveries: memoryDeliveries(),
    feed: memoryEventFeed(),
    webhookKeys: memoryWebhookKeys(),
    replies: memoryReplies(),
    addressPolicy: { allowed: [], refusal: (url: string) => (url.includes("10.0") ? "It is private." : undefined) },
    hmac: hmacSha256,
    signPublicly: signEd25519,
    sender: {
      send: async () => ({
        ...{ at: at.clock.now(), status: 200, duration_ms: 1, error: null, answer: "ok" },
        retry_after_seconds: null,
      }),
    },
  };
  await at.settings.change(connected);
  const lines: string[] = [];
  const common = { allRoutes: routes, write: (line: string) => void lines.push(line) };
  const candidate = httpFunction({
    ...common,
    routes: candidateRoutes,
    authenticators: { candidate: authenticateCandidate(ports) },
    operations: candidateOperations(ports),
    once: answerOnce(ports),
  });
  const staff = httpFunction({
    ...common,
    routes: staffRoutes,
    authenticators: {
      machine: authenticateMachine(ports),
      actor: actorFor,
      staff: signedInStaff(authenticateStaff(ports)),
    },
    operations: staffOperations(ports),
    once: answerOnce(ports),
    jobOf: sessionJob(ports),
  });
  const ats = httpFunction({
    ...common,
    routes: atsRoutes,
    authenticators: { machine: authenticateMachine(ports) },
    operations: atsOperations(ports),
    once: answerOnce(ports),
    detailAs: "message",
  });
  const zones = { candidate, staff, ats };
  const keyOf = (scopes: readonly string[]) => createApiKey(ports)({ label: "fuzzer", scopes, actor: "test" });
  const [all, few] = [await keyOf(SCOPES), await keyOf(WRITING_KEY)];

  /** What the workflow and the sender do once a session asks for it. */
  async function settle(): Promise<void> {
    for (const stream of new Set(at.wake.woken.splice(0))) {
      const status = at.tables.heads.get(stream)?.status;
      if (status === "grading") {
        for (const section of ["first", "second"]) await gradeSection(ports)({ session: stream, section });
        await scoreSession(ports)({ session: stream });
      }
      await dispatchEvents(ports)({ stream });
    }
  }

  /** Hands in what there is, so that people may judge it. */
  async function finish(session: string): Promise<void> {
    await submitSection(ports)({ session, section: "first" });
    await beginSection(ports)({ session, section: "second" });
    await submitSection(ports)({ session, section: "second" });
    await settle();
  }

  return {
    at,
    finish,
    lines,
    settle,
    keys: { all: all.key, few: few.key },
    keyIds: [all.id, few.id],
    /** Somebody whose name, address and ids are found nowhere else, in the first section or not yet started. */
    async taking(mark: string, accommodation: Accommodation | null, begun = true): Promise<Marked> {
      const { id, url } = await createSession(ports)({
        playbook: "small",
        candidate: { name: `Name${mark}`, email: `mail${mark}@example.org`, external_id: `external${mark}` },
        accommodation,
        metadata: { note: `note${mark}` },
        actor: "test",
      });
      if (begun) await startSession(ports)({ session: id });
      if (begun) await beginSection(ports)({ session: id, section: "first" });
      return { id, token: url.split("#")[1]!, markers: [`Name${mark}`, `mail${mark}`, `note${mark}`, `answer${mark}`] };
    },
    call: (zone: Zone, event: HttpEvent): Promise<GatewayReply> => zones[zone](event, {} as Context),
    /** How long each journal is. */
    lengths: (): Map<string, number> =>
      new Map([...at.tables.journals].map(([stream, entries]) => [stream, entries.length])),
  };
}

/** Mail is on, and every system may be told at the addresses that requests are made up with. */
function connected(stored: CompanySettings): CompanySettings {
  const open = ATS_NAMES.map((name) => [name, { ...stored.ats[name], hosts: ["example.com", "example.org"] }]);
  const ats = Object.fromEntries(open) as CompanySettings["ats"];
  return { ...stored, mail: { ...stored.mail, enabled: true, company: "Example" }, ats };
}

function playbookWithCode() {
  const question = (id: string) => ({
    ...{ id, category: "thinking", weight: "1", text: id, probes: [], anchors: {}, whole_interview: false },
  });
  const playbook = sessionPlaybook({
    categories: [{ id: "thinking", title: "Thinking", weight: "100", assessment_share: "0.5" }],
    interview: { scale: { min: 1, max: 5 }, questions: [question("why")] },
    red_flags: [{ id: "liar", severity: "disqualify", title: "Lies", description: "Lies.", signs: [] }],
  });
  const [first, ...rest] = playbook.sections;
  return { ...playbook, sections: [{ ...first!, items: [...first!.items, codingItem("d")] }, ...rest] };
}

export type Stage = Awaited<ReturnType<typeof openStage>>;

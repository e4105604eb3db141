import type { Context } from "aws-lambda";
import { candidateOperations } from "#functions/candidate/operations.ts";
import { actorFor } from "#functions/runtime/actor.ts";
import type { GatewayReply, HttpEvent } from "#functions/runtime/exchange.ts";
import { httpFunction } from "#functions/runtime/http.ts";
import { answerOnce } from "#functions/runtime/once.ts";
import { signedInStaff } from "#functions/runtime/signed-in.ts";
import { staffOperations } from "#functions/staff/operations.ts";
import {
  memoryDeliveries,
  memoryEventFeed,
  memoryWebhookEndpoints,
  memoryWebhookKeys,
} from "#shared/adapters/memory/webhooks.ts";
import { memoryWake } from "#shared/adapters/memory/workflow.ts";
import { SCOPES, type Scope } from "#shared/contracts/route.ts";
import { candidateRoutes, type Operation, routes, staffRoutes } from "#shared/contracts/routes.ts";
import type { Json } from "#shared/domain/foundation/json.ts";
import type { StaffTokens } from "#shared/ports/staff.ts";
import { authenticateCandidate } from "#shared/use-cases/authenticate-candidate.ts";
import { authenticateMachine } from "#shared/use-cases/authenticate-machine.ts";
import { authenticateStaff } from "#shared/use-cases/authenticate-staff.ts";
import { createApiKey } from "#shared/use-cases/create-api-key.ts";
import { reconcile } from "#shared/use-cases/reconcile.ts";
import { sessionJob } from "#shared/use-cases/session-job.ts";
import { desk } from "./desk.ts";
import { type GatewayRequest, gatewayEvent } from "./gateway-event.ts";

/** A body as `JSON.parse` gives it; expectations say what must be in it. */
type Body = ReturnType<typeof JSON.parse>;
export type Answer = { status: number; body: Body; text: string };

const silent = () => undefined;

/** The whole API over memory: every request goes through the chain that is deployed. */
export async function office(
  options: Parameters<typeof desk>[0] & {
    /** The jobs that persons are limited to. */
    jobs?: { [person: string]: readonly string[] };
    /** The roles that persons are known to have. */
    roles?: { readonly [person: string]: readonly string[] };
    /** In place of tokens that say their claims openly. */
    staffTokens?: StaffTokens;
  } = {},
) {
  const at = await desk(options);
  const webhooks = {
    endpoints: memoryWebhookEndpoints(),
    deliveries: memoryDeliveries(),
    feed: memoryEventFeed(),
    webhookKeys: memoryWebhookKeys(),
    attempts: memoryWake(),
    resends: memoryWake(),
    retries: { start: async () => undefined },
    addressPolicy: { allowed: [], refusal: () => undefined },
  };
  const { staffTokens = at.staffTokens } = options;
  const ports = { ...at, ...webhooks, staffTokens };
  const limitedActor: typeof actorFor = (machine, name) => {
    const jobs = name === undefined ? undefined : options.jobs?.[name];
    return { ...actorFor(machine, name), roles: options.roles?.[name ?? ""] ?? [], ...(jobs && { jobs }) };
  };
  const staff = httpFunction({
    routes: staffRoutes,
    allRoutes: routes,
    authenticators: {
      machine: authenticateMachine(ports),
      actor: limitedActor,
      staff: signedInStaff(authenticateStaff(ports)),
    },
    operations: staffOperations(ports),
    once: answerOnce(ports),
    jobOf: sessionJob(ports),
    write: silent,
  });
  const taking = httpFunction({
    routes: candidateRoutes,
    allRoutes: candidateRoutes,
    authenticators: { candidate: authenticateCandidate(ports) },
    operations: candidateOperations(ports),
    once: answerOnce(ports),
    write: silent,
  });

  async function ask(operation: Operation, request: GatewayRequest): Promise<Answer> {
    const { zone } = routes.find((route) => route.operation === operation)!;
    const handler = (zone === "staff" ? staff : taking) as (event: HttpEvent, context: Context) => Promise<unknown>;
    const { statusCode, body = "" } = (await handler(gatewayEvent(operation, request), {} as Context)) as GatewayReply;
    return { status: statusCode, body: body === "" ? null : JSON.parse(body), text: body };
  }

  const keyWith = async (scopes: readonly Scope[]) =>
    (await createApiKey(ports)({ label: "ATS", scopes, actor: "key_0" })).key;
  const key = await keyWith(SCOPES);

  /** What one person does through a machine's key; without a name, what the machine does itself. */
  const person =
    (name?: string, own = key) =>
    (operation: Operation, parameters: { [name: string]: string } = {}, body?: Json): Promise<Answer> =>
      ask(operation, {
        parameters,
        headers: { authorization: `Bearer ${own}`, ...(name !== undefined && { "assay-actor": name }) },
        ...(body !== undefined && { body }),
      });

  /** A candidate who takes every section, `pace` milliseconds for each answer, and is graded and scored. */
  async function taken(answers: { [item: string]: Json } = {}, { pace = 0 } = {}) {
    const { playbook } = at.published;
    const invitation = { playbook: playbook.id, candidate: { name: "Ada Example", email: "ada@example.com" } };
    const created = await person()("create-session", {}, invitation);
    const session: string = created.body.id;
    const token = String(created.body.url).split("#")[1]!;
    const candidate = (operation: Operation, parameters: { [name: string]: string } = {}, body?: Json) =>
      ask(operation, {
        parameters,
        headers: { authorization: `Bearer ${token}` },
        ...(body !== undefined && { body }),
      });
    await candidate("start-session", {}, { consent: true });
    for (const section of playbook.sections) {
      await candidate("begin-section", { section: section.id });
      for (const { id } of section.items) {
        at.clock.advance(pace);
        if (answers[id] !== undefined)
          await candidate("save-answer", { item: id }, { value: answers[id], revision: 0 });
      }
      await candidate("submit-section", { section: section.id });
      at.clock.advance(pace);
    }
    at.clock.advance(120_000);
    await settle(session);
    return { session, candidate };
  }

  /** What the workflow would do by now. */
  const settle = (session: string) => reconcile(ports)({ stream: session });

  return { at, ports, ask, key, keyWith, person, taken, settle };
}

export type Office = Awaited<ReturnType<typeof office>>;

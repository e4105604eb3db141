import type { Context } from "aws-lambda";
import { atsOperations } from "#functions/ats/operations.ts";
import type { GatewayReply } from "#functions/runtime/exchange.ts";
import { httpFunction } from "#functions/runtime/http.ts";
import { answerOnce } from "#functions/runtime/once.ts";
import { memoryReplies } from "#shared/adapters/memory/replies.ts";
import { SCOPES } from "#shared/contracts/route.ts";
import { atsRoutes, routes } from "#shared/contracts/routes.ts";
import type { AtsName } from "#shared/domain/ats/order.ts";
import type { Connection, MailSettings } from "#shared/domain/company/settings.ts";
import { authenticateMachine } from "#shared/use-cases/authenticate-machine.ts";
import { createApiKey } from "#shared/use-cases/create-api-key.ts";
import { desk } from "./desk.ts";
import { type GatewayRequest, gatewayEvent } from "./gateway-event.ts";

type AtsOperation = (typeof atsRoutes)[number]["operation"];

/** The zone that applicant tracking systems call, over everything in memory, with mail on. */
export async function atsDesk() {
  const at = await desk();
  const lines: string[] = [];
  const handler = httpFunction({
    routes: atsRoutes,
    allRoutes: routes,
    authenticators: { machine: authenticateMachine(at) },
    operations: atsOperations(at),
    once: answerOnce({ replies: memoryReplies(), clock: at.clock, identity: at.identity }),
    detailAs: "message",
    write: (line) => lines.push(line),
  });
  const { key } = await createApiKey(at)({ label: "ATS", scopes: [...SCOPES], actor: "test" });
  const set = (ats: AtsName, changes: Partial<Connection>) =>
    at.settings.change((stored) => ({ ...stored, ats: { ...stored.ats, [ats]: { ...stored.ats[ats], ...changes } } }));
  const setMail = (changes: Partial<MailSettings>) =>
    at.settings.change((stored) => ({ ...stored, mail: { ...stored.mail, ...changes } }));
  await setMail({ enabled: true, company: "Example Company" });
  const call = async (operation: AtsOperation, request: GatewayRequest = {}) => {
    const headers = { authorization: `Basic ${btoa(`${key}:`)}`, ...request.headers };
    const reply = (await handler(gatewayEvent(operation, { ...request, headers }), {} as Context)) as GatewayReply;
    return { status: reply.statusCode, json: JSON.parse(reply.body ?? "null") };
  };
  return { at, call, set, setMail, lines, key };
}

export type AtsDesk = Awaited<ReturnType<typeof atsDesk>>;

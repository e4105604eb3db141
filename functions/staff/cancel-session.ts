import { cancelSession } from "#shared/use-cases/cancel-session.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveCancelSession = (ports: PortsOf<typeof cancelSession>): Serve<"cancel-session"> => {
  const useCase = cancelSession(ports);
  return ({ caller, parameters, body }) =>
    useCase({ ...parameters, reason: body?.reason ?? null, actor: caller.actor.id });
};

import { extendSession } from "#shared/use-cases/extend-session.ts";
import { announceExtension } from "#shared/use-cases/mail/announce-extension.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

type ExtendPorts = PortsOf<typeof extendSession> & PortsOf<typeof announceExtension>;

export const serveExtendSession = (ports: ExtendPorts): Serve<"extend-session"> => {
  const [useCase, announce] = [extendSession(ports), announceExtension(ports)];
  return ({ caller, parameters, body }) => {
    const input = { ...parameters, ...body, actor: caller.actor.id };
    return announce(input, () => useCase(input));
  };
};

import { accommodateSession } from "#shared/use-cases/accommodate-session.ts";
import type { PortsOf, Serve } from "../runtime/operation.ts";

export const serveAccommodateSession = (ports: PortsOf<typeof accommodateSession>): Serve<"accommodate-session"> => {
  const useCase = accommodateSession(ports);
  return ({ caller, parameters, body }) => {
    const accommodation = "accommodation" in body ? body.accommodation : body;
    return useCase({ ...parameters, accommodation, actor: caller.actor.id });
  };
};
